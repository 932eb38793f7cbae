using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Feeds;

/// <summary>Makes the links of feeds, and takes them back.</summary>
public sealed class FeedLinks(FeedKey key, LogbookStore logbook)
{
    /// <summary>The path of a viewer's feed; a calendar program needs nothing else to read it.</summary>
    /// <param name="kind">That of a <see cref="FeedSource"/>.</param>
    /// <param name="subject">What it is about within its kind; empty: the viewer themselves.</param>
    /// <exception cref="ArgumentException">The viewer is nobody whom a link could belong to.</exception>
    public async Task<string> For(CampaignId campaign, Viewer viewer, string kind, string subject, CancellationToken stop)
    {
        if (viewer.Person is null && viewer.Organization is null) throw new ArgumentException("A link belongs to a person or an organization.", nameof(viewer));
        var claim = new FeedClaim(viewer.Operator, campaign.Value, kind, subject, viewer.Roles[0], viewer.Person, viewer.Organization, 0);
        return $"/feed/{(claim with { Generation = await Generation(campaign, claim, stop) }).Seal(key.Value)}.ics";
    }

    /// <summary>Takes back every link that the viewer ever gave away; the next one made is new.</summary>
    public async Task<Result<int>> Revoke(CampaignId campaign, Viewer viewer, Instant now, CancellationToken stop)
    {
        var claim = new FeedClaim(viewer.Operator, campaign.Value, "", "", viewer.Roles[0], viewer.Person, viewer.Organization, 0);
        var added = await logbook.Change(campaign, Compartment.Operations, FeedLinksRevoked.StreamOf(claim.Owner),
            _ => new[] { NewLogEntry.Now(now, viewer.Name, new FeedLinksRevoked(claim.Owner)) }.ToImmutableArray(), stop);
        return added.Then<int>(entries => entries.Length);
    }

    /// <summary>How often the owner has taken back their links.</summary>
    public async Task<int> Generation(CampaignId campaign, FeedClaim claim, CancellationToken stop) =>
        (await logbook.Read(campaign, Compartment.Operations, FeedLinksRevoked.StreamOf(claim.Owner), stop)).Length;

    /// <summary>Whose link it is, when the seal is whole.</summary>
    public Result<FeedClaim> Open(string token) => FeedClaim.Open(token, key.Value);
}
