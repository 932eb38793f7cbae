using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Learning;

/// <summary>What was learned, and whether it changed anything.</summary>
public static class LessonEndpoints
{
    public static void AddLessons(this IServiceCollection services)
    {
        services.AddScoped<LessonEvidence>();
        services.AddScoped<ProposeLesson>();
        services.AddScoped<ApplyLesson>();
        services.AddScoped<DropLesson>();
    }

    public static void MapLessons(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/lessons", async (string campaign, HttpContext http, Screens screens, LogbookStore logbook) =>
            await screens.Open(http, campaign) is { } open ? await Show(open, http, screens, logbook, []) : Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}"))
            .RequireAuthorization(Policies.PerformanceRead);
        routes.MapPost("/c/{campaign}/lessons", Propose).RequireAuthorization(Policies.LessonWrite);
        routes.MapPost("/c/{campaign}/lessons/apply", Apply).RequireAuthorization(Policies.LessonWrite);
        routes.MapPost("/c/{campaign}/lessons/drop", Drop).RequireAuthorization(Policies.LessonWrite);
    }

    private static Task<IResult> Propose(
        string campaign, [FromForm] string? title, [FromForm] string? from, [FromForm] string? what, [FromForm] string? wanted,
        HttpContext http, Screens screens, LogbookStore logbook, ProposeLesson propose) =>
        Keep(campaign, http, screens, logbook, (open, viewer, now) =>
            propose.Run(open, title ?? "", ThingId.Parse(from ?? ""), what ?? "", wanted ?? "", now, viewer.Name, http.RequestAborted));

    private static Task<IResult> Apply(
        string campaign, [FromForm] string id, [FromForm] string? changed, [FromForm] int revision, HttpContext http, Screens screens, LogbookStore logbook, ApplyLesson apply) =>
        Keep(campaign, http, screens, logbook, async (open, viewer, now) => ThingId.Parse(changed?.Trim() ?? "") is { } thing
            ? await apply.Run(open, id, thing, revision, now, viewer, http.RequestAborted)
            : new Problem("not-learnable", Place.Of("what it changed"), $"'{changed}'", "a thing as kind:id, such as template-activity:cargo-resupply/C-LOAD"));

    private static Task<IResult> Drop(string campaign, [FromForm] string id, [FromForm] string? why, HttpContext http, Screens screens, LogbookStore logbook, DropLesson drop) =>
        Keep(campaign, http, screens, logbook, (open, viewer, now) => drop.Run(open, id, why ?? "", now, viewer.Name, http.RequestAborted));

    private static async Task<IResult> Keep(
        string campaign, HttpContext http, Screens screens, LogbookStore logbook, Func<OpenCampaign, Viewer, Instant, Task<Result<ImmutableArray<LogEntry>>>> run)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await run(open, Screens.ViewerOf(http), screens.NowFor(open));
        return kept.Succeeded ? Results.LocalRedirect($"{Paths.Campaign(open.Id)}/lessons") : await Show(open, http, screens, logbook, kept.Problems);
    }

    private static async Task<IResult> Show(OpenCampaign open, HttpContext http, Screens screens, LogbookStore logbook, ImmutableArray<Problem> problems)
    {
        var lessons = Lesson.All(await logbook.ReadAll(open.Id, Compartment.Operations, Lesson.Prefix, http.RequestAborted));
        var typed = problems.IsEmpty ? null : await http.Request.ReadFormAsync(http.RequestAborted);
        var view = new LessonsView(open, lessons, Screens.ViewerOf(http).May(Policies.LessonWrite), problems, screens.NowFor(open),
            typed is null ? [] : typed.ToImmutableDictionary(f => f.Key, f => f.Value.ToString()));
        return Screens.Page<LessonsPage, LessonsView>(await screens.FrameWithCounts(http, open), view, problems.IsEmpty ? 200 : Answers.StatusOf(problems));
    }
}
