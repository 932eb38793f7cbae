using System.Collections.Concurrent;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Links;

namespace OneFlight.App.Campaigns;

/// <summary>Which revision of a campaign is open, who kept it and why.</summary>
/// <param name="Number">Counted from one.</param>
public sealed record RevisionMark(int Number, Instant At, string By, string Why);

/// <summary>One kept revision and all that screens derive from it again and again. A revision never changes,
/// so each is worked out once, when first asked for, and shared by every viewer of the same operator.</summary>
public sealed class OpenCampaign(Campaign campaign, RevisionMark revision, Func<Campaign, Statement> state, Func<Campaign, CheckReport> judge)
{
    private readonly Lazy<CampaignIndex> index = new(() => CampaignIndex.Of(campaign));
    private readonly Lazy<Statement> statement = new(() => state(campaign));
    private readonly Lazy<CheckReport> check = new(() => judge(campaign));
    private readonly ConcurrentDictionary<string, Lazy<object?>> views = new(StringComparer.Ordinal);

    public Campaign Campaign { get; } = campaign;
    public RevisionMark Revision { get; } = revision;
    public CampaignId Id => Campaign.Id;
    public CampaignIndex Index => index.Value;
    public Statement Statement => statement.Value;
    public CheckReport Check => check.Value;

    /// <summary>A view of this revision, worked out once for each key; many views (drafts, filters) push the oldest out.</summary>
    public T View<T>(string key, Func<T> make)
    {
        const int most = 256;
        if (views.Count > most) views.Clear();
        return (T)views.GetOrAdd($"{typeof(T).Name}|{key}", _ => new(() => make())).Value!;
    }
}
