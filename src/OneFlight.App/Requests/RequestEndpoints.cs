using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.App.Requests;

/// <summary>Requests on the ground with their clocks.</summary>
public static class RequestEndpoints
{
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddScoped<RequestDesk>();
        services.AddSingleton(RequestsForCustomers.Source);
    }

    public static void MapRequests(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/requests", List).RequireAuthorization(Policies.CampaignRead);
        routes.MapGet("/c/{campaign}/requests/{request}", One).RequireAuthorization(Policies.CampaignRead);
        routes.MapPost("/c/{campaign}/requests", Open).RequireAuthorization(Policies.RequestWrite);
        routes.MapPost("/c/{campaign}/requests/{request}", Follow).RequireAuthorization(Policies.RequestWrite);
        routes.MapRequestsForCustomers();
    }

    private static async Task<IResult> List(string campaign, HttpContext http, Screens screens, RequestDesk desk)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        return Screens.Page<RequestsPage, RequestsView>(frame, RequestsView.From(open, await desk.All(open, frame.Now, http.RequestAborted), Query.Of(http.Request), frame.Viewer, frame.Now));
    }

    private static async Task<IResult> One(string campaign, string request, HttpContext http, Screens screens, RequestDesk desk)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        return await desk.One(open, request, frame.Now, http.RequestAborted) is { } found
            ? Screens.Page<RequestPage, RequestView>(frame, new(open, found, frame.Viewer.May(Policies.RequestWrite), frame.Now)) : Answers.NotFound(frame, $"request {request}");
    }

    private static async Task<IResult> Open(
        string campaign, [FromForm] string? mission, [FromForm] RequestVoice? by, [FromForm] string? words, [FromForm] string? channel, HttpContext http, Screens screens, RequestDesk desk)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await desk.Open(open, new MissionId(mission?.Trim() ?? ""), by ?? RequestVoice.Customer, words, channel, Screens.ViewerOf(http).Name, screens.NowFor(open), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(Paths.Request(open.Id, kept.Value))
            : Answers.Refused(await screens.FrameWithCounts(http, open), "This was not kept", kept.Problems, Paths.Requests(open.Id), "Back to the requests");
    }

    private static Task<IResult> Follow(string campaign, string request, [FromForm] string? what, [FromForm] string? words, HttpContext http, Screens screens, RequestDesk desk) =>
        FactForm.Keep(http, screens, campaign, async open =>
        {
            var said = words?.Trim() ?? "";
            ILogEvent? next = what switch
            {
                "answer" => new GroundRequestAnswered(said),
                "asked" => new GroundRequestAsked(said),
                "pause" => new GroundRequestPaused(said),
                "resume" => new GroundRequestResumed(),
                "resolve" => new GroundRequestResolved(said),
                "hand" => new GroundRequestHandedOver(said),
                _ => null,
            };
            if (next is null) return new Problem("unknown-step", Place.Of("what"), $"'{what}'", "answer, asked, pause, resume, resolve or hand");
            return await desk.Follow(open.Id, request, next, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted);
        }, open => (Paths.Request(open.Id, request), "Back to the request"));
}
