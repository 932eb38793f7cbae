using System.Text;
using System.Text.Json;
using NodaTime;
using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Cli.Verbs;

/// <summary>Plans what has no plan yet. Flights that cannot be planned stay without one, each with the wishes and rules that clash.</summary>
internal static class PlanVerb
{
    public static Verb Verb { get; } = new("plan", "FILE", "make a conflict-free plan from the wishes of a campaign",
        [new("--out", "FILE", "write the campaign with its plan"), new("--now", "INSTANT", "what has launched by then stays; otherwise the campaign's own date, or the clock"), new("--seed", "N", "of the search, 1 unless told")], Run);

    private static Result<Answer> Run(Arguments arguments)
    {
        var campaign = Files.Campaign(arguments.Place!);
        if (!campaign.Succeeded) return campaign.Problems;
        var now = arguments.Instant("--now", Now(campaign.Value));
        var seed = arguments.Whole("--seed", 1, 1, int.MaxValue);
        if (now.Problems.AddRange(seed.Problems) is { IsEmpty: false } problems) return problems;

        var answer = Planner.Plan(campaign.Value, PlanningRequest.At(now.Value) with { Seed = seed.Value });
        var file = Files.Bytes(answer.Plan);
        if (arguments["--out"] is { } path) Files.Write(path, file);
        return new Answer(answer.Clashes.IsEmpty ? CommandLine.Done : CommandLine.Found, output => WriteJson(output, answer, file), text => Write(text, campaign.Value, answer));
    }

    // A sample or study that has no plan at all is planned from its beginning, also what would have flown by its own date.
    private static Instant Now(Campaign campaign)
    {
        if (campaign.AsOf is not { } asOf) return SystemClock.Instance.GetCurrentInstant();
        if (campaign.Flights.Any(f => f.Plan is not null)) return asOf;
        var leads = campaign.Templates.ToDictionary(t => t.Id, t => t.Activities.Select(a => a.Offset).DefaultIfEmpty(Duration.Zero).Min());
        var first = campaign.Flights.Select(f => f.Wish.Launch + (f.Template is { } template ? leads[template] : Duration.Zero)).DefaultIfEmpty(asOf).Min();
        return Instant.Min(asOf, first - roomBeforeTheFirst);
    }

    private static readonly Duration roomBeforeTheFirst = Duration.FromDays(60);

    // The campaign file itself, with two fields more that its reader passes over: the answer can be checked and planned on as it is.
    private static void WriteJson(TextWriter output, PlanningAnswer answer, byte[] file)
    {
        var clashes = answer.Clashes.Select(c => new
        {
            flight = c.Flight.Value,
            members = c.Members.Select(m => new { thing = m.Thing.ToString(), rule = m.Rule, text = m.Text }),
        });
        output.WriteLine("{");
        output.WriteLine("  \"answer\": \"oneflight-plan/1\",");
        output.Write($"  \"clashes\": {JsonSerializer.Serialize(clashes)},");
        output.Write(Encoding.UTF8.GetString(file.AsSpan(file.AsSpan().IndexOf((byte)'{') + 1)));
    }

    private static void Write(TextWriter text, Campaign before, PlanningAnswer answer)
    {
        var planned = answer.Plan.Flights.Count(f => f.Plan is not null);
        text.WriteLine($"{answer.Plan.Name}: {planned} of {Say.Count(answer.Plan.Flights.Length, "flight")} planned");
        text.WriteLine();
        var was = before.Flights.ToDictionary(f => f.Id);
        Table.Write(text, answer.Plan.Flights.Where(f => f.Plan is not null).OrderBy(f => f.Plan!.Launch)
            .Select(f => Row(f, f.Plan!, ReferenceEquals(was[f.Id].Plan, f.Plan))).Prepend(["  flight", "launch", "wanted", "vehicle", "pad", "ports", "why"]));
        if (answer.Clashes.IsEmpty) return;
        text.WriteLine();
        text.WriteLine("Cannot be planned: for each flight the fewest wishes and rules that clash");
        Table.Write(text, answer.Clashes.SelectMany(c => c.Members.Select((m, i) => new[] { "  " + (i == 0 ? c.Flight.Value : ""), m.Rule, m.Thing.ToString(), m.Text })));
    }

    private static string[] Row(Flight flight, FlightPlan plan, bool kept) =>
    [
        "  " + flight.Id, Say.Short(plan.Launch), TimeText.Days(plan.Launch - flight.Wish.Launch), plan.Vehicle.Value, plan.Pad?.Value ?? "-",
        plan.Stays.IsEmpty ? "-" : string.Join(" > ", plan.Stays.Select(s => s.Port.Value)),
        kept ? "as it stood" : plan.Why.FirstOrDefault(w => w.Choice == "launch")?.Text ?? "",
    ];
}
