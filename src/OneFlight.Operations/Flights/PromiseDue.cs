using System.Globalization;
using NodaTime;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Flights;

/// <summary>When a promise is decided: an anchor of the flight and a number of days, such as <c>landing+30</c>.</summary>
public static class PromiseDue
{
    private static readonly string[] Anchors = ["launch", "arrival", "departure", "landing"];

    /// <summary>The instant in the plan; null when the rule names none, or the plan has no such anchor.</summary>
    public static Instant? Due(PromiseRule rule, Flight flight)
    {
        if (rule.Due is null || flight.Plan is not { } plan || Parse(rule.Due) is not var (anchor, days)) return null;
        Instant? at = anchor switch
        {
            "launch" => plan.Launch,
            // On a free flight the first day on board begins with the launch.
            "arrival" => plan.Arrival ?? (flight.Wish.Station is null ? plan.Launch : null),
            "departure" => plan.Departure ?? (flight.Wish.Station is null ? plan.End : null),
            _ => plan.End,
        };
        return at + Duration.FromDays(days);
    }

    /// <summary>Reads an anchor with an optional day offset; null when it is not one.</summary>
    public static (string Anchor, double Days)? Parse(string due)
    {
        var cut = due.AsSpan().IndexOfAny('+', '-');
        var anchor = cut < 0 ? due : due[..cut];
        if (!Anchors.Contains(anchor, StringComparer.Ordinal)) return null;
        if (cut < 0) return (anchor, 0);
        return double.TryParse(due.AsSpan(cut), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days)
            ? (anchor, days) : null;
    }
}
