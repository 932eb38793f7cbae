using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>time-order, between a flight's own times and its stays: attached only after launch and arrival, at one port at a time, and no longer than it is there.</summary>
/// <remarks>Judged last: a stay that reaches into another's is that fault first, and only what no other rule explains is a contradiction of its own.</remarks>
internal static class AttachmentOrderRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var flight in facts.Flights)
        {
            if (judgment.AtFault(flight.Id) || flight.Plan.Stays.IsEmpty) continue;
            if (Contradictions(flight.Plan).ToList() is { Count: > 0 } faults) judgment.Violate(Rules.TimeOrder, flight.Id, string.Join("; ", faults));
        }
    }

    private static IEnumerable<string> Contradictions(FlightPlan plan)
    {
        var (first, last) = (plan.Stays[0], plan.Stays[^1]);
        if (first.From < plan.Launch) yield return $"attached {Say.At(first.From)} before launch {Say.At(plan.Launch)}";
        else if (first.From < plan.Arrival) yield return $"attached {Say.At(first.From)} before arrival {Say.At(plan.Arrival.Value)}";
        for (var i = 1; i < plan.Stays.Length; i++)
        {
            if (plan.Stays[i].From < (plan.Stays[i - 1].To ?? Instant.MaxValue))
                yield return $"comes to {plan.Stays[i].Port} {Say.At(plan.Stays[i].From)} and holds {plan.Stays[i - 1].Port} {Say.Until(plan.Stays[i - 1].To ?? Instant.MaxValue)}";
        }
        var leaves = last.To ?? Instant.MaxValue;
        if (plan.Departure is { } departure && departure < leaves) yield return $"departs {Say.At(departure)} and holds {last.Port} {Say.Until(leaves)}";
        else if (plan.End is { } end && end < leaves) yield return $"ends {Say.At(end)} and holds {last.Port} {Say.Until(leaves)}";
    }
}
