using System.Globalization;
using OneFlight.Operations.Exchange.Json;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>Weights say how one whole is shared out, so they sum to 1.</summary>
internal static class Weights
{
    public const double Tolerance = 1e-6;

    /// <summary>Reports a wrong sum; a weight that could not be read makes the sum not a number, which is reported already.</summary>
    public static void RefuseWrongSum(FileReading reading, int node, double sum, string what)
    {
        if (!(Math.Abs(sum - 1) > Tolerance)) return;
        reading.Problems.Add("weights", node, string.Create(CultureInfo.InvariantCulture, $"weights that sum to {sum:0.######}"), $"weights of the {what} that sum to 1");
    }
}
