using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Impact;
using OneFlight.App.Shell;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Revisions;

/// <summary>What was kept, and going back.</summary>
public static class RevisionEndpoints
{
    public static void MapRevisions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/revisions", List).RequireAuthorization(Policies.CampaignRead);
        routes.MapGet("/c/{campaign}/revisions/{number:int}", One).RequireAuthorization(Policies.CampaignRead);
        routes.MapPost("/c/{campaign}/revisions/{number:int}/revert", Revert).RequireAuthorization(Policies.PlanRevert);
    }

    private static async Task<IResult> List(string campaign, HttpContext http, Screens screens, PlanHistory history)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var revisions = await history.List(open.Id, http.RequestAborted);
        return Screens.Page<RevisionsPage, RevisionsView>(await screens.FrameWithCounts(http, open), new(open, revisions));
    }

    private static async Task<IResult> One(string campaign, int number, HttpContext http, Screens screens, HearTasks tasks, AcceptRequests requests)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        if (await screens.At(http, open.Id, number) is not { } shown) return Answers.NotFound(frame, $"revision {number}");
        var before = number > 1 ? await screens.At(http, open.Id, number - 1) : null;
        return Screens.Page<RevisionPage, RevisionView>(frame, RevisionView.From(open, shown, before,
            await tasks.Of(open.Id, number, http.RequestAborted), await requests.Of(open.Id, number, http.RequestAborted), frame.Viewer, frame.Now));
    }

    private static async Task<IResult> Revert(
        string campaign, int number, [FromForm] int latest, [FromForm] string? why, HttpContext http, Screens screens, RevertToRevision revert)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await revert.Run(open.Id, number, latest, why, Screens.ViewerOf(http), http.RequestAborted);
        if (kept.Succeeded) return Results.LocalRedirect(Paths.Revision(open.Id, kept.Value.Number));
        var frame = await screens.FrameWithCounts(http, open);
        var again = Paths.Revision(open.Id, number);
        return kept.Problems.Any(p => p.Code == "revision-lost")
            ? Screens.Page<LostRacePage, LostRaceView>(frame, new(open, latest, kept.Problems, again), StatusCodes.Status409Conflict)
            : Answers.Refused(frame, "This plan was not kept again", kept.Problems, again, $"Back to revision {number}");
    }
}
