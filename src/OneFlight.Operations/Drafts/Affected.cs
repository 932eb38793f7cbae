using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Drafts;

/// <summary>The flights that changes hit directly, as targets for the planner.</summary>
internal static class Affected
{
    /// <summary>What the changes themselves move, and flights that lose a unit, a pad, a port or a person for a time.</summary>
    /// <returns>For each flight the date it stands on or is sent to; a flight that has launched is never among them.</returns>
    public static ImmutableArray<FlightTarget> Flights(AppliedChanges applied, ImmutableArray<Change> changes, Instant now)
    {
        var targets = applied.Targets.ToDictionary(t => t.Flight);
        foreach (var change in changes)
            foreach (var flight in applied.Facts.Flights)
            {
                if (flight.Plan is not { } plan || plan.Launch <= now || targets.ContainsKey(flight.Id)) continue;
                if (Hits(change, flight, plan, applied.Facts, now) is not { } hit) continue;
                targets.Add(flight.Id, new(flight.Id, plan.Launch, plan.Launch, MaySwap: true, hit.Cause, hit.Why));
            }
        return [.. targets.Values.OrderBy(t => t.NotBefore).ThenBy(t => t.Flight.Value, StringComparer.Ordinal)];
    }

    /// <summary>When what hits the flight is over; null: it is not known.</summary>
    public static Instant? Over(ImmutableArray<Change> changes, Flight flight, Campaign facts, Instant now)
    {
        Instant? over = Instant.MinValue;
        foreach (var change in changes)
        {
            if (flight.Plan is not { } plan || Hits(change, flight, plan, facts, now) is null) continue;
            var end = change switch { OutOfService o => o.To, NotFit n => n.To, CargoLate c => c.Ready, _ => Instant.MinValue };
            over = end is { } known && over is { } before ? Instant.Max(known, before) : null;
        }
        return over;
    }

    private static (ThingId Cause, string Why)? Hits(Change change, Flight flight, FlightPlan plan, Campaign facts, Instant now)
    {
        switch (change)
        {
            case OutOfService { Thing: var thing } outage when Uses(thing, outage, flight, plan, facts):
                return (thing, $"{thing.Kind} {thing.Id} is out of service");
            case NotFit unfit when flight.Seats.Any(s => s.Person == unfit.Person)
                && (unfit.From ?? now) < (plan.End ?? Instant.MaxValue) && plan.Launch < (unfit.To ?? Instant.MaxValue):
                return (unfit.Person.Thing, "not cleared for these dates");
            case CargoLate late when facts.Cargo.Any(i => i.Id == late.Item && i.Flight == flight.Id):
                return (late.Item.Thing, "the item is late");
            default:
                return null;
        }
    }

    private static bool Uses(ThingId thing, OutOfService outage, Flight flight, FlightPlan plan, Campaign facts)
    {
        var holds = thing.Kind switch
        {
            FleetKinds.Vehicle when plan.Vehicle.Value == thing.Id => ((Instant, Instant?)[])[(plan.Launch, plan.End)],
            FleetKinds.Pad when plan.Pad?.Value == thing.Id && facts.Fleet.Pads.FirstOrDefault(p => p.Id == plan.Pad) is { } pad =>
                [(plan.Launch - pad.Before, plan.Launch + pad.After)],
            FleetKinds.Port => [.. plan.Stays.Where(s => s.Port.Value == thing.Id).Select(s => (s.From, s.To))],
            _ => [],
        };
        return holds.Any(h => h.Item1 < (outage.To ?? Instant.MaxValue) && outage.From < (h.Item2 ?? Instant.MaxValue));
    }
}
