using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.App.Performance;

/// <summary>The outcome of a flight, and the forms by which verdicts, answers and cases are kept.</summary>
public static class OutcomeEndpoints
{
    public static void MapOutcomes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/flights/{flight}/outcome", (string campaign, string flight, HttpContext http, Screens screens, PerformanceReading reading) =>
            Show(campaign, flight, http, screens, reading, [])).RequireAuthorization(Policies.VerdictRead);
        var forms = routes.MapGroup("/c/{campaign}/flights/{flight}/outcome").RequireAuthorization(Policies.VerdictWrite);
        forms.MapPost("/technical", Technical);
        forms.MapPost("/customer", Customer);
        forms.MapPost("/survey", Answer);
        forms.MapPost("/case", OpenCase);
        forms.MapPost("/case/go", GoOn);
    }

    private static Task<IResult> Technical(string campaign, string flight, [FromForm] string mission, HttpContext http, Screens screens, PerformanceReading reading, GiveVerdict give) =>
        Keep(campaign, flight, http, screens, reading, async (open, viewer, now) =>
        {
            if (!OutcomeView.Measures(viewer)) return NotTheirs("technical verdict", viewer, "the flight director");
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            ImmutableArray<MeasuredCriterion> said = [.. CriteriaOf(open, mission).Select(c => new MeasuredCriterion(c, Word<CriterionVerdict>(form[$"v-{c}"]) ?? CriterionVerdict.CouldNotSay, Filled(form[$"m-{c}"])))];
            return await give.Technical(open, new(mission), said, form["evidence"].ToString(), now, viewer.Name, http.RequestAborted);
        });

    private static Task<IResult> Customer(
        string campaign, string flight, [FromForm] string mission, [FromForm] string? words, [FromForm] string? form, [FromForm] string? givenBy, [FromForm] string? witness,
        HttpContext http, Screens screens, PerformanceReading reading, GiveVerdict give) =>
        Keep(campaign, flight, http, screens, reading, async (open, viewer, now) =>
        {
            if (!OutcomeView.Hears(viewer)) return NotTheirs("customer's verdict", viewer, "a steward");
            var fields = await http.Request.ReadFormAsync(http.RequestAborted);
            ImmutableArray<CriterionSaid> said = [.. CriteriaOf(open, mission).Select(c => new CriterionSaid(c, Word<CriterionVerdict>(fields[$"v-{c}"]) ?? CriterionVerdict.CouldNotSay, Filled(fields[$"w-{c}"])))];
            return await give.Customer(open, new(mission), said, words ?? "", Word<VerdictForm>(form) ?? VerdictForm.Spoken, givenBy ?? "", witness, now, viewer.Name, http.RequestAborted);
        });

    private static Task<IResult> Answer(
        string campaign, string flight, [FromForm] string mission, [FromForm] string by, [FromForm] int overall, [FromForm] int recommend, [FromForm] string? words,
        HttpContext http, Screens screens, PerformanceReading reading, AnswerSurvey answer) =>
        Keep(campaign, flight, http, screens, reading, async (open, viewer, now) => !OutcomeView.Hears(viewer) ? NotTheirs("answer to the survey", viewer, "a steward")
            : ThingId.Parse(by) is not { } who ? new Problem("not-invited", Place.Of("survey"), $"'{by}'", "one of those who were asked")
            : await answer.Run(open, new(mission), who, overall, recommend, words, now, viewer.Name, http.RequestAborted));

    private static Task<IResult> OpenCase(
        string campaign, string flight, [FromForm] string mission, [FromForm] string? trigger, [FromForm] string? topic, [FromForm] string? what, [FromForm] string? severity,
        HttpContext http, Screens screens, PerformanceReading reading, HandleRecovery handle) =>
        Keep(campaign, flight, http, screens, reading, async (open, viewer, now) => !OutcomeView.Hears(viewer) ? NotTheirs("case", viewer, "a steward")
            : await handle.Open(open, new(mission), Word<RecoveryTrigger>(trigger) ?? RecoveryTrigger.Observation, topic ?? "", what ?? "", Word<RecoverySeverity>(severity) ?? RecoverySeverity.Serious, now, viewer.Name, http.RequestAborted));

    private static Task<IResult> GoOn(
        string campaign, string flight, [FromForm] string id, [FromForm] string step, [FromForm] string? by, [FromForm] string? words,
        HttpContext http, Screens screens, PerformanceReading reading, HandleRecovery handle) =>
        Keep(campaign, flight, http, screens, reading, async (open, viewer, now) => !OutcomeView.Hears(viewer) ? NotTheirs("case", viewer, "a steward")
            : await handle.Go(open, id, found => step switch
            {
                "apologize" => RecoveryRules.Apologize(found, by ?? "", words ?? "", now, viewer.Name),
                "remedy" => RecoveryRules.Remedy(found, words ?? "", now, viewer.Name),
                _ => RecoveryRules.Close(found, ThingId.Parse(by ?? ""), words ?? "",
                    open.Index.Missions.TryGetValue(new(found.Opened.Mission), out var mission) ? RecoveryCase.Verifiers(mission) : [], now, viewer.Name),
            }, http.RequestAborted));

    private static async Task<IResult> Keep(
        string campaign, string flight, HttpContext http, Screens screens, PerformanceReading reading, Func<OpenCampaign, Viewer, Instant, Task<Result<ImmutableArray<LogEntry>>>> run)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await run(open, Screens.ViewerOf(http), screens.NowFor(open));
        return kept.Succeeded ? Results.LocalRedirect($"{Paths.Flight(open.Id, flight)}/outcome") : await Show(campaign, flight, http, screens, reading, kept.Problems);
    }

    private static async Task<IResult> Show(string campaign, string flight, HttpContext http, Screens screens, PerformanceReading reading, ImmutableArray<Problem> problems)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var now = screens.NowFor(open);
        var frame = await screens.FrameWithCounts(http, open);
        return OutcomeView.From(open, flight, await reading.Read(open, now, http.RequestAborted), Screens.ViewerOf(http), problems, now) is { } view
            ? Screens.Page<OutcomePage, OutcomeView>(frame, view, problems.IsEmpty ? 200 : Answers.StatusOf(problems))
            : Answers.NotFound(frame, $"flight {flight}");
    }

    private static Problem NotTheirs(string what, Viewer viewer, string whose) => new("not-theirs", Place.Of(what), viewer.RolesInWords, whose);

    private static IEnumerable<string> CriteriaOf(OpenCampaign open, string mission) =>
        open.Index.Missions.TryGetValue(new(mission), out var found) ? found.Criteria.Select(c => c.Id) : [];

    private static T? Word<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
