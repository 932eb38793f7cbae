using System.Globalization;

namespace OneFlight.Benchmarks;

/// <summary>Percentiles, tables and result files.</summary>
internal static class Figures
{
    /// <summary>The value at or above which the share of the sorted values lies (nearest rank).</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static string Text(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);

    public static void Print(params string[] cells) => Console.WriteLine(string.Join("  ", cells.Select(c => c.PadLeft(14))));

    /// <summary>Writes rows to <c>bench/results/NAME.csv</c> of the checkout.</summary>
    public static void Keep(string name, IEnumerable<string> rows)
    {
        var folder = Path.Combine(Root(), "bench", "results");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name + ".csv");
        File.WriteAllLines(file, rows);
        Console.WriteLine($"kept in bench/results/{name}.csv");
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OneFlight.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The benchmarks run from a checkout.");
    }
}
