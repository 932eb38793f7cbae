using NodaTime;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>docked-endurance and free-flight-endurance: no longer attached, and no longer free, than the type is made for.</summary>
internal static class EnduranceFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var flight in facts.Flights)
        {
            if (flight.Type is not { } type || judgment.AtFault(flight.Id)) continue;
            if (type.DockedEndurance is { } docked && Docked(flight) is { } attached && attached > docked)
                judgment.Find(Rules.DockedEndurance, $"{Say.Long(attached)} attached, a {type.Name} is made for {Say.Long(docked)}", flight.Id.Thing);
            if (type.FreeFlightEndurance is { } free && Free(flight) is { } alone && alone > free)
                judgment.Find(Rules.FreeFlightEndurance, $"{Say.Long(alone)} in free flight, a {type.Name} is made for {Say.Long(free)}", flight.Id.Thing);
        }
    }

    private static Duration? Docked(PlannedFlight flight) => flight.Plan.Stays is [var first, ..] ? flight.Plan.Stays[^1].To - first.From : null;

    /// <summary>Out and back; what is not known is not counted.</summary>
    private static Duration? Free(PlannedFlight flight)
    {
        var plan = flight.Plan;
        if (plan.Stays.IsEmpty) return plan.End - plan.Launch;
        var back = plan.Stays[^1].To is { } left && plan.End is { } end ? end - left : Duration.Zero;
        return plan.Stays[0].From - plan.Launch + back;
    }
}
