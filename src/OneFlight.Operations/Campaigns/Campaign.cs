using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Learning;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Safety;
using OneFlight.Operations.Stewardship;
using OneFlight.Operations.Supply;
using OneFlight.Operations.Training;

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
    /// <summary>Rules, demands, what people earned, and how they were chosen.</summary>
    public QualificationBook Qualifications { get; init; } = QualificationBook.Empty;

    /// <summary>What the surgeon lets the rest know: at most one standing clearance a person, the latest issued.</summary>
    public ImmutableArray<Clearance> Clearances { get; init; } = [];

    /// <summary>Curricula, who goes through them for which seat, and the sessions.</summary>
    public TrainingBook Training { get; init; } = TrainingBook.Empty;

    /// <summary>Hazards, consent, and the requirements that apply with their evidence.</summary>
    public SafetyBook Safety { get; init; } = SafetyBook.Empty;

    /// <summary>Phases, procedures, commit criteria and contingencies by which flights are flown.</summary>
    public ControlBook Control { get; init; } = ControlBook.Empty;

    /// <summary>What is in stock where, and how fast it is used.</summary>
    public SupplyBook Supply { get; init; } = SupplyBook.Empty;

    /// <summary>Contracts, what partners committed to, who is accountable for which step, and wishes.</summary>
    public CareBook Care { get; init; } = CareBook.Empty;

    /// <summary>What was learned, and what it changed.</summary>
    public LearningBook Learning { get; init; } = LearningBook.Empty;

    /// <summary>A campaign with nothing in it.</summary>
    public static Campaign Empty(CampaignId id, string name) => new(
        id, name, null, null, new([], [], [], [], []), new([], []), [], [], [], [], [], []);
}
