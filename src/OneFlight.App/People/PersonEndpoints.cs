using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.App.People;

/// <summary>The pages of people: one person, everyone's qualifications, and the people of a flight; recording and choosing.</summary>
public static class PersonEndpoints
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<RecordQualification>();
        services.AddScoped<ChooseForSeat>();
    }

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/people/{person}", (string campaign, string person, HttpContext http, Screens screens) =>
            screens.Show<PersonPage, PersonView>(http, campaign, $"person {person}", (open, frame) => PersonView.From(open, person, frame.Viewer, frame.Now)))
            .RequireAuthorization(Policies.CampaignRead);
        routes.MapPost("/c/{campaign}/people/{person}/qualifications", Record).RequireAuthorization(Policies.QualificationWrite);
        routes.MapGet("/c/{campaign}/qualifications", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<QualificationsPage, QualificationsView>(http, campaign, "qualifications", (open, frame) => QualificationsView.From(open, Query.Of(http.Request), frame.Now)))
            .RequireAuthorization(Policies.QualificationRead);
        routes.MapGet("/c/{campaign}/flights/{flight}/people", (string campaign, string flight, HttpContext http, Screens screens) =>
            screens.Show<FlightPeoplePage, FlightPeopleView>(http, campaign, $"flight {flight}", (open, frame) => FlightPeopleView.From(open, flight, Query.Of(http.Request), frame.Viewer, frame.Now)))
            .RequireAuthorization(Policies.QualificationRead);
        routes.MapPost("/c/{campaign}/flights/{flight}/people/select", Select).RequireAuthorization(Policies.SelectionWrite);
    }

    private static async Task<IResult> Record(
        string campaign, string person, [FromForm] string? type, [FromForm] string? earned, [FromForm] string? until, [FromForm] string? flight, [FromForm] string? grade,
        [FromForm] string? evidence, HttpContext http, RecordQualification record, Screens screens)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var (now, viewer) = (screens.NowFor(open), Screens.ViewerOf(http));
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var (day, end) = (Day("earned", earned, problems), until is { Length: > 0 } ? Day("good through", until, problems) : null);
        if (earned is not { Length: > 0 }) problems.Add(new("no-date", Place.Of("earned"), "nothing", "a day such as 2027-02-01"));
        double? mark = null;
        if (grade is { Length: > 0 })
            if (double.TryParse(grade, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read)) mark = read;
            else problems.Add(new("wrong-grade", Place.Of("grade"), $"'{grade}'", "0 to 1, or none"));
        if (problems.Count == 0)
        {
            var kept = await record.Run(open.Id, new(Guid.CreateVersion7().ToString("N"), new(person), (type ?? "").Trim(), day!.Value, now, (evidence ?? "").Trim(),
                flight is { Length: > 0 } ? flight.Trim() : null, mark, end),
                $"{open.Campaign.Qualifications.NameOf(type ?? "")} of {open.Index.NameOf(new PersonId(person))}", viewer, now, http.RequestAborted);
            if (kept.Succeeded) return Results.LocalRedirect(Paths.Person(open.Id, person));
            problems.AddRange(kept.Problems);
        }
        var (all, frame) = (problems.ToImmutable(), await screens.FrameWithCounts(http, open));
        return PersonView.From(open, person, viewer, now, all, new(type ?? "", earned ?? "", until ?? "", flight ?? "", grade ?? "", evidence ?? "")) is { } view
            ? Screens.Page<PersonPage, PersonView>(frame, view, Answers.StatusOf(all))
            : Answers.NotFound(frame, $"person {person}");
    }

    private static async Task<IResult> Select(
        string campaign, string flight, [FromForm] string? person, [FromForm] string? seat, [FromForm] string? step, [FromForm] string? decision, [FromForm] string? reason,
        HttpContext http, ChooseForSeat choose, Screens screens)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var (now, viewer) = (screens.NowFor(open), Screens.ViewerOf(http));
        var number = int.TryParse(seat, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var kept = await choose.Run(open.Id, new(Guid.CreateVersion7().ToString("N"), new((person ?? "").Trim()), flight, number, step ?? "", decision ?? "", (reason ?? "").Trim(), viewer.Name, now),
            viewer, http.RequestAborted);
        var path = $"{Paths.Flight(open.Id, flight)}/people";
        if (kept.Succeeded) return Results.LocalRedirect(path);
        var frame = await screens.FrameWithCounts(http, open);
        return FlightPeopleView.From(open, flight, new(path, []), viewer, now, kept.Problems, new(person ?? "", seat ?? "", step ?? "", decision ?? "", reason ?? "")) is { } view
            ? Screens.Page<FlightPeoplePage, FlightPeopleView>(frame, view, Answers.StatusOf(kept.Problems))
            : Answers.NotFound(frame, $"flight {flight}");
    }

    private static LocalDate? Day(string field, string? text, ImmutableArray<Problem>.Builder problems)
    {
        if (text is not { Length: > 0 }) return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }) return day;
        problems.Add(new("wrong-date", Place.Of(field), $"'{text}'", "a day such as 2027-02-01"));
        return null;
    }
}
