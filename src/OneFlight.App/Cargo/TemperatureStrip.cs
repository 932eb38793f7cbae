using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Shell;
using OneFlight.Operations.Cargo;

namespace OneFlight.App.Cargo;

/// <summary>A temperature log as a drawing: one line for each stretch without a gap, the limit, and the ends of both axes.</summary>
/// <param name="Lines">Points of polylines in drawing units.</param>
public sealed record TemperatureStrip(
    ImmutableArray<string> Lines, double? LimitY, string LimitText, ImmutableArray<(double Y, string Text)> Degrees, ImmutableArray<(double X, string Text)> Days,
    double? LandingX, double? WarmestX, double? WarmestY, string WarmestText)
{
    public const double Left = 52, Right = 720, Top = 12, Bottom = 168, Height = 192;
    private const int MostPoints = 1200;

    /// <summary>The drawing, or null when there are fewer than two readings.</summary>
    public static TemperatureStrip? Of(ImmutableArray<TemperatureReading> readings, double? limit, Instant? landing)
    {
        if (readings.Length < 2) return null;
        var (from, to) = (readings[0].At, readings[^1].At);
        var low = Math.Floor(Math.Min(readings.Min(r => r.Celsius), limit ?? double.MaxValue) - 1);
        var high = Math.Ceiling(Math.Max(readings.Max(r => r.Celsius), limit ?? double.MinValue) + 1);
        double X(Instant at) => Left + ((at - from).TotalSeconds / Math.Max(1, (to - from).TotalSeconds) * (Right - Left));
        double Y(double celsius) => Bottom - ((celsius - low) / (high - low) * (Bottom - Top));
        var warmest = readings.MaxBy(r => r.Celsius)!;
        return new(Stretches(readings, X, Y), limit is { } line ? Y(line) : null, limit is { } most ? $"limit {Say.Number(most, 1)} °C" : "",
            [(Y(low), $"{Say.Number(low, 0)} °C"), (Y(high), $"{Say.Number(high, 0)} °C")],
            [(Left, Say.Short(from)), (Right, Say.Short(to))],
            landing is { } down && down > from && down < to ? X(down) : null, X(warmest.At), Y(warmest.Celsius), $"{Say.Number(warmest.Celsius, 1)} °C");
    }

    // A silence is not drawn over: the line breaks where the chain is not proven.
    private static ImmutableArray<string> Stretches(ImmutableArray<TemperatureReading> readings, Func<Instant, double> x, Func<double, double> y)
    {
        var step = Math.Max(1, readings.Length / MostPoints);
        var lines = ImmutableArray.CreateBuilder<string>();
        var points = new List<string>();
        for (var i = 0; i < readings.Length; i++)
        {
            if (i > 0 && readings[i].At - readings[i - 1].At > ColdChain.MostSilent) Flush();
            if (i % step == 0 || i == readings.Length - 1 || IsPeak(i)) points.Add(FormattableString.Invariant($"{x(readings[i].At):0.#},{y(readings[i].Celsius):0.#}"));
        }
        Flush();
        return lines.ToImmutable();

        bool IsPeak(int i) => i > 0 && i < readings.Length - 1 && readings[i].Celsius > readings[i - 1].Celsius && readings[i].Celsius >= readings[i + 1].Celsius;

        void Flush()
        {
            if (points.Count > 0) lines.Add(string.Join(' ', points));
            points.Clear();
        }
    }
}
