using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Campaigns;

public readonly record struct CampaignId(string Value) { public override string ToString() => Value; }

/// <summary>Everything planned together, with every fact the plan stands on. An immutable value: a change returns a new one,
/// and unchanged flights stay the same objects, so that comparing and keeping are cheap.</summary>
/// <param name="AsOf">"Now" for samples and studies; null: the clock on the wall.</param>
/// <param name="Notice">Said on every screen, such as where the data come from and what is sample.</param>
public sealed record Campaign(
    CampaignId Id, string Name, Instant? AsOf, string? Notice, FleetBook Fleet, PeopleBook People,
    ImmutableArray<MissionTemplate> Templates, ImmutableArray<PromiseRule> Rules,
    ImmutableArray<Flight> Flights, ImmutableArray<CustomerMission> Missions, ImmutableArray<Promise> Promises,
    ImmutableArray<CargoItem> Cargo)
{
    /// <summary>A campaign with nothing in it.</summary>
    public static Campaign Empty(CampaignId id, string name) => new(
        id, name, null, null, new([], [], [], [], []), new([], []), [], [], [], [], [], []);
}
