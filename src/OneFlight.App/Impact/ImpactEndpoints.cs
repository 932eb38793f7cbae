using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;

namespace OneFlight.App.Impact;

/// <summary>The impact room, and committing from it.</summary>
public static class ImpactEndpoints
{
    public static void MapImpact(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/impact", Room).RequireAuthorization(Policies.PlanTry);
        routes.MapPost("/c/{campaign}/impact/commit", Commit).RequireAuthorization(Policies.PlanCommit);
    }

    private static async Task<IResult> Room(string campaign, HttpContext http, Screens screens)
    {
        var query = Query.Of(http.Request);
        if (query[DraftForm.Kind] is not null && await screens.Open(http, campaign) is { } named
            && DraftForm.Apply(query, (kind, text) => Subjects.IdOf(named, kind, text)) is { } canonical) return Results.LocalRedirect(canonical.ToString());
        return await screens.Show<ImpactPage, ImpactView>(http, campaign, "draft", (open, frame) => ImpactView.From(open, query, frame.Viewer, frame.Now));
    }

    private static async Task<IResult> Commit(
        string campaign, [FromForm] int revision, [FromForm] string draft, [FromForm] string? why, HttpContext http, Screens screens, CommitDraft commit)
    {
        var id = new CampaignId(campaign);
        var query = Query.Parse(Paths.Impact(id), draft);
        var kept = await commit.Run(id, revision, DraftQuery.Of(query), query["option"], why, Screens.ViewerOf(http), http.RequestAborted);
        if (kept.Succeeded) return Results.LocalRedirect(Paths.Revision(id, kept.Value.Number));
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");

        var frame = await screens.FrameWithCounts(http, open);
        return kept.Problems.Any(p => p.Code == "revision-lost")
            ? Screens.Page<LostRacePage, LostRaceView>(frame, new(open, revision, kept.Problems, query.With("option", null).ToString()), StatusCodes.Status409Conflict)
            : Answers.Refused(frame, "This answer was not kept", kept.Problems, query.ToString(), "Back to the draft");
    }
}
