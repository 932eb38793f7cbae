using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Samples;

namespace OneFlight.Benchmarks;

/// <summary>The generated campaigns that benchmarks run on.</summary>
internal static class SampleYear
{
    public static Campaign Wishes(int flights)
    {
        byte[] Table(string name) => File.ReadAllBytes(Path.Combine(Figures.Root(), "data", name));
        var reference = SampleReference.Read(Table("mission-templates.csv"), Table("promise-rules.csv"), Table("expectations-catalogue.csv"));
        return OperatorYear.Generate(1, flights, reference.Value);
    }

    public static PlanningAnswer Planned(Campaign wishes) => Planner.Plan(wishes, PlanningRequest.At(OperatorYear.PlannedFrom));
}
