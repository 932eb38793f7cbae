using System.Collections.Immutable;
using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Primitives;

namespace OneFlight.Cli.Verbs;

/// <summary>Judges the plan of a campaign. Soft findings alone leave the exit status at 0: such a plan can be flown.</summary>
internal static class CheckVerb
{
    public static Verb Verb { get; } = new("check", "FILE", "judge the plan of a campaign by the rules of flight", [], Run);

    private static Result<Answer> Run(Arguments arguments) => Files.Campaign(arguments.Place!).Then<Answer>(campaign =>
    {
        var report = PlanCheck.Judge(campaign);
        return Answer.Of(report.Violations.IsEmpty ? CommandLine.Done : CommandLine.Found, Json(campaign, report), text => Write(text, campaign, report));
    });

    private static object Json(Campaign campaign, CheckReport report) => new
    {
        answer = "oneflight-check/1",
        campaign = campaign.Id.Value,
        flights = campaign.Flights.Length,
        violations = Json(report.Violations),
        findings = Json(report.Findings),
    };

    public static IEnumerable<object> Json(ImmutableArray<Violation> violations) =>
        violations.Select(v => new { v.Rule, subjects = v.Subjects.Select(s => s.ToString()), v.Facts });

    private static void Write(TextWriter text, Campaign campaign, CheckReport report)
    {
        text.WriteLine($"{campaign.Name}: {Say.Count(campaign.Flights.Length, "flight")}, {Say.Count(report.Violations.Length, "hard violation")}, {Say.Count(report.Findings.Length, "soft finding")}");
        Write(text, "Hard violations: such a plan cannot be flown", report.Violations);
        Write(text, "Soft findings: weaknesses to know of", report.Findings);
    }

    private static void Write(TextWriter text, string title, ImmutableArray<Violation> violations)
    {
        if (violations.IsEmpty) return;
        text.WriteLine();
        text.WriteLine(title);
        Table.Write(text, violations.Select(v => new[] { "  " + v.Rule, string.Join(", ", v.Subjects), v.Facts }));
    }
}
