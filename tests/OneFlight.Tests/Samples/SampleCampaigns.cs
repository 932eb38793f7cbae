using System.Collections.Concurrent;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Samples;

namespace OneFlight.Tests;

/// <summary>Generated campaigns with their plans, made once for each seed and size.</summary>
internal static class SampleCampaigns
{
    private static readonly Lazy<SampleReference> Reference = new(() =>
        SampleReference.Read(Table("mission-templates.csv"), Table("promise-rules.csv"), Table("expectations-catalogue.csv")).Value);

    private static readonly ConcurrentDictionary<(int, int), Lazy<Campaign>> Made = new();

    public static System.Collections.Immutable.ImmutableArray<OneFlight.Operations.Promises.PromiseRule> Rules => [.. Reference.Value.Rules.Select(r => r.Rule)];

    public static Campaign Planned(int seed, int flights) => Made.GetOrAdd((seed, flights), key => new(() =>
        Planner.Plan(OperatorYear.Generate(key.Item1, key.Item2, Reference.Value), PlanningRequest.At(OperatorYear.PlannedFrom)).Plan)).Value;

    private static byte[] Table(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "data", name) is var file && File.Exists(file)) return File.ReadAllBytes(file);
        throw new FileNotFoundException(name);
    }
}
