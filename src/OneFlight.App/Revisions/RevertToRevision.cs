using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Impact;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Revisions;

/// <summary>Keeps an older plan again as the newest revision. People who heard of the change must hear of its undoing.</summary>
public sealed class RevertToRevision(PlanHistory history, OpenCampaigns campaigns, ITenant tenant, IClock clock)
{
    /// <param name="latest">The newest revision that the viewer saw; if another was kept meanwhile, this is refused.</param>
    public async Task<Result<Revision<Campaign>>> Run(CampaignId campaign, int number, int latest, string? why, Viewer viewer, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(why)) return new Problem("no-reason", Place.Of("why"), "nothing", "a reason, for those who read it later");
        if (await history.At(campaign, number, stop) is not { } older) return new Problem("unknown-revision", Place.Of("revision"), $"{number}", "a revision of this campaign");
        if (await history.At(campaign, latest, stop) is not { } newest) return new Problem("unknown-revision", Place.Of("latest"), $"{latest}", "a revision of this campaign");

        var (now, then) = (campaigns.For(tenant.Operator, newest), campaigns.For(tenant.Operator, older));
        var touched = ChangeImpact.Between(now.Statement, then.Statement, []).Touched;
        var asked = Grants.Needed(newest.Plan, older.Plan, now.Now);
        var hear = HearList.From(new(
            older.Plan.Missions, older.Plan.Promises, older.Plan.People, older.Plan.Flights,
            [.. Moves.Between(newest.Plan, older.Plan).Select(m => m.Flight)], touched, [.. asked.Select(a => new Asked(a.Party, a.What, a.By))]), now.Now);
        var next = newest.Next(older.Plan, clock.GetCurrentInstant(), viewer.Name, $"Back to revision {number}: {why.Trim()}");
        return await history.Append(next, hear, asked, AppendTerms.At(now.Now), stop);
    }
}
