using NodaTime;
using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.Cli.Verbs;

/// <summary>Keeps a campaign file as the next revision of its campaign: all of it or nothing.</summary>
internal static class ImportVerb
{
    public static Verb Verb { get; } = new("import", "FILE", "keep a campaign file in the database, as the next revision of its campaign",
    [
        Database.Operator, new("--why", "TEXT", "said with the revision"),
        new("--accept-violations", "REASON", "keep it although its plan breaks hard rules, each of which is recorded with this reason"),
    ], Run);

    private static async Task<Result<Answer>> Run(Arguments arguments, CancellationToken stop)
    {
        var read = Files.Campaign(arguments.Place!);
        if (!read.Succeeded) return read.Problems;
        var kept = await Database.With(arguments, plans => Keep(plans, read.Value, arguments, stop), stop);
        return kept.Then<Answer>(revision => Answer.Of(CommandLine.Done, new
        {
            answer = "oneflight-import/1",
            campaign = revision.Campaign.Value,
            revision = revision.Number,
            at = Say.Iso(revision.At),
        }, text => text.WriteLine($"{revision.Plan.Name} is kept as revision {revision.Number} of {revision.Campaign}")));
    }

    private static async Task<Result<Revision<Campaign>>> Keep(PlanHistory plans, Campaign campaign, Arguments arguments, CancellationToken stop)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var who = Environment.UserName;
        var why = arguments["--why"] ?? $"Imported from {Path.GetFileName(arguments.Place)}";
        var latest = await plans.Latest(campaign.Id, stop);
        var next = latest is null ? Revision.First(campaign, now, who, why) : latest.Next(campaign, now, who, why);
        var terms = AppendTerms.At(campaign.AsOf ?? now);
        if (arguments["--accept-violations"] is { } reason)
        {
            terms = terms with { Accepted = [.. PlanCheck.Judge(campaign).Violations.Select(v => new AcceptedViolation(v.Rule, v.Subjects, who, reason))] };
        }
        return await plans.Append(next, [], [], terms, stop);
    }
}
