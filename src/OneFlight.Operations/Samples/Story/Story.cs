using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;

namespace OneFlight.Operations.Samples;

/// <summary>One flight whole, from the contract to a month after landing: ten private missions in the operator's year, each frozen at its
/// stage, and the cargo flights that feed their station.</summary>
/// <remarks>Each capability adds its part by a line in the lists below and a file of its own beside this one.</remarks>
public static class Story
{
    /// <summary>Files of <c>data/</c> that the story reads.</summary>
    public static readonly ImmutableArray<string> Files =
        ["curricula.csv", "requirements-catalogue.csv", "flight-phases.csv", "commit-criteria.csv", "contingencies.csv", "journey-templates.csv", "consumables.csv", "cargo-bags.csv", "hazard-segregation.csv", "risk-scales.csv", "medical-measures.csv"];

    /// <summary>What must stand before planning, because the planner looks at it: assignments, sessions, items, outages.</summary>
    private static readonly ImmutableArray<Func<Campaign, ImmutableArray<StoryFlight>, StoryTables, Campaign>> BeforePlanning =
    [
        StoryTraining.BeforePlanning,
        StoryControl.Consoles,
    ];

    /// <summary>What follows from the planned times: attendance, certificates, clearances, signatures.</summary>
    private static readonly ImmutableArray<Func<Campaign, ImmutableArray<StoryFlight>, StoryTables, Campaign>> AfterPlanning =
    [
        StoryControl.Checks,
        StoryTraining.AfterPlanning,
        StoryCargo.Join,
        StorySupply.Join,
        StoryPeople.Add,
        StoryMedical.Add,
        StoryStewardship.Add,
        StorySafety.Join,
    ];

    /// <summary>What the logbook holds of it: votes, custody, contacts, findings.</summary>
    private static readonly ImmutableArray<Func<Campaign, ImmutableArray<StoryFlight>, IEnumerable<StoryEvent>>> Events =
    [
        StoryControlLog.Of,
        StoryIdentity.Events,
        StoryCustody.Events,
        StoryMedical.Log,
        StoryStewardship.Events,
        StoryAfter.Log,
    ];

    /// <summary>The operator's year with the story in it, planned.</summary>
    public static Campaign Planned(int seed, int flights, StoryTables tables)
    {
        var year = OperatorYear.Generate(seed, flights, tables.Reference);
        var (cast, story) = StoryCast.Join(year, tables.Reference);
        var wishes = BeforePlanning.Aggregate(cast, (c, add) => add(c, story, tables));
        var planned = Planner.Plan(wishes, PlanningRequest.At(OperatorYear.PlannedFrom)).Plan;
        return AfterPlanning.Aggregate(planned, (c, add) => add(c, story, tables));
    }

    /// <summary>The story's flights in a campaign; empty when it is not in it.</summary>
    public static ImmutableArray<StoryFlight> FlightsOf(Campaign campaign) => StoryCast.Find(campaign);

    /// <summary>What had happened by the sample's "now", in the order of its streams.</summary>
    public static ImmutableArray<StoryEvent> Log(Campaign planned) =>
        FlightsOf(planned) is { IsEmpty: false } story ? [.. Events.SelectMany(of => of(planned, story))] : [];
}
