using System.Collections.Immutable;
using NodaTime;

namespace OneFlight.Operations.Cargo;

/// <summary>What a temperature log says about an item that has to stay cold.</summary>
/// <param name="MinutesAbove">How long it was warmer than allowed, in all.</param>
/// <param name="LongestGap">The longest time without a reading.</param>
/// <param name="Held">Null: not known, because nothing was read or a gap is too long to say.</param>
public sealed record ColdChain(double MinutesAbove, Duration LongestGap, bool? Held)
{
    /// <summary>A logger that is silent for longer leaves the chain unproven: loggers commonly write every ten minutes.</summary>
    public static readonly Duration MostSilent = Duration.FromHours(1);

    /// <summary>Between two readings the temperature is taken to change evenly, so a crossing of the limit is found to the second.</summary>
    public static ColdChain Of(ColdNeed need, ImmutableArray<TemperatureReading> readings)
    {
        var (above, gap) = (0.0, Duration.Zero);
        for (var i = 1; i < readings.Length; i++)
        {
            var span = readings[i].At - readings[i - 1].At;
            gap = Duration.Max(gap, span);
            above += span.TotalMinutes * ShareAbove(readings[i - 1].Celsius - need.WarmestCelsius, readings[i].Celsius - need.WarmestCelsius);
        }
        above = Math.Round(above, 6);
        return new(above, gap, above > need.MinutesAbove ? false : readings.Length < 2 || gap > MostSilent ? null : true);
    }

    /// <summary>The share of the way from one to the other that lies above zero.</summary>
    private static double ShareAbove(double from, double to) => (from > 0, to > 0) switch
    {
        (true, true) => 1,
        (false, false) => 0,
        (true, false) => from / (from - to),
        _ => to / (to - from),
    };
}
