using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Impact;

/// <summary>Keeps one answer to a draft as a new revision, with its hear-list as tasks and its requests to others.</summary>
public sealed class CommitDraft(PlanHistory history, OpenCampaigns campaigns, ITenant tenant, IClock clock)
{
    /// <param name="revision">The revision that the draft was tried on; if another was kept meanwhile, this one is refused.</param>
    /// <remarks>Refused: <c>no-reason</c>, <c>unknown-option</c>, <c>not-flyable</c>, and whatever <see cref="PlanHistory.Append"/> refuses.</remarks>
    public async Task<Result<Revision<Campaign>>> Run(
        CampaignId campaign, int revision, DraftQuery draft, string? option, string? why, Viewer viewer, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(why)) return new Problem("no-reason", Place.Of("why"), "nothing", "a reason, for those who read it later");
        if (await history.At(campaign, revision, stop) is not { } basis)
            return new Problem("unknown-revision", Place.Of("revision"), $"{revision}", "a revision of this campaign");

        var open = campaigns.For(tenant.Operator, basis);
        var tried = ImpactView.Try(open, draft);
        if (!tried.Succeeded) return tried.Problems;
        if (tried.Value.Options.FirstOrDefault(o => o.Key == option) is not { } chosen)
            return new Problem("unknown-option", Place.Of("option"), $"'{option}'", $"one of {string.Join(", ", tried.Value.Options.Select(o => o.Key))}");
        if (!chosen.Flyable) return new Problem("not-flyable", Place.Of(chosen.Name), string.Join("; ", chosen.Forbids), "an answer that can fly");

        var next = basis.Next(chosen.Plan, clock.GetCurrentInstant(), viewer.Name, $"{tried.Value.Sentence}: {why.Trim()}");
        return await history.Append(next, chosen.Hear, chosen.ToAccept, AppendTerms.At(open.Now), stop);
    }
}
