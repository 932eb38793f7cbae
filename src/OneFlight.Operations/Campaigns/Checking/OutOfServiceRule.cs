using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>out-of-service: no unit, pad or port is used while it is not to be had.</summary>
internal static class OutOfServiceRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var flight in facts.Flights)
        {
            if (judgment.AtFault(Rules.TimeOrder, flight.Id)) continue;
            var plan = flight.Plan;
            if (flight.Unit is { } unit && Hit(unit.Outages, plan.Launch, flight.UnitFree) is { } broken)
                judgment.Violate(Rules.OutOfService, flight.Id, Text(unit.Name, broken), unit.Id.Thing);
            if (plan.Pad is { } id && facts.Pads.TryGetValue(id, out var pad) && Hit(pad.Outages, plan.Launch - pad.Before, plan.Launch + pad.After) is { } closed)
                judgment.Violate(Rules.OutOfService, flight.Id, Text(pad.Name, closed), id.Thing);
            foreach (var stay in plan.Stays)
            {
                if (facts.Ports.TryGetValue(stay.Port, out var at) && Hit(at.Port.Outages, stay.From, stay.To ?? Instant.MaxValue) is { } shut)
                    judgment.Violate(Rules.OutOfService, flight.Id, Text(at.Port.Name, shut), stay.Port.Thing);
            }
        }
    }

    /// <summary>The first outage that overlaps the half-open time.</summary>
    public static Outage? Hit(ImmutableArray<Outage> outages, Instant from, Instant to) => outages.IsEmpty ? null
        : outages.Where(o => o.From < to && from < (o.To ?? Instant.MaxValue)).OrderBy(o => o.From).ThenBy(o => o.Why, StringComparer.Ordinal).FirstOrDefault();

    public static string Text(string name, Outage outage) =>
        $"{name} is out of service from {Say.At(outage.From)} {(outage.To is { } to ? Say.Until(to) : "until further notice")}: {outage.Why}";
}
