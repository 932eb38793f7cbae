using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Revisions;

/// <summary>Keeps one recorded fact as a new revision: a certificate, an acceptance, a signature. What plans the campaign anew goes
/// through a draft instead.</summary>
public sealed class KeepFact(PlanHistory history, IClock clock)
{
    private const int Attempts = 5;

    /// <param name="why">Said with the revision; names no finding and no silent person.</param>
    /// <param name="record">Pure: the campaign with the fact in it, or why it is refused. Runs again on the newest revision when someone
    /// else kept one meanwhile, so it must look at the campaign that it is given.</param>
    /// <remarks>Refused: <c>unknown-campaign</c>, what <paramref name="record"/> refuses, and what <see cref="PlanHistory.Append"/> refuses.</remarks>
    public async Task<Result<Revision<Campaign>>> Run(CampaignId campaign, Viewer viewer, string why, Func<Campaign, Result<Campaign>> record, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await history.Latest(campaign, stop) is not { } latest)
                return new Problem("unknown-campaign", Place.Of($"campaign {campaign}"), "no such campaign", "the id of a campaign that was kept");
            var recorded = record(latest.Plan);
            if (!recorded.Succeeded) return recorded.Problems;
            if (ReferenceEquals(recorded.Value, latest.Plan)) return latest;
            var now = clock.GetCurrentInstant();
            var kept = await history.Append(
                latest.Next(recorded.Value, now, viewer.Name, why), [], [], AppendTerms.At(recorded.Value.AsOf ?? now), stop);
            if (kept.Succeeded || attempt == Attempts || kept.Problems.All(p => p.Code != "revision-lost")) return kept;
        }
    }
}
