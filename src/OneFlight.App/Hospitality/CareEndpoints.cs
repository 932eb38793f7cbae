using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Hospitality;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.App.Hospitality;

/// <summary>The care board and its forms.</summary>
public static class CareEndpoints
{
    public static void AddCare(this IServiceCollection services)
    {
        services.AddScoped<CareReading>();
        services.AddScoped<RecordCare>();
        services.AddScoped<OptOutOfCare>();
    }

    public static void MapCare(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/care", async (string campaign, HttpContext http, Screens screens, CareReading reading) =>
            await screens.Open(http, campaign) is { } open ? await Show(open, http, screens, reading, []) : Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}"))
            .RequireAuthorization(Policies.CareRead);
        routes.MapPost("/c/{campaign}/care/called", Called).RequireAuthorization(Policies.CareWrite);
        routes.MapPost("/c/{campaign}/care/opt-out", OptOut).RequireAuthorization(Policies.CareWrite);
        routes.MapPost("/c/{campaign}/care/flag", Flag).RequireAuthorization(Policies.CareWrite);
        routes.MapPost("/c/{campaign}/care/answer", AnswerFlag).RequireAuthorization(Policies.MedicalWrite);
    }

    private static Task<IResult> Called(
        string campaign, [FromForm] string flight, [FromForm] string person, [FromForm] int day, [FromForm] bool reached, [FromForm] string? means,
        HttpContext http, Screens screens, CareReading reading, RecordCare record) =>
        Keep(campaign, http, screens, reading, (open, viewer, now) =>
            record.Run(open, flight, new(person), now, s => CareRules.Called(s, day, reached, means ?? "", now, viewer.Name), http.RequestAborted));

    private static Task<IResult> OptOut(
        string campaign, [FromForm] string flight, [FromForm] string person, HttpContext http, Screens screens, CareReading reading, OptOutOfCare optOut) =>
        Keep(campaign, http, screens, reading, (open, viewer, now) => optOut.Run(open, flight, new(person), viewer.Name, now, http.RequestAborted));

    private static Task<IResult> Flag(string campaign, [FromForm] string flight, [FromForm] string person, HttpContext http, Screens screens, CareReading reading, RecordCare record) =>
        Keep(campaign, http, screens, reading, (open, viewer, now) =>
            record.Run(open, flight, new(person), now, s => CareRules.RaiseFlag(s, now, viewer.Name), http.RequestAborted));

    private static Task<IResult> AnswerFlag(string campaign, [FromForm] string flight, [FromForm] string person, HttpContext http, Screens screens, CareReading reading, RecordCare record) =>
        Keep(campaign, http, screens, reading, (open, viewer, now) =>
            record.Run(open, flight, new(person), now, s => CareRules.AnswerFlag(s, now, viewer.Name), http.RequestAborted));

    private static async Task<IResult> Keep(
        string campaign, HttpContext http, Screens screens, CareReading reading, Func<OpenCampaign, Viewer, Instant, Task<Result<ImmutableArray<LogEntry>>>> run)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await run(open, Screens.ViewerOf(http), screens.NowFor(open));
        return kept.Succeeded ? Results.LocalRedirect($"{Paths.Campaign(open.Id)}/care") : await Show(open, http, screens, reading, kept.Problems);
    }

    private static async Task<IResult> Show(OpenCampaign open, HttpContext http, Screens screens, CareReading reading, ImmutableArray<Problem> problems)
    {
        var (viewer, now) = (Screens.ViewerOf(http), screens.NowFor(open));
        var view = CareView.From(open, await reading.All(open, viewer, now, http.RequestAborted), viewer, problems, now);
        return Screens.Page<CarePage, CareView>(await screens.FrameWithCounts(http, open), view, problems.IsEmpty ? 200 : Answers.StatusOf(problems));
    }
}
