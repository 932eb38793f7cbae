using System.Collections.Immutable;
using OneFlight.App.Campaigns;

namespace OneFlight.App.Feeds;

/// <summary>A kind of feed, as one capability fills it: <c>services.AddSingleton(new FeedSource("instructor", InstructorFeed.Of))</c>.</summary>
/// <param name="Kind">Stands in the link.</param>
/// <param name="Fill">Pure. Null: the owner of the link has no business with it any more, and it is refused.</param>
public sealed record FeedSource(string Kind, Func<OpenCampaign, FeedClaim, FeedCalendar?> Fill)
{
    /// <summary>Which revision the owner may know of, where that need not be the newest: a customer's calendar never tells before their
    /// steward. Null: the newest.</summary>
    public Func<HttpContext, OpenCampaign, FeedClaim, Task<OpenCampaign>>? Known { get; init; }
}

/// <summary>What a feed shows.</summary>
public sealed record FeedCalendar(string Name, ImmutableArray<CalendarEvent> Events);
