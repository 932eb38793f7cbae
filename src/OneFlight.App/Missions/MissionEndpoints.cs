using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Documents;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Missions;

/// <summary>The customer missions, and the page of one with what its stewards keep.</summary>
public static class MissionEndpoints
{
    public static void AddMissions(this IServiceCollection services)
    {
        services.AddScoped<MissionReading>();
        services.AddScoped<NoteTalk>();
        services.AddScoped<RecordWish>();
        services.AddScoped<ApproveCriteria>();
        services.AddScoped<ChangeSuccess>();
    }

    public static void MapMissions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/missions", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<MissionsPage, MissionsView>(http, campaign, "missions", (open, _) => MissionsView.From(open, Query.Of(http.Request))))
            .RequireAuthorization(Policies.CampaignRead);

        routes.MapGet("/c/{campaign}/missions/{mission}", (string campaign, string mission, HttpContext http, MissionReading reading) => reading.Show(http, campaign, mission, [], null))
            .RequireAuthorization(Policies.CampaignRead);
        routes.MapPost("/c/{campaign}/missions/{mission}/talk", Talk).RequireAuthorization(Policies.CommercialWrite);
        routes.MapPost("/c/{campaign}/missions/{mission}/wishes", (string campaign, string mission, [FromForm] WishTopic topic, [FromForm] string? words, [FromForm] string? by, [FromForm] bool? changes, HttpContext http, Screens screens, RecordWish record) =>
            FactForm.Keep(http, screens, campaign, open => record.Run(open.Id, new(mission), topic, words, by, changes ?? false, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted), open => Back(open, mission, "#wishes")))
            .RequireAuthorization(Policies.FamilyRead);
        routes.MapPost("/c/{campaign}/missions/{mission}/criteria/approve", (string campaign, string mission, [FromForm] string? voice, HttpContext http, Screens screens, ApproveCriteria approve) =>
            FactForm.Keep(http, screens, campaign, open => approve.Run(open.Id, new(mission), new PersonId(voice ?? ""), Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted), open => Back(open, mission, "")))
            .RequireAuthorization(Policies.CommercialWrite);
        routes.MapPost("/c/{campaign}/missions/{mission}/success", (string campaign, string mission, [FromForm] string? words, [FromForm] string? voice, HttpContext http, Screens screens, ChangeSuccess change) =>
            FactForm.Keep(http, screens, campaign, open => change.Run(open.Id, new(mission), words, new PersonId(voice ?? ""), Screens.ViewerOf(http), http.RequestAborted), open => Back(open, mission, "")))
            .RequireAuthorization(Policies.CommercialWrite);
        routes.MapGet("/c/{campaign}/missions/{mission}/pack.pdf", Print).RequireAuthorization(Policies.CampaignRead);
    }

    private static (string, string) Back(OpenCampaign open, string mission, string part) => (Paths.Mission(open.Id, mission) + part, "Back to the mission");

    private static async Task<IResult> Talk(
        string campaign, string mission, [FromForm] string? with, [FromForm] string? channel, [FromForm] string? summary, [FromForm] string? words, [FromForm] string? rule, [FromForm] string? madeBy,
        [FromForm] string? weight, [FromForm] string? by, [FromForm] string? amount, HttpContext http, Screens screens, NoteTalk note, MissionReading reading)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var typed = new TalkForm(with ?? "", channel ?? "", summary ?? "", words ?? "", rule ?? "", madeBy ?? "", weight ?? "", by ?? "", amount ?? "");
        var kept = await note.Run(open.Id, new(mission), typed, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(Paths.Mission(open.Id, mission) + "#talks") : await reading.Show(http, campaign, mission, kept.Problems, typed);
    }

    private static async Task<IResult> Print(string campaign, string mission, HttpContext http, Screens screens, Press press)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        return MissionPack.Of(open, mission, open.Now) is { } pack
            ? Results.File(press.Print(pack), "application/pdf", $"{mission}-pack-r{open.Revision.Number}.pdf")
            : Answers.NotFound(screens.Frame(http, open), $"mission {mission}");
    }
}

/// <summary>Reads a mission with what the viewer's role may see of its logbook.</summary>
public sealed class MissionReading(Screens screens, LogbookStore logbook)
{
    /// <param name="problems">Why a note was refused.</param>
    public async Task<IResult> Show(HttpContext http, string campaign, string id, ImmutableArray<Problem> problems, TalkForm? typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        if (!open.Index.Missions.TryGetValue(new(id), out var mission)) return Answers.NotFound(frame, $"mission {id}");
        var talks = frame.Viewer.May(Policies.CommercialRead) ? await Read(open, Compartment.Commercial, TalkRules.StreamOf(mission.Id), frame, http.RequestAborted) : (ImmutableArray<LogEntry>?)null;
        var wishes = frame.Viewer.May(Policies.FamilyRead) ? await Read(open, Compartment.Family, WishRules.StreamOf(mission.Id), frame, http.RequestAborted) : (ImmutableArray<LogEntry>?)null;
        var view = MissionView.From(open, id, frame.Now)! with { Care = MissionCare.Of(open, mission, frame.Viewer, talks, wishes, problems, typed) };
        return Screens.Page<MissionPage, MissionView>(frame, view, problems.IsEmpty ? 200 : StatusCodes.Status400BadRequest);
    }

    private Task<ImmutableArray<LogEntry>> Read(OpenCampaign open, Compartment compartment, string stream, FrameView frame, CancellationToken stop) =>
        logbook.Read(open.Id, compartment, stream, stop, new($"{frame.Viewer.Name}, {frame.Viewer.RolesInWords}", "the mission's page", frame.Now));
}
