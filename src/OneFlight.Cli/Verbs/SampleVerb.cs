using System.Text;
using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Samples;
using OneFlight.Primitives;

namespace OneFlight.Cli.Verbs;

/// <summary>Makes a fictional operator's campaign; the same seed and size give the same file. Without <c>--out</c> the file is the answer.</summary>
internal static class SampleVerb
{
    private const int MostFlights = 100_000;

    public static Verb Verb { get; } = new("sample", null, "make a fictional operator's campaign of any size: wishes, people, customers, promises",
    [
        new("--seed", "N", "1 unless told"), new("--flights", "N", "110 unless told, a year's worth"),
        new("--planned", null, "with its plan"), new("--out", "FILE", "the campaign file to write"),
    ], Run);

    private static Result<Answer> Run(Arguments arguments)
    {
        var seed = arguments.Whole("--seed", 1, 0, int.MaxValue);
        var flights = arguments.Whole("--flights", 110, 1, MostFlights);
        var reference = Reference();
        if (seed.Problems.AddRange(flights.Problems).AddRange(reference.Problems) is { IsEmpty: false } problems) return problems;

        var campaign = OperatorYear.Generate(seed.Value, flights.Value, reference.Value);
        if (arguments.Has("--planned")) campaign = Planner.Plan(campaign, PlanningRequest.At(OperatorYear.PlannedFrom)).Plan;
        return arguments["--out"] is { } path ? ConvertVerb.Written(campaign, path) : Printed(campaign);
    }

    private static Answer Printed(Campaign campaign)
    {
        void Print(TextWriter output) => output.Write(Encoding.UTF8.GetString(Files.Bytes(campaign)));
        return new(CommandLine.Done, Print, Print);
    }

    private static Result<SampleReference> Reference()
    {
        var templates = DataFolder.Read("mission-templates.csv");
        var rules = DataFolder.Read("promise-rules.csv");
        var expectations = DataFolder.Read("expectations-catalogue.csv");
        return templates.Problems.AddRange(rules.Problems).AddRange(expectations.Problems) is { IsEmpty: false } problems
            ? problems
            : SampleReference.Read(templates.Value, rules.Value, expectations.Value);
    }
}
