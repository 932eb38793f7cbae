using System.Collections.Immutable;

namespace OneFlight.FlightMechanics.Time;

/// <summary>One day of an Earth orientation table, at 0 h UTC.</summary>
/// <param name="Day">Days since 2000-01-01.</param>
public readonly record struct OrientationRow(int Day, double Ut1MinusUtcSeconds, double PoleXArcseconds, double PoleYArcseconds);

/// <summary>Earth orientation at a moment, with how wrong it can be.</summary>
/// <param name="TimeErrorBoundSeconds">Bound on UT1; zero inside the table.</param>
/// <param name="PoleErrorBoundArcseconds">Bound on each pole coordinate; zero inside the table.</param>
public readonly record struct OrientationAt(
    double Ut1MinusTaiSeconds, double PoleXArcseconds, double PoleYArcseconds, double TimeErrorBoundSeconds, double PoleErrorBoundArcseconds);

/// <summary>UT1, the pole and the leap seconds as one value with a stated span; outside it a stated error, never a guess and never a fetch.</summary>
public sealed class EarthOrientation
{
    /// <summary>UTC is kept within this of UT1 by definition.</summary>
    private const double LargestUt1MinusUtcSeconds = 0.9;

    /// <summary>The pole has stayed within this since it was first measured.</summary>
    private const double LargestPoleArcseconds = 0.7;

    private readonly ImmutableArray<OrientationRow> rows;
    private readonly OrientationRow? always;

    private EarthOrientation(ImmutableArray<OrientationRow> rows, OrientationRow? always, LeapSeconds leapSeconds, string edition) =>
        (this.rows, this.always, LeapSeconds, Edition) = (rows, always, leapSeconds, edition);

    /// <summary>The leap seconds that belong to this table.</summary>
    public LeapSeconds LeapSeconds { get; }

    /// <summary>What the table is, for the provenance of answers.</summary>
    public string Edition { get; }

    /// <summary>The last day with given values, counted since 2000-01-01; null when none or all are given.</summary>
    public int? KnownUntilDay => rows.IsEmpty ? null : rows[^1].Day;

    /// <summary>No table: UT1 is taken as UTC and the pole as its mean, with the error that this can have.</summary>
    public static EarthOrientation Unknown(LeapSeconds leapSeconds) => new([], null, leapSeconds, "none");

    /// <summary>The same given values at every moment, as a published example states them.</summary>
    public static EarthOrientation Given(double ut1MinusUtcSeconds, double poleXArcseconds, double poleYArcseconds, LeapSeconds leapSeconds) =>
        new([], new(0, ut1MinusUtcSeconds, poleXArcseconds, poleYArcseconds), leapSeconds, "given");

    /// <summary>A table, linear between its days.</summary>
    /// <exception cref="ArgumentException">Fewer than two rows, or days out of order.</exception>
    public static EarthOrientation FromTable(ImmutableArray<OrientationRow> rows, LeapSeconds leapSeconds, string edition)
    {
        if (rows.IsDefault || rows.Length < 2) throw new ArgumentException("An orientation table has at least two rows.", nameof(rows));
        for (var i = 1; i < rows.Length; i++)
            if (rows[i].Day <= rows[i - 1].Day) throw new ArgumentException("Rows stand in time order.", nameof(rows));
        return new(rows, null, leapSeconds, edition);
    }

    /// <summary>The orientation at a moment.</summary>
    public OrientationAt At(Epoch epoch)
    {
        var utc = UtcTime.From(epoch, LeapSeconds);
        var offset = LeapSeconds.TaiMinusUtcSeconds(utc.Day);
        if (always is { } given)
            return new(given.Ut1MinusUtcSeconds - offset, given.PoleXArcseconds, given.PoleYArcseconds, 0, 0);
        if (rows.IsEmpty || utc.Day < rows[0].Day || utc.Day >= rows[^1].Day)
            return new(-offset, 0, 0, LargestUt1MinusUtcSeconds + LeapSeconds.ErrorBoundSeconds(utc.Day), LargestPoleArcseconds);

        var (before, after) = Around(utc.Day);
        var share = (utc.Day - before.Day + ((utc.SecondOfDay + (utc.Attoseconds / 1e18)) / 86_400)) / (after.Day - before.Day);
        // UT1 - TAI runs on over a leap second, UT1 - UTC jumps.
        var first = before.Ut1MinusUtcSeconds - LeapSeconds.TaiMinusUtcSeconds(before.Day);
        var last = after.Ut1MinusUtcSeconds - LeapSeconds.TaiMinusUtcSeconds(after.Day);
        return new(first + (share * (last - first)), Between(before.PoleXArcseconds, after.PoleXArcseconds), Between(before.PoleYArcseconds, after.PoleYArcseconds), 0, 0);

        double Between(double from, double to) => from + (share * (to - from));
    }

    private (OrientationRow Before, OrientationRow After) Around(int day)
    {
        var (low, high) = (0, rows.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Day <= day) low = middle; else high = middle;
        }
        return (rows[low], rows[high]);
    }
}
