using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.FlightControl;

/// <summary>What was asked during flights, over all of them; open ones first, the most overdue on top.</summary>
public sealed record RequestsView(OpenCampaign Open, ImmutableArray<(Flight Flight, BoardRequest Request)> Waiting, ImmutableArray<(Flight Flight, BoardRequest Request)> Answered, bool May, Instant Now)
{
    public int Late => Waiting.Count(r => r.Request.IsLate(Now));

    public static RequestsView From(OpenCampaign open, ILookup<string, LogEntry> streams, FrameView frame)
    {
        var all = streams
            .Select(s => (Flight: ControlReading.Find(open, s.Key[ControlReading.Streams.Length..]), Entries: s.Where(e => e.KnownAt <= frame.Now).ToImmutableArray()))
            .Where(s => s.Flight is not null).SelectMany(s => BoardRequest.All(s.Entries).Select(r => (s.Flight!, r))).ToList();
        return new(open, [.. all.Where(r => r.r.AnsweredAt is null).OrderBy(r => r.r.Asked.Due)], [.. all.Where(r => r.r.AnsweredAt is not null).OrderByDescending(r => r.r.AnsweredAt)],
            frame.Viewer.May(Policies.RequestWrite), frame.Now);
    }
}

/// <summary>The list of requests on board.</summary>
public static class BoardRequestEndpoints
{
    public static void MapBoardRequests(this IEndpointRouteBuilder routes) => routes.MapGet("/c/{campaign}/requests/on-board", Show).RequireAuthorization(Policies.CampaignRead);

    private static async Task<IResult> Show(string campaign, HttpContext http, Screens screens, LogbookStore logbook)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        var entries = await logbook.ReadAll(open.Id, Compartment.Operations, ControlReading.Streams, http.RequestAborted);
        return Screens.Page<RequestsPage, RequestsView>(frame, RequestsView.From(open, entries.ToLookup(e => e.Stream), frame));
    }
}
