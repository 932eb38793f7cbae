using System.Collections.Immutable;

namespace OneFlight.FlightMechanics.Time;

/// <summary>From this UTC midnight on, TAI runs this many seconds ahead of UTC.</summary>
/// <param name="Day">Days since 2000-01-01.</param>
public readonly record struct LeapStep(int Day, int TaiMinusUtcSeconds);

/// <summary>The steps of TAI - UTC with the span in which they are known; a value, handed in, never fetched.</summary>
public sealed class LeapSeconds
{
    private readonly ImmutableArray<LeapStep> steps;

    /// <param name="steps">In time order, at least one; the first says from when UTC is known.</param>
    /// <param name="knownUntilDay">The first day, counted since 2000-01-01, for which a further step has not been ruled out.</param>
    /// <param name="edition">What the table is, for the provenance of answers.</param>
    /// <exception cref="ArgumentException">No steps, steps out of order, or an end before the last step.</exception>
    public LeapSeconds(ImmutableArray<LeapStep> steps, int knownUntilDay, string edition)
    {
        if (steps.IsDefaultOrEmpty) throw new ArgumentException("A leap second table has at least one step.", nameof(steps));
        for (var i = 1; i < steps.Length; i++)
            if (steps[i].Day <= steps[i - 1].Day) throw new ArgumentException("Steps stand in time order.", nameof(steps));
        if (knownUntilDay < steps[^1].Day) throw new ArgumentException("The table cannot end before its last step.", nameof(knownUntilDay));
        (this.steps, KnownUntilDay, Edition) = (steps, knownUntilDay, edition);
    }

    /// <summary>The first day, counted since 2000-01-01, for which a further step has not been ruled out.</summary>
    public int KnownUntilDay { get; }

    /// <summary>The first day, counted since 2000-01-01, that the table knows.</summary>
    public int KnownFromDay => steps[0].Day;

    /// <summary>What the table is.</summary>
    public string Edition { get; }

    /// <summary>TAI - UTC on a UTC day; outside the known span the nearest known figure, whose error <see cref="ErrorBoundSeconds"/> gives.</summary>
    public int TaiMinusUtcSeconds(int day) => steps[IndexOf(day)].TaiMinusUtcSeconds;

    /// <summary>How wrong a UTC time on this day can be: zero while the table is known, then a second for each half year that may have brought a step.</summary>
    /// <remarks>Before the first step UTC was steered by parts of a second from TAI: the bound is the ten seconds of the first step.</remarks>
    public double ErrorBoundSeconds(int day)
    {
        if (day < KnownFromDay) return steps[0].TaiMinusUtcSeconds;
        return day < KnownUntilDay ? 0 : HalfYear(day) - HalfYear(KnownUntilDay - 1);
    }

    /// <summary>Seconds that a UTC day has: 86400, or one more or less where a step follows.</summary>
    internal int SecondsOfDay(int day) => 86_400 + (TaiMinusUtcSeconds(day + 1) - TaiMinusUtcSeconds(day));

    private int IndexOf(int day)
    {
        for (var i = steps.Length - 1; i > 0; i--)
            if (day >= steps[i].Day) return i;
        return 0;
    }

    private static int HalfYear(int day)
    {
        var (year, month, _) = Calendar.Date(day);
        return (2 * year) + (month > 6 ? 1 : 0);
    }

    /// <summary>The published steps since 1972-01-01.</summary>
    /// <remarks>Source: IERS Bulletin C. A half year without a step is known only once its bulletin is out; the last one taken in here
    /// rules out a step until 2026-06-28.</remarks>
    public static LeapSeconds Published { get; } = new(
        [.. Calendar.Days("1972-01-01 1972-07-01 1973-01-01 1974-01-01 1975-01-01 1976-01-01 1977-01-01 1978-01-01 1979-01-01 1980-01-01 "
            + "1981-07-01 1982-07-01 1983-07-01 1985-07-01 1988-01-01 1990-01-01 1991-01-01 1992-07-01 1993-07-01 1994-07-01 1996-01-01 "
            + "1997-07-01 1999-01-01 2006-01-01 2009-01-01 2012-07-01 2015-07-01 2017-01-01").Select((day, i) => new LeapStep(day, 10 + i))],
        Calendar.Day(2026, 6, 28), "IERS Bulletin C, known until 2026-06-28");
}
