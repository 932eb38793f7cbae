using NodaTime;

namespace OneFlight.FlightMechanics.Time;

/// <summary>A reading of a UTC clock: a calendar day and the time of that day, which may be a leap second.</summary>
/// <param name="Day">Days since 2000-01-01.</param>
/// <param name="SecondOfDay">Whole seconds, 86400 only in a leap second.</param>
/// <param name="Attoseconds">The rest, from 0 to 10^18 - 1.</param>
public readonly record struct UtcTime(int Day, int SecondOfDay, long Attoseconds)
{
    private static readonly Instant Origin = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>The UTC reading at a moment, as far as the table knows: see <see cref="LeapSeconds.ErrorBoundSeconds"/>.</summary>
    public static UtcTime From(Epoch epoch, LeapSeconds leapSeconds)
    {
        var day = (int)Math.Floor((epoch.TaiSeconds - 60) / 86_400.0);
        while (epoch.TaiSeconds >= StartOf(day + 1, leapSeconds)) day++;
        return new(day, (int)(epoch.TaiSeconds - StartOf(day, leapSeconds)), epoch.Attoseconds);
    }

    /// <summary>The moment of this reading, as far as the table knows.</summary>
    public Epoch ToEpoch(LeapSeconds leapSeconds) => Epoch.FromTai(StartOf(Day, leapSeconds) + SecondOfDay, Attoseconds);

    /// <summary>The reading for an instant, which counts no leap seconds.</summary>
    public static UtcTime From(Instant instant)
    {
        var since = instant - Origin;
        var day = (int)Math.Floor(since.TotalDays);
        var nanoseconds = (since - Duration.FromDays(day)).ToInt64Nanoseconds();
        if (nanoseconds < 0) (day, nanoseconds) = (day - 1, nanoseconds + 86_400_000_000_000);
        if (nanoseconds >= 86_400_000_000_000) (day, nanoseconds) = (day + 1, nanoseconds - 86_400_000_000_000);
        return new(day, (int)(nanoseconds / 1_000_000_000), nanoseconds % 1_000_000_000 * 1_000_000_000);
    }

    /// <summary>The instant of this reading to the nanosecond below; a leap second becomes the first second of the next day.</summary>
    public Instant ToInstant() => Origin + Duration.FromDays(Day) + Duration.FromSeconds(SecondOfDay) + Duration.FromNanoseconds(Attoseconds / 1_000_000_000);

    /// <summary>The Julian date as midnight's half day and the fraction of this day, which keeps microseconds.</summary>
    /// <remarks>The quasi-Julian date of a day with a leap second counts 86400 seconds and holds the leap second at its end.</remarks>
    public (double Midnight, double Fraction) JulianDate =>
        (2_451_544.5 + Day, (SecondOfDay + (Attoseconds / 1e18)) / 86_400);

    private static long StartOf(int day, LeapSeconds leapSeconds) => (day * 86_400L) + leapSeconds.TaiMinusUtcSeconds(day);
}
