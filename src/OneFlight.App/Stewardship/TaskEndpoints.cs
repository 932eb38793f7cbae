using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Primitives;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Stewardship;

/// <summary>The hear-lists and requests of kept revisions.</summary>
public static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/tasks", (string campaign, HttpContext http, TaskReading reading) => reading.Show(campaign, http, []))
            .RequireAuthorization(Policies.CampaignRead);
        routes.MapPost("/c/{campaign}/tasks/tick", Tick).RequireAuthorization(Policies.TaskTick);
        routes.MapPost("/c/{campaign}/tasks/decide", Decide).RequireAuthorization(Policies.AcceptDecide);
    }

    private static async Task<IResult> Tick(
        string campaign, [FromForm] int revision, [FromForm] string line, [FromForm] string? means, [FromForm] string? at, [FromForm] string? note,
        [FromForm] bool? early, HttpContext http, TickTask tick, TaskReading reading, Screens screens)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (!string.IsNullOrEmpty(at) && MomentOf(at) is null)
            return await reading.Show(campaign, http, [new Problem("wrong-time", Place.Of("heard at"), $"'{at}'", "a date and time such as 2027-02-18T14:32")]);
        var told = await tick.Run(open.Id, revision, line, means, MomentOf(at), note, early ?? false, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted);
        return told.Succeeded ? Results.LocalRedirect(Paths.Tasks(open.Id)) : await reading.Show(campaign, http, told.Problems);
    }

    private static async Task<IResult> Decide(
        string campaign, [FromForm] int revision, [FromForm] string request, [FromForm] bool granted, HttpContext http,
        DecideAcceptance decide, TaskReading reading, Screens screens)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var decided = await decide.Run(open.Id, revision, request, granted, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted);
        return decided.Succeeded ? Results.LocalRedirect(Paths.Tasks(open.Id)) : await reading.Show(campaign, http, decided.Problems);
    }

    private static readonly LocalDateTimePattern minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static Instant? MomentOf(string? text) =>
        text is { Length: >= 16 } && minutes.Parse(text[..16]) is { Success: true, Value: var at } ? at.InUtc().ToInstant() : null;
}

/// <summary>Reads the lists and requests of a campaign for its page.</summary>
public sealed class TaskReading(Screens screens, PlanHistory history, HearTasks tasks, AcceptRequests requests)
{
    // Done lists of long ago are reached through their revisions.
    private const int MostRevisions = 20;

    /// <param name="problems">Shown on top, with status 409, when something was refused.</param>
    public async Task<IResult> Show(string campaign, HttpContext http, ImmutableArray<Problem> problems)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var stop = http.RequestAborted;
        var all = http.Request.Query["all"] == "yes";
        var waiting = await tasks.Open(open.Id, stop);
        var asked = await requests.Open(open.Id, stop);

        // An open line needs the told ones of its list: they say whom it still waits for.
        var revisions = waiting.Select(t => t.Revision).Concat(asked.Select(a => a.Revision)).Distinct();
        if (all) revisions = (await history.List(open.Id, stop)).Take(MostRevisions).Select(r => r.Number);
        var lists = ImmutableArray.CreateBuilder<HearTask>();
        var decided = ImmutableArray.CreateBuilder<AcceptRequest>();
        foreach (var revision in revisions.ToList())
        {
            lists.AddRange(await tasks.Of(open.Id, revision, stop));
            decided.AddRange(await requests.Of(open.Id, revision, stop));
        }
        var view = TasksView.From(open, lists.ToImmutable(), decided.ToImmutable(), Screens.ViewerOf(http), problems, screens.NowFor(open), all);
        return Screens.Page<TasksPage, TasksView>(screens.Frame(http, open, new(waiting.Length)), view, problems.IsEmpty ? 200 : StatusCodes.Status409Conflict);
    }
}
