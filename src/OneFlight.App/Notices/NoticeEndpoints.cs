using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Notices;

/// <summary>Notices by change, one notice, and the letters sent.</summary>
public static class NoticeEndpoints
{
    private const int MostRevisions = 20;

    public static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<MailSink>();
        services.AddHostedService(provider => provider.GetRequiredService<MailSink>());
        services.AddSingleton<NoticePost>();
        services.AddHostedService(provider => provider.GetRequiredService<NoticePost>());
        services.AddScoped<NoticeDesk>();
        services.AddScoped<Outbox>();
        services.AddSingleton(NoticesForCustomers.Source);
    }

    public static void MapNotices(this IEndpointRouteBuilder routes)
    {
        const string one = "/c/{campaign}/notices/{revision:int}/{line}";
        routes.MapGet("/c/{campaign}/notices", List).RequireAuthorization(Policies.NoticeRead);
        routes.MapGet("/c/{campaign}/notices/outbox/{letter?}", Letters).RequireAuthorization(Policies.NoticeRead);
        routes.MapGet(one, (string campaign, int revision, string line, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) => Show(http, screens, desk, clock, campaign, revision, line, [], null))
            .RequireAuthorization(Policies.NoticeRead);
        routes.MapPost($"{one}/draft", (string campaign, int revision, string line, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) =>
            Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.Draft(of, viewer, http.RequestAborted))).RequireAuthorization(Policies.NoticeWrite);
        routes.MapPost($"{one}/edit", Edit).RequireAuthorization(Policies.NoticeWrite);
        routes.MapPost($"{one}/approve", (string campaign, int revision, string line, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) =>
            Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.Approve(of, viewer, http.RequestAborted))).RequireAuthorization(Policies.NoticeApprove);
        routes.MapPost($"{one}/send", (string campaign, int revision, string line, [FromForm] string? early, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) =>
            Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.Release(of, early, viewer, http.RequestAborted))).RequireAuthorization(Policies.NoticeWrite);
        routes.MapPost($"{one}/hold", (string campaign, int revision, string line, [FromForm] string? why, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) =>
            Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.HoldBack(of, why, viewer, http.RequestAborted))).RequireAuthorization(Policies.NoticeWrite);
        routes.MapPost($"{one}/told", (string campaign, int revision, string line, [FromForm] string? means, [FromForm] string? note, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) =>
            Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.Tell(of, means, note, viewer, http.RequestAborted))).RequireAuthorization(Policies.NoticeWrite);
        routes.MapPost($"{one}/read", (string campaign, int revision, string line, [FromForm] string? by, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) =>
            Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.Acknowledge(of, by, viewer, http.RequestAborted))).RequireAuthorization(Policies.NoticeWrite);
        routes.MapPost($"{one}/contact", (string campaign, int revision, string line, [FromForm] string? email, HttpContext http, Screens screens, NoticeDesk desk, IClock clock) =>
            Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.RecordContact(of, email, viewer, http.RequestAborted))).RequireAuthorization(Policies.NoticeWrite);
    }

    private static async Task<IResult> List(string campaign, HttpContext http, Screens screens, HearTasks tasks, PlanHistory history, LogbookStore logbook, Outbox outbox)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var stop = http.RequestAborted;
        var (waiting, all, revisions) = (await tasks.Open(open.Id, stop), http.Request.Query["all"] == "yes", await history.List(open.Id, stop));
        var shown = all ? revisions.Take(MostRevisions).Select(r => r.Number) : waiting.Select(t => t.Revision).Distinct();
        var lists = ImmutableArray.CreateBuilder<HearTask>();
        foreach (var revision in shown.ToList()) lists.AddRange(await tasks.Of(open.Id, revision, stop));
        var notices = Notice.All(await logbook.ReadAll(open.Id, Compartment.Operations, Notice.Prefix, stop));
        var frame = screens.Frame(http, open, new(waiting.Length));
        return Screens.Page<NoticesPage, NoticesView>(frame, NoticesView.From(open, lists.ToImmutable(), notices, [.. revisions], all, outbox.Keeps, frame.Now));
    }

    private static async Task<IResult> Letters(string campaign, string? letter, HttpContext http, Screens screens, Outbox outbox)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        var opened = letter is null ? null : outbox.One(open.Id, letter);
        if (letter is not null && opened is null) return Answers.NotFound(frame, $"letter {letter}");
        return Screens.Page<OutboxPage, OutboxView>(frame, new(open, outbox.Of(open.Id), opened, outbox.Keeps));
    }

    private static async Task<IResult> Show(
        HttpContext http, Screens screens, NoticeDesk desk, IClock clock, string campaign, int revision, string line, ImmutableArray<Problem> problems, NoticeText? typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        if (await desk.Find(http, open, revision, line) is not { } of) return Answers.NotFound(frame, $"notice {line} of revision {revision}");
        return Screens.Page<NoticePage, NoticeView>(frame, NoticeView.From(of, problems, typed, frame.Viewer, clock.GetCurrentInstant()), problems.IsEmpty ? 200 : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Step(
        HttpContext http, Screens screens, NoticeDesk desk, IClock clock, string campaign, int revision, string line,
        Func<NoticeCase, Viewer, Task<Result<ImmutableArray<LogEntry>>>> step, NoticeText? typed = null)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (await desk.Find(http, open, revision, line) is not { } of) return Answers.NotFound(await screens.FrameWithCounts(http, open), $"notice {line} of revision {revision}");
        var kept = await step(of, Screens.ViewerOf(http));
        return kept.Succeeded ? Results.LocalRedirect(Paths.Notice(open.Id, revision, line)) : await Show(http, screens, desk, clock, campaign, revision, line, kept.Problems, typed);
    }

    private static Task<IResult> Edit(
        string campaign, int revision, string line, [FromForm] string? known, [FromForm] string? notKnown, [FromForm] string? decided, [FromForm] string? forYou, [FromForm] string? choices,
        [FromForm] string? next, [FromForm] string? nextAt, [FromForm] bool? critical, HttpContext http, Screens screens, NoticeDesk desk, IClock clock)
    {
        var typed = new NoticeText(known?.Trim() ?? "", notKnown?.Trim() ?? "", decided?.Trim() ?? "", forYou?.Trim() ?? "", choices?.Trim() ?? "", next?.Trim() ?? "", NoticeView.ReadField(nextAt));
        return Step(http, screens, desk, clock, campaign, revision, line, (of, viewer) => desk.Edit(of, typed, critical ?? false, viewer, http.RequestAborted), typed);
    }
}
