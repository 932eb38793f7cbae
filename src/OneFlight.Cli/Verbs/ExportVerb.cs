using System.Text;
using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.Cli.Verbs;

/// <summary>Writes a kept campaign as a campaign file. Without <c>--out</c> the file is the answer.</summary>
internal static class ExportVerb
{
    public static Verb Verb { get; } = new("export", "CAMPAIGN", "write a campaign of the database as a campaign file",
        [Database.Operator, new("--revision", "N", "the latest unless told"), new("--out", "FILE", "the campaign file to write")], Run);

    private static async Task<Result<Answer>> Run(Arguments arguments, CancellationToken stop)
    {
        var number = arguments.Whole("--revision", 0, 1, int.MaxValue);
        if (!number.Succeeded) return number.Problems;
        var found = await Database.With(arguments, plans => Find(plans, new(arguments.Place!), number.Value, stop), stop);
        return found.Then(revision => arguments["--out"] is { } path ? ConvertVerb.Written(revision.Plan, path) : Printed(revision.Plan));
    }

    private static Result<Answer> Printed(Campaign campaign)
    {
        void Print(TextWriter output) => output.Write(Encoding.UTF8.GetString(Files.Bytes(campaign)));
        return new Answer(CommandLine.Done, Print, Print);
    }

    private static async Task<Result<Revision<Campaign>>> Find(PlanHistory plans, CampaignId campaign, int number, CancellationToken stop)
    {
        var found = number == 0 ? await plans.Latest(campaign, stop) : await plans.At(campaign, number, stop);
        if (found is not null) return found;
        var known = await plans.Campaigns(stop);
        return new Problem("not-found", Place.Of(campaign.Value), number == 0 ? "no such campaign" : $"no revision {number}",
            known.IsEmpty ? "a campaign, of which there is none yet" : "one of " + string.Join(", ", known.Select(k => $"{k.Campaign} (to revision {k.Number})")));
    }
}
