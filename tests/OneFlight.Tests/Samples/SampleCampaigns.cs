using System.Collections.Concurrent;
using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Samples;

namespace OneFlight.Tests.Samples;

/// <summary>Generated campaigns with their plans, made once for each seed and size.</summary>
internal static class SampleCampaigns
{
    private static readonly ConcurrentDictionary<(int, int), Lazy<Campaign>> Made = new();

    public static ImmutableArray<PromiseRule> Rules => [.. SampleData.Reference.Rules.Select(r => r.Rule)];

    private static readonly Lazy<Campaign> WithStory = new(() => Story.Planned(1, 110, SampleData.StoryTables));

    /// <summary>The operator's year as the product starts with it: the story in it and everything that belongs to it.</summary>
    public static Campaign Year => WithStory.Value;

    public static Campaign Planned(int seed, int flights) => Made.GetOrAdd((seed, flights), key => new(() =>
        Planner.Plan(OperatorYear.Generate(key.Item1, key.Item2, SampleData.Reference), PlanningRequest.At(OperatorYear.PlannedFrom)).Plan)).Value;
}
