using System.Collections.Concurrent;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Links;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Campaigns;

/// <summary>One kept revision and all that screens derive from it again and again: worked out once, when first asked for,
/// and shared by every viewer of the same operator.</summary>
/// <param name="now">Against which states are judged.</param>
public sealed class OpenCampaign(Revision<Campaign> revision, Instant now, Func<Campaign, CheckReport> judge)
{
    // The answer to a draft weighs nearly 2 MB in a year of 110 flights; a process keeps up to a dozen open revisions.
    private const int MostViews = 64;
    private readonly Lazy<CampaignIndex> index = new(() => CampaignIndex.Of(revision.Plan));
    private readonly Lazy<Statement> statement = new(() => CampaignStatement.Of(revision.Plan, now));
    private readonly Lazy<CheckReport> check = new(() => judge(revision.Plan));
    private readonly ConcurrentDictionary<string, Lazy<object?>> views = new(StringComparer.Ordinal);

    public Revision<Campaign> Revision { get; } = revision;
    public Campaign Campaign => Revision.Plan;
    public CampaignId Id => Revision.Campaign;
    public Instant Now => now;
    public CampaignIndex Index => index.Value;
    public Statement Statement => statement.Value;
    public CheckReport Check => check.Value;

    /// <summary>What the thing depends on directly. Turned around once, so that a page about one thing does not read every link.</summary>
    public IEnumerable<Link> CausesOf(ThingId effect) =>
        View("causes", () => Statement.Links.ToLookup(l => l.Effect))[effect];

    /// <summary>A view of this revision, worked out once for each key; very many different ones (drafts) start over.</summary>
    public T View<T>(string key, Func<T> make)
    {
        if (views.Count > MostViews) views.Clear();
        return (T)views.GetOrAdd($"{typeof(T)}|{key}", _ => new(() => make())).Value!;
    }
}
