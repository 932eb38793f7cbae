using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Samples;

namespace OneFlight.Benchmarks;

/// <summary>The generated campaigns that benchmarks run on.</summary>
internal static class SampleYear
{
    public static Campaign Wishes(int flights) => OperatorYear.Generate(1, flights, Reference());

    /// <summary>The operator's year as the product starts with it, with the story and everything that belongs to it.</summary>
    public static Campaign WithStory() => Story.Planned(1, 110, new(Reference(), Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)Table(f))));

    private static SampleReference Reference() => SampleReference.Read(Table("mission-templates.csv"), Table("promise-rules.csv"), Table("expectations-catalogue.csv")).Value;

    private static byte[] Table(string name) => File.ReadAllBytes(Path.Combine(Figures.Root(), "data", name));

    public static PlanningAnswer Planned(Campaign wishes) => Planner.Plan(wishes, PlanningRequest.At(OperatorYear.PlannedFrom));
}
