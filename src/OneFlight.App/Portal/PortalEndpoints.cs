using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Feeds;
using OneFlight.App.Shell;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Portal;

/// <summary>Customers' own pages. Every address asks the policy for the mission at hand; what is not their own is refused in the same words
/// whether it exists or not.</summary>
public static class PortalEndpoints
{
    public static void AddPortal(this IServiceCollection services)
    {
        services.AddScoped<PortalReading>();
        services.AddScoped<PortalAnswers>();
        services.AddSingleton(PortalFeed.Source);
        services.AddSingleton(new PortalSource("dates", PortalDates.Sections));
        services.AddSingleton(new PortalSource("promises", PortalPromises.Sections));
        services.AddSingleton(new PortalSource("follow", PortalFollow.Sections) { Reads = PortalFollow.Reads });
        services.AddSingleton(new PortalSource("items", PortalItems.Sections));
        services.AddSingleton(new PortalSource("family", PortalSettings.Sections) { Reads = facts => [new(Compartment.Operations, PortalRead.StreamOf(facts.Mission.Id.Value))] });
    }

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/portal", List).RequireAuthorization(Policies.PortalRead);
        routes.MapGet("/portal/{campaign}/{mission}", Show).RequireAuthorization(Policies.PortalRead);
        routes.MapPost("/portal/{campaign}/{mission}/read", Read).RequireAuthorization(Policies.PortalWrite);
        routes.MapPost("/portal/{campaign}/{mission}/criteria", Approve).RequireAuthorization(Policies.PortalWrite);
        routes.MapPost("/portal/{campaign}/{mission}/family", Allow).RequireAuthorization(Policies.PortalWrite);
        routes.MapPost("/portal/{campaign}/{mission}/calendar", Revoke).RequireAuthorization(Policies.PortalWrite);
    }

    private static async Task<IResult> List(HttpContext http, Screens screens, PlanHistory history, PortalReading reading)
    {
        var viewer = Screens.ViewerOf(http);
        var missions = new List<(PortalListItem Item, double DaysAway)>();
        foreach (var card in await history.Campaigns(http.RequestAborted))
        {
            if (await screens.Open(http, card.Campaign.Value) is not { } open) continue;
            foreach (var mission in open.Campaign.Missions.Where(m => PortalReading.RoleIn(viewer, m, Policies.PortalRead) is not null))
                if (await reading.Of(http, open.Id.Value, mission.Id.Value, Policies.PortalRead) is { } facts) missions.Add((Item(facts), DaysAway(facts)));
        }
        return missions is [var only]
            ? Results.LocalRedirect(only.Item.Path)
            : Screens.Page<PortalListPage, PortalListView>(screens.Frame(http, null), new([.. missions.OrderBy(m => m.DaysAway).Select(m => m.Item)]));
    }

    // What is nearest comes first; what is long over comes last.
    private static double DaysAway(PortalFacts facts) => facts.Flight?.Plan is not { } plan ? 1e6
        : plan.End is { } end && end < facts.Now ? 1e7 + (facts.Now - end).TotalDays : Math.Abs((plan.Launch - facts.Now).TotalDays);

    private static PortalListItem Item(PortalFacts facts)
    {
        var view = PortalView.From(facts, null, [], null);
        var launch = facts.As == Relation.Family && !facts.Allowed.Dates ? null : facts.Flight?.Plan?.Launch;
        return new(facts.Path, facts.As == Relation.Family ? "Your relative" : facts.Mission.Name, view.Words, launch is { } at ? $"{facts.Flight!.Name}, launch {view.Clock.Full(at)}" : "");
    }

    private static async Task<IResult> Show(string campaign, string mission, HttpContext http, Screens screens, PortalReading reading, FeedLinks links)
    {
        if (await reading.Of(http, campaign, mission, Policies.PortalRead) is not { } facts) return Refused(http, screens);
        var calendar = PortalFeed.For(facts) ? await links.For(facts.Open.Id, facts.Viewer with { Roles = [facts.Role] }, PortalFeed.Kind, mission, http.RequestAborted) : null;
        var view = PortalView.From(facts, await reading.Before(http, facts), reading.Sections(facts), calendar);
        return Screens.Page<PortalPage, PortalView>(screens.Frame(http, null) with { Now = facts.Now, NowIsFixed = facts.Open.Campaign.AsOf is not null }, view);
    }

    private static async Task<IResult> Read(string campaign, string mission, [FromForm] int? revision, HttpContext http, Screens screens, PortalReading reading, PortalAnswers answers) =>
        await Answer(campaign, mission, "", http, screens, reading, facts => answers.Read(facts, revision ?? 0, http.RequestAborted));

    private static async Task<IResult> Approve(string campaign, string mission, [FromForm] string? hash, HttpContext http, Screens screens, PortalReading reading, PortalAnswers answers) =>
        await Answer(campaign, mission, "#criteria", http, screens, reading, facts => answers.Approve(facts, hash, http.RequestAborted));

    /// <summary>Does something on a page of one's own as the customer themselves, and comes back to it.</summary>
    private static async Task<IResult> Answer<T>(string campaign, string mission, string place, HttpContext http, Screens screens, PortalReading reading, Func<PortalFacts, Task<Result<T>>> does)
    {
        if (await reading.Of(http, campaign, mission, Policies.PortalWrite) is not { } facts) return Refused(http, screens);
        var done = await does(facts);
        return done.Succeeded ? Results.LocalRedirect(facts.Path + place) : Screens.Page<PortalRefusalPage, PortalRefusalView>(
            screens.Frame(http, null), new("This was not kept", "Nothing was changed.") { Problems = done.Problems, Back = facts.Path }, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Allow(
        string campaign, string mission, [FromForm] bool? dates, [FromForm] bool? changes, [FromForm] bool? follow, [FromForm] bool? words,
        HttpContext http, Screens screens, PortalReading reading, LogbookStore logbook)
    {
        if (await reading.Of(http, campaign, mission, Policies.PortalWrite) is not { } facts || (facts.As & (Relation.Participant | Relation.Office)) == 0) return Refused(http, screens);
        var chosen = new FamilyViewChosen(dates ?? false, changes ?? false, follow ?? false, words ?? false);
        await logbook.Change(facts.Open.Id, Compartment.Family, FamilyViewChosen.StreamOf(mission), before => FamilyViewChosen.Of(before) == chosen && !before.IsEmpty
            ? ImmutableArray<NewLogEntry>.Empty : ImmutableArray.Create(NewLogEntry.Now(facts.Now, facts.Viewer.Name, chosen)), http.RequestAborted);
        return Results.LocalRedirect(facts.Path + "#family");
    }

    private static async Task<IResult> Revoke(string campaign, string mission, HttpContext http, Screens screens, PortalReading reading, FeedLinks links)
    {
        if (await reading.Of(http, campaign, mission, Policies.PortalWrite) is not { } facts) return Refused(http, screens);
        await links.Revoke(facts.Open.Id, facts.Viewer with { Roles = [facts.Role] }, facts.Now, http.RequestAborted);
        return Results.LocalRedirect(facts.Path + "#calendar");
    }

    /// <summary>403, the same for what is someone else's and for what does not exist.</summary>
    public static IResult Refused(HttpContext http, Screens screens) => Screens.Page<PortalRefusalPage, PortalRefusalView>(
        screens.Frame(http, null), new("This is not a page of yours", "An address works only for the person it belongs to. If someone sent it to you, ask them to tell you what stands there."), StatusCodes.Status403Forbidden);
}

/// <summary>Says why a customer's page is not shown.</summary>
public sealed record PortalRefusalView(string Title, string Text)
{
    public ImmutableArray<Problem> Problems { get; init; } = [];
    public string Back { get; init; } = PortalPaths.Home;
}
