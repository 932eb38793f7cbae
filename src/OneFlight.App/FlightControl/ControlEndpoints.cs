using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.FlightControl;

/// <summary>The page of launch and flight, all that can be done there, and its record as a file.</summary>
public static class ControlEndpoints
{
    private const string Page = "/c/{campaign}/flights/{flight}/control";

    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, (string campaign, string flight, HttpContext http, ControlReading reading) => reading.Show(http, campaign, flight)).RequireAuthorization(Policies.ControlRead);
        foreach (var act in ControlActs.All)
            routes.MapPost($"{Page}/{act.Name}", (string campaign, string flight, [FromForm] string? back, HttpContext http, ControlReading reading) => reading.Do(http, campaign, flight, act))
                .RequireAuthorization(act.Policy);
        routes.MapGet(Page + "/record.json", (string campaign, string flight, HttpContext http, Screens screens, LogbookStore logbook) =>
            Record(campaign, flight, http, screens, logbook, ControlRecord.Json, "application/json", "json")).RequireAuthorization(Policies.ControlRead);
        routes.MapGet(Page + "/record.csv", (string campaign, string flight, HttpContext http, Screens screens, LogbookStore logbook) =>
            Record(campaign, flight, http, screens, logbook, ControlRecord.Csv, "text/csv", "csv")).RequireAuthorization(Policies.ControlRead);
    }

    /// <summary>What must be true before a count and is kept with the plan: who sits where, and the check of rest.</summary>
    public static void MapControlFacts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Page + "/seat", (string campaign, string flight, [FromForm] string? seat, [FromForm] string? person, HttpContext http, Screens screens, KeepFact keep, ControlReading reading) =>
            Keep(campaign, flight, http, screens, keep, reading, "seat", $"Console seat {seat} of {flight}", (c, now) => Sit(c, new(flight), seat ?? "", person?.Trim() ?? "", now)))
            .RequireAuthorization(Policies.ControlWrite);
        routes.MapPost(Page + "/rest", (string campaign, string flight, HttpContext http, Screens screens, KeepFact keep, ControlReading reading) =>
            Keep(campaign, flight, http, screens, keep, reading, "rest", $"Rest of the console team of {flight} checked", (c, now) => Rested(c, new(flight), ConsoleName(http), now)))
            .RequireAuthorization(Policies.ControlWrite);
    }

    private static string ConsoleName(HttpContext http) => Screens.ViewerOf(http).RolesInWords;

    private static async Task<IResult> Keep(
        string campaign, string flight, HttpContext http, Screens screens, KeepFact keep, ControlReading reading, string act, string why, Func<Campaign, NodaTime.Instant, Result<Campaign>> record)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var now = screens.NowFor(open);
        var kept = await keep.Run(open.Id, Screens.ViewerOf(http), why, c => record(c, now), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect($"{ControlPaths.Control(open.Id, flight)}#seats") : await reading.Show(http, campaign, flight, act, null, kept.Problems);
    }

    /// <summary>Seats somebody, or leaves the seat empty.</summary>
    private static Result<Campaign> Sit(Campaign campaign, FlightId flight, string seat, string person, NodaTime.Instant now)
    {
        if (campaign.Control.Seats.FirstOrDefault(s => s.Id == seat) is not { } found) return new Problem("unknown-seat", Place.Of("seat"), $"'{seat}'", "a console seat");
        var others = campaign.Control.Holders.RemoveAll(h => h.Flight == flight && h.Seat == seat);
        if (person.Length == 0) return campaign with { Control = campaign.Control with { Holders = others } };
        if (campaign.People.Persons.All(p => p.Id.Value != person)) return new Problem("unknown-person", Place.Of("person"), $"'{person}'", "the id of somebody whom the campaign knows, such as staff-safety");
        var control = campaign.Control with { Holders = others.Add(SeatHolder.Of(flight, seat, new PersonId(person))) };
        if (campaign.Flights.FirstOrDefault(f => f.Id == flight) is not { } flies) return new Problem("unknown-flight", Place.Of("flight"), $"'{flight}'", "a flight of this campaign");
        var standing = SeatHolding.Of(found, control, campaign.Qualifications, flies, now, now);
        return standing.Fitness == SeatFitness.Qualified ? campaign with { Control = control } : new Problem("not-qualified", Place.Of(found.Name), standing.Words, $"somebody with a current {found.Qualification}");
    }

    private static Result<Campaign> Rested(Campaign campaign, FlightId flight, string who, NodaTime.Instant now)
    {
        if (campaign.Control.PlanOf(flight) is not { } plan || campaign.Flights.FirstOrDefault(f => f.Id == flight)?.Plan is not { } planned)
            return new Problem("unknown-flight", Place.Of("flight"), $"'{flight}'", "a planned flight that is controlled from here");
        return campaign with { Control = campaign.Control with { Plans = campaign.Control.Plans.Replace(plan, plan with { Rest = new(now, who, planned.Launch) }) } };
    }

    private static async Task<IResult> Record(
        string campaign, string flight, HttpContext http, Screens screens, LogbookStore logbook, Func<System.Collections.Immutable.ImmutableArray<LogEntry>, byte[]> write, string type, string ending)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (ControlReading.Find(open, flight) is null) return Answers.NotFound(screens.Frame(http, open), $"flight {flight}");
        var entries = await logbook.Read(open.Id, Compartment.Operations, ControlReading.Streams + flight, http.RequestAborted);
        return Results.File(write(entries), type, $"{flight}-record.{ending}");
    }
}
