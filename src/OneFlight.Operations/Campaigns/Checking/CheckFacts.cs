using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>A flight that stands in the plan, with what it flies. Compared by reference: there is one for each flight.</summary>
internal sealed class PlannedFlight(Flight flight, FlightPlan plan, Vehicle? unit, VehicleType? type)
{
    public Flight Flight => flight;
    public FlightPlan Plan => plan;
    public Vehicle? Unit => unit;

    /// <summary>As flown, else the unit's; null: the unit or its type is not in the fleet.</summary>
    public VehicleType? Type => type;

    public FlightId Id => flight.Id;

    /// <summary>Its stays, and what a record says beside them of where it was: a port that is said to be used must be free and fit as well.</summary>
    public IEnumerable<PortStay> Claims
    {
        get
        {
            foreach (var stay in plan.Stays) yield return stay;
            if (plan.Stays.IsEmpty) yield break;
            if (plan.Flown?.ArrivalPort is { } arrival) yield return plan.Stays[0] with { Port = arrival };
            if (plan.Flown?.DeparturePort is { } departure) yield return plan.Stays[^1] with { Port = departure };
        }
    }

    /// <summary>When the unit is free again; of one still up there, never; where only the landing is not known, its departure is the least it can be.</summary>
    public Instant UnitFree { get; } = plan.End ?? plan.Departure ?? Instant.MaxValue;
}

/// <summary>The campaign made ready for judging: everything by its id, flights in a fixed order.</summary>
internal sealed class CheckFacts
{
    public required Campaign Campaign { get; init; }

    /// <summary>Neither cancelled nor without a plan; in order of id.</summary>
    public required ImmutableArray<PlannedFlight> Flights { get; init; }

    public required Dictionary<PadId, Pad> Pads { get; init; }
    public required Dictionary<PortId, (Station Station, Port Port)> Ports { get; init; }
    public required Dictionary<string, TemplateFacts> Templates { get; init; }

    /// <summary>Of the flights that have activities beyond their template's: both together.</summary>
    public required Dictionary<FlightId, TemplateFacts> Own { get; init; }

    /// <summary>What the flight goes through; null: it has neither a template nor activities of its own.</summary>
    public TemplateFacts? Template(Flight flight) =>
        Own.TryGetValue(flight.Id, out var own) ? own : flight.Template is { } id ? Templates.GetValueOrDefault(id) : null;

    /// <summary>Of each flight that carries something, in the order of <see cref="Flights"/>.</summary>
    public required ImmutableArray<Manifest> Manifests { get; init; }

    public static CheckFacts Of(Campaign campaign)
    {
        var types = campaign.Fleet.Types.DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        var units = campaign.Fleet.Vehicles.DistinctBy(v => v.Id).ToDictionary(v => v.Id);
        var templates = campaign.Templates.DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        var flights = campaign.Flights.Where(f => f is { Plan: not null, Cancelled: null }).OrderBy(f => f.Id.Value, StringComparer.Ordinal).Select(f =>
        {
            var unit = units.GetValueOrDefault(f.Plan!.Vehicle);
            var type = f.Plan.Flown?.Type ?? unit?.Type;
            return new PlannedFlight(f, f.Plan, unit, type is { } id ? types.GetValueOrDefault(id) : null);
        });
        ImmutableArray<PlannedFlight> planned = [.. flights];
        var cargo = campaign.Cargo.ToLookup(i => i.Flight);
        return new()
        {
            Campaign = campaign,
            Flights = planned,
            Manifests = [.. planned.Where(f => cargo.Contains(f.Id)).Select(f => Manifest.Of(f.Flight, f.Type, cargo[f.Id].OrderBy(i => i.Id.Value, StringComparer.Ordinal), campaign.Supply.Bags, campaign.Supply.Segregation))],
            Pads = campaign.Fleet.Pads.DistinctBy(p => p.Id).ToDictionary(p => p.Id),
            Ports = campaign.Fleet.Stations.SelectMany(s => s.Ports.Select(p => (Station: s, Port: p))).DistinctBy(p => p.Port.Id).ToDictionary(p => p.Port.Id),
            Templates = templates.ToDictionary(t => t.Key, t => TemplateFacts.Of(t.Value)),
            Own = campaign.Flights.Where(f => !f.OwnActivities.IsEmpty).DistinctBy(f => f.Id).ToDictionary(f => f.Id,
                f => TemplateFacts.Of(OwnTemplate.Of(f, f.Template is { } id ? templates.GetValueOrDefault(id) : null)!)),
        };
    }
}
