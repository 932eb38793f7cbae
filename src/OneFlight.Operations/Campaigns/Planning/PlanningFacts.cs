using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Numbers what flights share: units, pads, ports and persons as unary resources, stations as spacing groups.</summary>
internal sealed class PlanningFacts
{
    private readonly List<(ThingId Thing, string Name)> unary = [];
    private readonly List<ImmutableArray<Closing>> closings = [];
    private readonly Dictionary<ThingId, int> numbers = [];

    public PlanningFacts(Campaign campaign)
    {
        Campaign = campaign;
        foreach (var vehicle in campaign.Fleet.Vehicles) Add(vehicle.Id.Thing, vehicle.Name, Closed(vehicle.Outages));
        foreach (var pad in campaign.Fleet.Pads) Add(pad.Id.Thing, pad.Name, Closed(pad.Outages));
        foreach (var port in campaign.Fleet.Stations.SelectMany(s => s.Ports)) Add(port.Id.Thing, port.Name, Closed(port));
        foreach (var person in campaign.Flights.SelectMany(f => f.Seats).Select(s => s.Person).OfType<PersonId>().Distinct())
        {
            Add(person.Thing, person.Value, []);
        }

        Types = First(campaign.Fleet.Types, t => t.Id);
        Vehicles = First(campaign.Fleet.Vehicles, v => v.Id);
        Pads = First(campaign.Fleet.Pads, p => p.Id);
        Stations = First(campaign.Fleet.Stations, s => s.Id);
        Ports = First(campaign.Fleet.Stations.SelectMany(s => s.Ports), p => p.Id);
        StationOf = First(campaign.Fleet.Stations.SelectMany((s, i) => s.Ports.Select(p => (Port: p.Id, Index: i))), x => x.Port)
            .ToDictionary(x => x.Key, x => x.Value.Index);
        UnitsOf = campaign.Fleet.Vehicles.ToLookup(v => v.Type);
        var resources = campaign.Fleet.Resources;
        ResourceNumbers = First(resources.Select((r, i) => (r.Id, Index: i)), x => x.Id).ToDictionary(x => x.Key, x => x.Value.Index);
        Supply = new([.. closings], [.. campaign.Fleet.Stations.Select(s => s.Traffic.BetweenEvents.Ticks())], [.. resources.Select(r => r.Capacity)]);
        var templates = campaign.Templates.DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        OwnNetworks = First(campaign.Flights.Where(f => !f.OwnActivities.IsEmpty), f => f.Id).ToDictionary(f => f.Key, f => new TemplateNetwork(
            OwnTemplate.Of(f.Value, f.Value.Template is { } id ? templates.GetValueOrDefault(id) : null)!.Activities, ResourceNumbers));
        TemplateOf = campaign.Templates.DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => new TemplateNetwork(t.Activities, ResourceNumbers));
    }

    public Campaign Campaign { get; }
    public Dictionary<VehicleTypeId, VehicleType> Types { get; }
    public Dictionary<VehicleId, Vehicle> Vehicles { get; }
    public Dictionary<PadId, Pad> Pads { get; }
    public Dictionary<StationId, Station> Stations { get; }
    public Dictionary<PortId, Port> Ports { get; }
    public Dictionary<PortId, int> StationOf { get; }
    public ILookup<VehicleTypeId, Vehicle> UnitsOf { get; }
    public Dictionary<ResourceId, int> ResourceNumbers { get; }
    public Dictionary<string, TemplateNetwork> TemplateOf { get; }

    /// <summary>Of the flights that have activities beyond their template's.</summary>
    private Dictionary<FlightId, TemplateNetwork> OwnNetworks { get; }

    public OneFlight.Solvers.Scheduling.Supply Supply { get; }

    /// <summary>The number of a unary resource; null: the fleet does not have it.</summary>
    public int? Number(ThingId thing) => numbers.TryGetValue(thing, out var number) ? number : null;

    public (ThingId Thing, string Name) Unary(int number) => unary[number];

    /// <summary>The activities of the flight's template and its own; null: it has neither.</summary>
    public TemplateNetwork? Template(Flight flight) =>
        OwnNetworks.TryGetValue(flight.Id, out var own) ? own : flight.Template is { } id ? TemplateOf.GetValueOrDefault(id) : null;

    /// <summary>True when a pad serves a type; one that names none serves all.</summary>
    public bool Serves(Pad pad, VehicleTypeId type) => pad.Serves.IsEmpty || pad.Serves.Contains(type);

    /// <summary>True when a type can dock at a port: it is on the port's list, where there is one, and they share an interface.</summary>
    public bool Fits(Port port, VehicleTypeId type)
    {
        if (!port.Compatible.IsEmpty && !port.Compatible.Contains(type)) return false;
        if (port.Interface.Length == 0 || Types.GetValueOrDefault(type)?.Interface is not { } own) return true;
        const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return port.Interface.Split(',', Clean).Intersect(own.Split(',', Clean)).Any();
    }

    private static Dictionary<TKey, T> First<TKey, T>(IEnumerable<T> items, Func<T, TKey> key) where TKey : notnull =>
        items.DistinctBy(key).ToDictionary(key);

    private void Add(ThingId thing, string name, ImmutableArray<Closing> closed)
    {
        if (!numbers.TryAdd(thing, unary.Count)) return;
        unary.Add((thing, name));
        closings.Add(closed);
    }

    private static ImmutableArray<Closing> Closed(ImmutableArray<Outage> outages) =>
        [.. outages.Select(o => new Closing(o.From.Ticks(), o.To.Ticks())).OrderBy(c => c.From)];

    private static ImmutableArray<Closing> Closed(Port port)
    {
        var closed = Closed(port.Outages);
        if (port.AvailableFrom is { } from) closed = closed.Add(new(Horizon.Always, from.Ticks()));
        if (port.AvailableTo is { } to) closed = closed.Add(new(to.Ticks(), Horizon.Never));
        return [.. closed.OrderBy(c => c.From)];
    }
}
