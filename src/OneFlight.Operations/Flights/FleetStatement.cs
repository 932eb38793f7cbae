using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Flights;

/// <summary>States what holds each vehicle unit, pad, port, station and resource.</summary>
public static class FleetStatement
{
    public static void State(FleetBook fleet, ImmutableArray<Flight> flights, ImmutableArray<MissionTemplate> templates, StatementBuilder statement)
    {
        var pads = fleet.Pads.ToDictionary(p => p.Id);
        var stations = fleet.Stations.SelectMany(s => s.Ports.Select(p => (p.Id, s.Id))).ToDictionary(p => p.Item1, p => p.Item2);
        var held = new Dictionary<ThingId, List<Holding>>();
        foreach (var flight in flights)
            if (flight.Plan is { } plan) Hold(flight, plan, pads, stations, held, statement);
        HoldResources(flights, templates, held);

        foreach (var vehicle in fleet.Vehicles) Say(vehicle.Id.Thing, vehicle.Name, vehicle.Outages, "flight", "flights");
        foreach (var pad in fleet.Pads) Say(pad.Id.Thing, pad.Name, pad.Outages, "launch", "launches");
        foreach (var resource in fleet.Resources) Say(resource.Id.Thing, resource.Name, resource.Outages, "booking", "bookings", resource.Capacity);
        foreach (var station in fleet.Stations)
        {
            Say(station.Id.Thing, station.Name, [], "stay", "stays");
            foreach (var port in station.Ports) Say(port.Id.Thing, $"{port.Name}, {station.Name}", port.Outages, "stay", "stays");
        }

        void Say(ThingId thing, string name, ImmutableArray<Outage> outages, string unit, string units, int? capacity = null)
        {
            var holdings = held.GetValueOrDefault(thing) ?? [];
            holdings.Sort();
            statement.State(thing, name, new HoldingsState([.. holdings], outages, Summary(holdings, outages, unit, units, capacity)));
        }
    }

    private static void Hold(
        Flight flight, FlightPlan plan, Dictionary<PadId, Pad> pads, Dictionary<PortId, StationId> stations,
        Dictionary<ThingId, List<Holding>> held, StatementBuilder statement)
    {
        Take(plan.Vehicle.Thing, plan.Launch, plan.End, "flies it");
        if (plan.Pad is { } id && pads.TryGetValue(id, out var pad)) Take(id.Thing, plan.Launch - pad.Before, plan.Launch + pad.After, "launches from it");
        foreach (var stay in plan.Stays)
        {
            Take(stay.Port.Thing, stay.From, stay.To, "holds it");
            if (stations.TryGetValue(stay.Port, out var station)) Take(station.Thing, stay.From, stay.To, "is in its traffic");
        }

        void Take(ThingId thing, Instant from, Instant? to, string reason)
        {
            Of(held, thing).Add(new(flight.Thing, from, to));
            statement.Link(flight.Thing, thing, reason);
            statement.Link(thing, flight.Thing, "has to be free for the flight");
        }
    }

    private static void HoldResources(ImmutableArray<Flight> flights, ImmutableArray<MissionTemplate> templates, Dictionary<ThingId, List<Holding>> held)
    {
        var byId = templates.ToDictionary(t => t.Id);
        foreach (var flight in flights)
            if (flight.Plan is not null && OwnTemplate.Of(flight, flight.Template is { } id ? byId.GetValueOrDefault(id) : null) is { } template)
                foreach (var (resource, holding) in Bookings(flight, template)) Of(held, resource).Add(holding);
    }

    // A flight is immutable, so its bookings are taken apart once; weak, so that they go with it.
    private static readonly ConditionalWeakTable<Flight, Tuple<MissionTemplate, (ThingId Resource, Holding Holding)[]>> booked = [];

    private static (ThingId Resource, Holding Holding)[] Bookings(Flight flight, MissionTemplate template)
    {
        if (booked.TryGetValue(flight, out var known) && ReferenceEquals(known.Item1, template)) return known.Item2;
        var needs = template.Activities.ToDictionary(a => a.Id, a => a.Needs);
        var bookings = flight.Plan!.Activities
            .SelectMany(a => needs.GetValueOrDefault(a.Id, []).Select(r => (r.Thing, new Holding(a.Id.On(flight.Id), a.Start, a.End)))).ToArray();
        booked.AddOrUpdate(flight, new(template, bookings));
        return bookings;
    }

    private static List<Holding> Of(Dictionary<ThingId, List<Holding>> held, ThingId thing)
    {
        if (!held.TryGetValue(thing, out var list)) held.Add(thing, list = []);
        return list;
    }

    private static string Summary(List<Holding> holdings, ImmutableArray<Outage> outages, string unit, string units, int? capacity)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{holdings.Count} {(holdings.Count == 1 ? unit : units)}");
        if (capacity is { } of) count += string.Create(CultureInfo.InvariantCulture, $", peak {Peak(holdings)} of {of}");
        return outages.IsEmpty ? count : count + ", out of service " + string.Join(", ", outages.Select(o => TimeText.Span(o.From, o.To)));
    }

    /// <summary>The most that is held at one instant; ends are open, so back to back counts as one.</summary>
    private static int Peak(List<Holding> sortedByStart)
    {
        var ends = new PriorityQueue<int, Instant>();
        var peak = 0;
        foreach (var holding in sortedByStart)
        {
            while (ends.TryPeek(out _, out var end) && end <= holding.From) ends.Dequeue();
            ends.Enqueue(0, holding.To ?? Instant.MaxValue);
            peak = Math.Max(peak, ends.Count);
        }
        return peak;
    }
}
