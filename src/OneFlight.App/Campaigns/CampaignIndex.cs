using System.Collections.Frozen;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Campaigns;

/// <summary>The things of a campaign by their ids, and by what they belong to.</summary>
public sealed record CampaignIndex(
    FrozenDictionary<FlightId, Flight> Flights, FrozenDictionary<MissionId, CustomerMission> Missions,
    FrozenDictionary<PromiseId, Promise> Promises, FrozenDictionary<string, PromiseRule> Rules,
    FrozenDictionary<PersonId, Person> Persons, FrozenDictionary<OrganizationId, Organization> Organizations,
    FrozenDictionary<VehicleId, Vehicle> Vehicles, FrozenDictionary<VehicleTypeId, VehicleType> Types,
    FrozenDictionary<PadId, Pad> Pads, FrozenDictionary<PortId, Port> Ports, FrozenDictionary<PortId, Station> StationOfPort,
    FrozenDictionary<ResourceId, Resource> Resources, FrozenDictionary<string, FrozenDictionary<ActivityId, ActivityTemplate>> Templates,
    ILookup<FlightId, CustomerMission> MissionsOf, ILookup<MissionId, Promise> PromisesOf, ILookup<FlightId, CargoItem> CargoOf)
{
    public static CampaignIndex Of(Campaign c) => new(
        c.Flights.ToFrozenDictionary(f => f.Id), c.Missions.ToFrozenDictionary(m => m.Id),
        c.Promises.ToFrozenDictionary(p => p.Id), c.Rules.ToFrozenDictionary(r => r.Id),
        c.People.Persons.ToFrozenDictionary(p => p.Id), c.People.Organizations.ToFrozenDictionary(o => o.Id),
        c.Fleet.Vehicles.ToFrozenDictionary(v => v.Id), c.Fleet.Types.ToFrozenDictionary(t => t.Id),
        c.Fleet.Pads.ToFrozenDictionary(p => p.Id),
        c.Fleet.Stations.SelectMany(s => s.Ports).ToFrozenDictionary(p => p.Id),
        c.Fleet.Stations.SelectMany(s => s.Ports.Select(p => (p.Id, s))).ToFrozenDictionary(x => x.Id, x => x.s),
        c.Fleet.Resources.ToFrozenDictionary(r => r.Id),
        c.Templates.ToFrozenDictionary(t => t.Id, t => t.Activities.ToFrozenDictionary(a => a.Id)),
        c.Missions.Where(m => m.Flight is not null).ToLookup(m => m.Flight!.Value),
        c.Promises.ToLookup(p => p.Mission), c.Cargo.ToLookup(i => i.Flight))
    {
        OwnActivities = c.Flights.Where(f => !f.OwnActivities.IsEmpty).ToFrozenDictionary(f => f.Id, f => f.OwnActivities.DistinctBy(a => a.Id).ToFrozenDictionary(a => a.Id)),
    };

    /// <summary>What flights do beyond their templates.</summary>
    public FrozenDictionary<FlightId, FrozenDictionary<ActivityId, ActivityTemplate>> OwnActivities { get; init; } = FrozenDictionary<FlightId, FrozenDictionary<ActivityId, ActivityTemplate>>.Empty;

    /// <summary>The name that may be shown to anyone who may read the campaign.</summary>
    public string NameOf(PersonId? id, string none = "no one yet") =>
        id is not { } person ? none : Persons.TryGetValue(person, out var found) ? found.PublicName : person.Value;

    public string NameOf(OrganizationId? id, string none = "–") =>
        id is not { } organization ? none : Organizations.TryGetValue(organization, out var found) ? found.Name : organization.Value;

    public string NameOf(VehicleId id) => Vehicles.TryGetValue(id, out var found) ? found.Name : id.Value;
    public string NameOf(PadId id) => Pads.TryGetValue(id, out var found) ? found.Name : id.Value;
    public string NameOf(PortId id) => Ports.TryGetValue(id, out var found) ? found.Name : id.Value;
    public string NameOf(FlightId id) => Flights.TryGetValue(id, out var found) ? found.Name : id.Value;
    public string NameOf(MissionId id) => Missions.TryGetValue(id, out var found) ? found.Name : id.Value;

    /// <summary>The activity as its flight's template, or the flight itself, describes it; null when neither has it.</summary>
    public ActivityTemplate? TemplateOf(Flight flight, ActivityId activity) =>
        flight.Template is { } id && Templates.TryGetValue(id, out var activities) && activities.TryGetValue(activity, out var known) ? known
            : OwnActivities.TryGetValue(flight.Id, out var own) ? own.GetValueOrDefault(activity) : null;
}
