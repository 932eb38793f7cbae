using System.Globalization;

namespace OneFlight.Operations.Performance;

/// <summary>So many of so many, with what that can show: a share without its count and interval is a slogan.</summary>
public readonly record struct Proportion(int Hits, int Count)
{
    private const double Z = 1.96;

    /// <summary>Null: nobody was asked, nothing was counted.</summary>
    public double? Share => Count == 0 ? null : (double)Hits / Count;

    /// <summary>The lower end of the 95 % interval of Wilson; 0 when nothing was counted.</summary>
    public double Lower => Bound(-1);

    /// <summary>The upper end; 1 when nothing was counted.</summary>
    public double Upper => Bound(1);

    // Wilson (1927): the score interval, which stays within 0 and 1 and holds for small counts.
    private double Bound(int side)
    {
        if (Count == 0) return side < 0 ? 0 : 1;
        double n = Count, p = Hits / n;
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return Math.Clamp((p + (Z * Z / (2 * n)) + (side * half)) / (1 + (Z * Z / n)), 0, 1);
    }

    /// <summary>The least count at which a perfect record shows at least this share.</summary>
    /// <param name="target">Above 0 and below 1.</param>
    public static int LeastCountToShow(double target)
    {
        // With all hits the lower bound is n / (n + z²).
        var count = Math.Max(1, (int)Math.Floor(target * Z * Z / (1 - target)) - 1);
        while (new Proportion(count, count).Lower < target) count++;
        return count;
    }

    /// <summary>What can be said of a target that a share should reach (or stay under).</summary>
    public string Against(double target, bool atLeast)
    {
        if (Count == 0) return "cannot be shown yet: nothing to count";
        if (atLeast ? Lower >= target : Upper <= target) return "shown";
        if (atLeast ? Upper < target : Lower > target) return "missed";
        var needed = LeastCountToShow(atLeast ? target : 1 - target);
        var perfect = atLeast ? "without one miss" : "without one such case";
        return string.Create(CultureInfo.InvariantCulture, $"cannot be shown yet: {(atLeast ? "at least" : "at most")} {(atLeast ? Lower : Upper) * 100:0.0} %; {target * 100:0.#} % takes {needed} {perfect}");
    }
}

/// <summary>Promoters (9 and 10 of 10) less detractors (0 to 6), in points from -100 to 100.</summary>
public readonly record struct PromoterScore(int Promoters, int Passives, int Detractors)
{
    public int Count => Promoters + Passives + Detractors;

    public double? Value => Count == 0 ? null : 100.0 * (Promoters - Detractors) / Count;

    /// <summary>Half of the 95 % interval, in points; null: nobody answered.</summary>
    public double? HalfWidth
    {
        get
        {
            if (Count == 0) return null;
            double p = (double)Promoters / Count, d = (double)Detractors / Count;
            return 196 * Math.Sqrt((p + d - ((p - d) * (p - d))) / Count);
        }
    }

    /// <param name="answers">From 0 to 10.</param>
    public static PromoterScore Of(IEnumerable<int> answers)
    {
        var all = answers.ToList();
        return new(all.Count(a => a >= 9), all.Count(a => a is 7 or 8), all.Count(a => a <= 6));
    }
}

/// <summary>What a record without a failure shows, and what a small chance comes to over many flights.</summary>
public static class Exposure
{
    /// <summary>The 95 % upper bound of the chance of failure a flight after so many flights without one: 1 - 0.05^(1/n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No flight: nothing is known.</exception>
    public static double ZeroFailureBound(int flights) => flights > 0
        ? 1 - Math.Pow(0.05, 1.0 / flights)
        : throw new ArgumentOutOfRangeException(nameof(flights), flights, "Without a flight there is no bound.");

    /// <summary>The chance that none of so many flights is lost.</summary>
    public static double NoneLost(double chanceAFlight, int flights) => Math.Pow(1 - chanceAFlight, flights);
}
