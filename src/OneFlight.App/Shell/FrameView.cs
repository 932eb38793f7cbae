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
    /// <summary>The way around a campaign; only what exists.</summary>
    public ImmutableArray<NavItem> Nav => Campaign is not { } open ? [] :
    [
        new("board", "Board", Paths.Board(open.Id), null, null),
        new("flights", "Flights", Paths.Flights(open.Id), Say.Number(open.Campaign.Flights.Length, 0), null),
        new("impact", "Impact", Paths.Impact(open.Id), null, null),
        new("promises", "Promises", Paths.Promises(open.Id), Say.Number(open.Campaign.Promises.Length, 0), null),
        new("missions", "Missions", Paths.Missions(open.Id), Say.Number(open.Campaign.Missions.Length, 0), "Care"),
        new("tasks", "Who must hear", Paths.Tasks(open.Id), Counts.OpenTasks > 0 ? Say.Number(Counts.OpenTasks, 0) : null, null),
        new("check", "Check", Paths.Check(open.Id), null, "Plan"),
        new("revisions", "Revisions", Paths.Revisions(open.Id), Say.Number(open.Revision.Number, 0), null),
    ];
}

/// <summary>Numbers beside the way around.</summary>
public sealed record FrameCounts(int OpenTasks)
{
    public static FrameCounts None { get; } = new(0);
}

/// <param name="Key">What a page names as its place.</param>
/// <param name="Group">Heading that begins here; null: none.</param>
public sealed record NavItem(string Key, string Name, string Path, string? Count, string? Group);
