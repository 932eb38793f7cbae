using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;

namespace OneFlight.App.Safety;

/// <summary>Hazards, consent and requirements.</summary>
public static class SafetyEndpoints
{
    public static void AddSafety(this IServiceCollection services)
    {
        services.AddScoped<SignConsent>();
        services.AddScoped<KeepRequirement>();
    }

    public static void MapSafety(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/hazards", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<HazardsPage, HazardsView>(http, campaign, "hazards", (open, _) => HazardsView.From(open)))
            .RequireAuthorization(Policies.SafetyRead);
        routes.MapGet("/c/{campaign}/hazards/{hazard}", (string campaign, string hazard, HttpContext http, Screens screens) =>
            screens.Show<HazardPage, HazardView>(http, campaign, $"hazard {hazard}", (open, frame) => HazardView.From(open, hazard, http.Request.Query["flight"], frame.Now)))
            .RequireAuthorization(Policies.SafetyRead);
        routes.MapGet("/c/{campaign}/requirements", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<RequirementsPage, RequirementsView>(http, campaign, "requirements", (open, frame) => RequirementsView.From(open, Query.Of(http.Request), frame.Viewer, frame.Now)))
            .RequireAuthorization(Policies.SafetyRead);
        routes.MapGet("/c/{campaign}/flights/{flight}/safety", (string campaign, string flight, HttpContext http, Screens screens) =>
            screens.Show<FlightSafetyPage, FlightSafetyView>(http, campaign, $"flight {flight}", (open, frame) => FlightSafetyView.From(open, flight, frame.Viewer, frame.Now)))
            .RequireAuthorization(Policies.SafetyRead);
        routes.MapPost("/c/{campaign}/flights/{flight}/safety/consent", Consent).RequireAuthorization(Policies.SafetyWrite);
        routes.MapPost("/c/{campaign}/requirements/evidence", Evidence).RequireAuthorization(Policies.SafetyWrite);
        routes.MapPost("/c/{campaign}/requirements/decide", Decide).RequireAuthorization(Policies.SafetyWrite);
    }

    private static async Task<IResult> Consent(
        string campaign, string flight, [FromForm] string person, [FromForm] string annex, [FromForm] string vehicle, [FromForm] string? asked, [FromForm] bool? invited,
        [FromForm] string? witness, HttpContext http, Screens screens, SignConsent sign)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        const string prefix = "answer-";
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        ImmutableArray<ConsentAnswer> answers = [.. form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(f.Value, out _))
            .Select(f => new ConsentAnswer(f.Key[prefix.Length..], int.Parse(f.Value!, System.Globalization.CultureInfo.InvariantCulture)))];
        var viewer = Screens.ViewerOf(http);
        var typed = new ConsentForm(person, answers, Spoken(asked, viewer.Name), invited ?? false, witness) { Questions = asked ?? "" };
        var kept = await sign.Run(open.Id, new(new(flight), new(person), annex, vehicle, answers, typed.Asked, typed.Invited, witness ?? "", screens.NowFor(open)), viewer, http.RequestAborted);
        if (kept.Succeeded) return Results.LocalRedirect(Paths.FlightSafety(open.Id, flight));
        var frame = await screens.FrameWithCounts(http, open);
        return FlightSafetyView.From(open, flight, viewer, frame.Now, typed, kept.Problems) is { } view
            ? Screens.Page<FlightSafetyPage, FlightSafetyView>(frame, view, StatusCodes.Status400BadRequest) : Answers.NotFound(frame, $"flight {flight}");
    }

    /// <summary>One question a line, its answer after a dash; without one the answer is missing and the consent is refused.</summary>
    private static ImmutableArray<OralQuestion> Spoken(string? text, string by) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(['—', '–', '|'], 2, StringSplitOptions.TrimEntries) is [var question, var answer] ? new OralQuestion(question, answer, by)
            : line.Split(" - ", 2, StringSplitOptions.TrimEntries) is [var spoken, var told] ? new OralQuestion(spoken, told, by) : new(line, "", by))];

    private static async Task<IResult> Evidence(
        string campaign, [FromForm] string flight, [FromForm] string row, [FromForm] string? title, [FromForm] string? source, [FromForm] string? effective, [FromForm] string? received,
        [FromForm] string? until, [FromForm] string? hash, [FromForm] bool? forAll, HttpContext http, Screens screens, KeepRequirement keep)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var typed = new RequirementForm(Title: title, Effective: effective, Received: received, Until: until, Source: source, Hash: hash, ForAll: forAll ?? false);
        ImmutableArray<Problem> unread = [.. Unread("in effect from", effective, Day(effective)), .. Unread("received", received, Moment(received)), .. until is { Length: > 0 } ? Unread("valid until", until, Day(until)) : []];
        if (unread.IsEmpty && Day(effective) is { } from && Moment(received) is { } at)
        {
            var now = screens.NowFor(open);
            var kept = await keep.Evidence(open.Id, new("", typed.ForAll ? null : new(flight), row, title?.Trim() ?? "", from, at, Day(until), source?.Trim() ?? "", hash?.Trim() ?? ""),
                now, Screens.ViewerOf(http), http.RequestAborted);
            if (kept.Succeeded) return Results.LocalRedirect(RowOf(open.Id, flight, row));
            unread = kept.Problems;
        }
        return await Again(open, flight, row, typed, unread, http, screens);
    }

    private static async Task<IResult> Decide(
        string campaign, [FromForm] string flight, [FromForm] string row, [FromForm] Applicability applicability, [FromForm] string? reason, [FromForm] string? means,
        HttpContext http, Screens screens, KeepRequirement keep)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await keep.Decision(open.Id, new(flight), row, applicability, reason, means, screens.NowFor(open), Screens.ViewerOf(http), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(RowOf(open.Id, flight, row))
            : await Again(open, flight, row, new(Applicability: applicability.ToString(), Reason: reason, Means: means), kept.Problems, http, screens);
    }

    private static async Task<IResult> Again(
        Campaigns.OpenCampaign open, string flight, string row, RequirementForm typed, ImmutableArray<Problem> problems, HttpContext http, Screens screens)
    {
        var frame = await screens.FrameWithCounts(http, open);
        var query = Query.Parse($"{Paths.Campaign(open.Id)}/requirements", RowOf(open.Id, flight, row));
        return Screens.Page<RequirementsPage, RequirementsView>(frame, RequirementsView.From(open, query, frame.Viewer, frame.Now, typed, problems), Answers.StatusOf(problems));
    }

    private static string RowOf(Operations.Campaigns.CampaignId campaign, string flight, string row) => $"{Paths.Requirements(campaign, flight)}&row={Uri.EscapeDataString(row)}";

    private static ImmutableArray<Problem> Unread(string field, string? text, Instant? read) =>
        read is null ? [new("wrong-time", Place.Of(field), $"'{text}'", "a date such as 2027-02-18")] : [];

    private static readonly LocalDateTimePattern minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static Instant? Day(string? text) => text is { Length: > 0 } && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day.AtMidnight().InUtc().ToInstant() : null;

    private static Instant? Moment(string? text) => text is { Length: >= 16 } && minutes.Parse(text[..16]) is { Success: true, Value: var at } ? at.InUtc().ToInstant() : null;
}
