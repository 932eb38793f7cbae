using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;

namespace OneFlight.App.Shell;

/// <summary>What surrounds every screen: who looks, at which campaign, when, and where one can go.</summary>
/// <param name="Campaign">Null: outside any campaign.</param>
/// <param name="Now">The campaign's own "now" in a study or sample, else the clock on the wall.</param>
/// <param name="NowIsFixed">True in a study or sample.</param>
/// <param name="Here">Path and query of this screen, for coming back.</param>
/// <param name="AssetVersion">Changes with the build, so that styles are kept by browsers and never stale.</param>
public sealed record FrameView(
    Viewer Viewer, OpenCampaign? Campaign, Instant Now, bool NowIsFixed, Theme Theme, string Here, string AssetVersion, FrameCounts Counts)
{
    /// <summary>The way around a campaign; only what the viewer may see.</summary>
    public ImmutableArray<NavItem> Nav => Campaign is not { } open ? [] : [.. Navigation.Of(open, Counts).Where(item => Viewer.May(item.Policy))];
}

/// <summary>Numbers beside the way around.</summary>
public sealed record FrameCounts(int OpenTasks)
{
    public static FrameCounts None { get; } = new(0);
}
