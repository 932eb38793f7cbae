using System.Collections.Concurrent;
using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;

namespace OneFlight.App.Campaigns;

/// <summary>A campaign as the start page lists it.</summary>
public sealed record CampaignCard(CampaignId Id, string Name, RevisionMark Latest);

/// <summary>Where kept revisions come from: reads for one operator only.</summary>
public interface IKeptPlans
{
    Task<ImmutableArray<CampaignCard>> List(string tenant, CancellationToken stop);

    /// <summary>The newest revision's mark, cheap; null: no such campaign.</summary>
    Task<RevisionMark?> Newest(string tenant, CampaignId campaign, CancellationToken stop);

    /// <summary>The whole plan of a revision; null: no such revision.</summary>
    Task<OpenCampaign?> Read(string tenant, CampaignId campaign, int revision, CancellationToken stop);
}

/// <summary>Keeps opened revisions at hand, so that a page does not read and derive a plan anew. Every request still asks for the
/// newest revision's number: a screen never shows an older plan than the one kept.</summary>
public sealed class CampaignShelf(IKeptPlans plans)
{
    private const int MostOpen = 12;
    private readonly ConcurrentDictionary<(string Tenant, string Campaign, int Revision), Lazy<Task<OpenCampaign?>>> open = new();

    public Task<ImmutableArray<CampaignCard>> List(string tenant, CancellationToken stop) => plans.List(tenant, stop);

    public async Task<OpenCampaign?> Latest(string tenant, CampaignId campaign, CancellationToken stop) =>
        await plans.Newest(tenant, campaign, stop) is { } mark ? await At(tenant, campaign, mark.Number) : null;

    /// <summary>One revision. Reading is shared by all who wait for it, so one who leaves does not stop it.</summary>
    public async Task<OpenCampaign?> At(string tenant, CampaignId campaign, int revision)
    {
        var key = (tenant, campaign.Value, revision);
        if (open.Count > MostOpen) open.Clear();
        var reading = open.GetOrAdd(key, _ => new(() => plans.Read(tenant, campaign, revision, CancellationToken.None)));
        try
        {
            var found = await reading.Value;
            if (found is null) open.TryRemove(key, out _);
            return found;
        }
        catch
        {
            open.TryRemove(key, out _);
            throw;
        }
    }
}
