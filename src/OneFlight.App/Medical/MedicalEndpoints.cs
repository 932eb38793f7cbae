using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Medical;
using OneFlight.Operations.People;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Medical;

/// <summary>The surgeon's desk and a person's file. No answer here is kept by a browser or a cache between.</summary>
public static class MedicalEndpoints
{
    public static void AddMedical(this IServiceCollection services)
    {
        services.AddScoped<MedicalReading>();
        services.AddScoped<WriteMedicalEntry>();
        services.AddScoped<IssueClearance>();
        services.AddScoped<SurgeonPages>();
    }

    public static void MapMedical(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/surgeon", (string campaign, HttpContext http, SurgeonPages pages) => pages.Desk(campaign, http)).RequireAuthorization(Policies.MedicalRead);
        routes.MapGet("/c/{campaign}/surgeon/{person}", (string campaign, string person, HttpContext http, SurgeonPages pages) => pages.File(campaign, person, http, [], MedicalTyped.None))
            .RequireAuthorization(Policies.MedicalRead);
        routes.MapPost("/c/{campaign}/surgeon/{person}/entry", Entry).RequireAuthorization(Policies.MedicalWrite);
        routes.MapPost("/c/{campaign}/surgeon/{person}/clearance", Clear).RequireAuthorization(Policies.MedicalWrite);
        routes.MapPost("/c/{campaign}/surgeon/{person}/withdraw", Withdraw).RequireAuthorization(Policies.MedicalWrite);
    }

    private static async Task<IResult> Entry(
        string campaign, string person, [FromForm] string? kind, [FromForm] string? measure, [FromForm] string? finding, [FromForm] string? outcome, [FromForm] string? text,
        [FromForm] string? until, HttpContext http, WriteMedicalEntry write, SurgeonPages pages, Screens screens)
    {
        if (await Open(http, screens, campaign, person) is not { } at) return Answers.NotFound(screens.Frame(http, null), $"person {person}");
        var about = kind == "examination" ? measure ?? "" : kind is "disposition" or "waiver" ? finding ?? "" : "";
        var kept = await write.Run(at.Open.Campaign, at.Person.Id, new(kind ?? "", about, outcome ?? "", text ?? "", Day(until)), Screens.ViewerOf(http), screens.NowFor(at.Open), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(SurgeonPages.PathOf(at.Open, at.Person))
            : await pages.File(campaign, person, http, kept.Problems, new(kind ?? "", about, outcome ?? "", text ?? "", until ?? "", "", []));
    }

    private static async Task<IResult> Clear(
        string campaign, string person, [FromForm] string? fitness, [FromForm] string? until, HttpContext http, IssueClearance issue, SurgeonPages pages, Screens screens)
    {
        if (await Open(http, screens, campaign, person) is not { } at) return Answers.NotFound(screens.Frame(http, null), $"person {person}");
        var typed = new MedicalTyped("", "", "", "", until ?? "", fitness ?? "", [.. http.Request.Form["limits"].OfType<string>()]);
        if (!Enum.TryParse<Fitness>(fitness, out var said) || !Enum.IsDefined(said))
            return await pages.File(campaign, person, http, [new("unknown-fitness", Place.Of("clearance"), "another word", "fit, fit with limits, not fit or not known")], typed);
        if (until is { Length: > 0 } && Day(until) is null)
            return await pages.File(campaign, person, http, [new("wrong-date", Place.Of("until"), $"'{until}'", "a day such as 2027-06-01")], typed);
        var issued = await issue.Run(at.Open.Id, at.Person.Id, at.Person.PublicName, said, Day(until), typed.Limits, Screens.ViewerOf(http), screens.NowFor(at.Open), http.RequestAborted);
        return issued.Succeeded ? Results.LocalRedirect(SurgeonPages.PathOf(at.Open, at.Person)) : await pages.File(campaign, person, http, issued.Problems, typed);
    }

    private static async Task<IResult> Withdraw(
        string campaign, string person, [FromForm] string? text, HttpContext http, IssueClearance issue, SurgeonPages pages, Screens screens)
    {
        if (await Open(http, screens, campaign, person) is not { } at) return Answers.NotFound(screens.Frame(http, null), $"person {person}");
        var withdrawn = await issue.Withdraw(at.Open.Id, at.Person.Id, at.Person.PublicName, text ?? "", Screens.ViewerOf(http), screens.NowFor(at.Open), http.RequestAborted);
        return withdrawn.Succeeded ? Results.LocalRedirect(SurgeonPages.PathOf(at.Open, at.Person)) : await pages.File(campaign, person, http, withdrawn.Problems, MedicalTyped.None);
    }

    private static async Task<(OpenCampaign Open, Person Person)?> Open(HttpContext http, Screens screens, string campaign, string person) =>
        await screens.Open(http, campaign) is { } open && open.Index.Persons.TryGetValue(new(person), out var found) ? (open, found) : null;

    /// <summary>The end of a day, UTC; null when it is none.</summary>
    private static Instant? Day(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day.PlusDays(1).AtMidnight().InUtc().ToInstant() : null;
}

/// <summary>Reads for the surgeon's pages; every reading is kept.</summary>
public sealed class SurgeonPages(Screens screens, MedicalReading reading, LogbookStore logbook)
{
    public static string PathOf(OpenCampaign open, Person person) => $"{Paths.Campaign(open.Id)}/surgeon/{Uri.EscapeDataString(person.Id.Value)}";

    public async Task<IResult> Desk(string campaign, HttpContext http)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        Private(http);
        var files = await reading.All(open.Id, "surgeon's desk: open findings", Screens.ViewerOf(http), http.RequestAborted);
        var readers = await logbook.Accesses(open.Id, Operations.Logbook.Compartment.Medical, MedicalWords.Streams, http.RequestAborted);
        return Screens.Page<SurgeonPage, SurgeonView>(await screens.FrameWithCounts(http, open), SurgeonView.From(open, files, [.. readers.Take(20)], screens.NowFor(open)));
    }

    public async Task<IResult> File(string campaign, string person, HttpContext http, ImmutableArray<Problem> problems, MedicalTyped typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (!open.Index.Persons.TryGetValue(new(person), out var found)) return Answers.NotFound(screens.Frame(http, open), $"person {person}");
        Private(http);
        var (file, readers) = await reading.Of(open.Id, found.Id, "medical file", Screens.ViewerOf(http), http.RequestAborted);
        var flights = SurgeonView.From(open, ImmutableDictionary<PersonId, MedicalFile>.Empty, [], screens.NowFor(open)).Rows.Where(r => r.Person.Id == found.Id);
        return Screens.Page<SurgeonPersonPage, SurgeonPersonView>(await screens.FrameWithCounts(http, open),
            new(open, found, file, open.Campaign.Clearances.Where(c => c.Person == found.Id).MaxBy(c => c.IssuedAt), [.. flights], readers, problems, typed),
            problems.IsEmpty ? 200 : Answers.StatusOf(problems));
    }

    private static void Private(HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
