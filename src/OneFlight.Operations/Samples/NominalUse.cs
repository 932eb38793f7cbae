using NodaTime;

namespace OneFlight.Operations.Samples;

/// <summary>How much of a thing the nominal times hold at once, and how much of it there has to be.</summary>
internal static class NominalUse
{
    /// <summary>The peak is to be about three quarters of what there is.</summary>
    private const double PeakShare = 0.75;

    /// <summary>The number of units that makes this peak three quarters of them, at least one.</summary>
    public static int Sized(int peak) => Math.Max(1, (int)Math.Ceiling(peak / PeakShare));

    /// <summary>The most intervals that hold at one instant; half-open, so that one may begin as another ends.</summary>
    public static int Peak(IEnumerable<Interval> intervals)
    {
        var events = new List<long>();
        foreach (var interval in intervals)
        {
            if (interval.Duration <= Duration.Zero) continue;
            // The lowest bit tells a start from an end, and lets an end at the same instant come first.
            events.Add((interval.Start.ToUnixTimeMilliseconds() << 1) | 1);
            events.Add(interval.End.ToUnixTimeMilliseconds() << 1);
        }
        events.Sort();
        var (now, peak) = (0, 0);
        foreach (var at in events)
        {
            now += (at & 1) == 1 ? 1 : -1;
            peak = Math.Max(peak, now);
        }
        return peak;
    }
}
