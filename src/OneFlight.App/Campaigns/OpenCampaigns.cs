using System.Collections.Concurrent;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Campaigns;

/// <summary>Keeps opened revisions at hand for the whole process, so that a page does not derive a plan's views anew.
/// A revision never changes, so an entry is never stale but for "now", which is taken by the hour; each belongs to one operator.</summary>
public sealed class OpenCampaigns(Func<Campaign, CheckReport> judge, IClock clock)
{
    private const int MostOpen = 12;
    private readonly ConcurrentDictionary<(OperatorId Tenant, CampaignId Campaign, int Revision, Instant Now), OpenCampaign> open = new();

    public OpenCampaign For(OperatorId tenant, Revision<Campaign> revision)
    {
        var now = revision.Plan.AsOf ?? Hour(clock.GetCurrentInstant());
        if (open.Count > MostOpen) open.Clear();
        return open.GetOrAdd((tenant, revision.Campaign, revision.Number, now), _ => new(revision, now, judge));
    }

    private static Instant Hour(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 3600 * 3600);
}
