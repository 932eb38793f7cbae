using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Identity;

/// <summary>Who stands behind an alias, for those who must reach them.</summary>
public static class IdentityEndpoints
{
    public static void AddIdentity(this IServiceCollection services) => services.AddScoped<ReadIdentity>();

    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/missions/{mission}/identity", (string campaign, string mission, HttpContext http, Screens screens, LogbookStore logbook) =>
            Show(campaign, mission, null, [], null, http, screens, logbook)).RequireAuthorization(Policies.IdentityRead);
        routes.MapPost("/c/{campaign}/missions/{mission}/identity", Open).RequireAuthorization(Policies.IdentityRead);
    }

    private static async Task<IResult> Open(
        string campaign, string mission, [FromForm] string? purpose, HttpContext http, Screens screens, ReadIdentity read, LogbookStore logbook)
    {
        if (await screens.Open(http, campaign) is not { } open || open.Index.Missions.GetValueOrDefault(new(mission))?.Participant is not { } person)
            return Answers.NotFound(screens.Frame(http, null), $"mission {mission}");
        var known = await read.Run(open.Id, person, purpose, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted);
        return await Show(campaign, mission, purpose, known.Problems, known.Succeeded ? known.Value : null, http, screens, logbook);
    }

    private static async Task<IResult> Show(
        string campaign, string mission, string? purpose, ImmutableArray<Problem> problems, SilentIdentity? known, HttpContext http, Screens screens, LogbookStore logbook)
    {
        if (await screens.Open(http, campaign) is not { } open || !open.Index.Missions.TryGetValue(new(mission), out var own)
            || own.Participant is not { } id || !open.Index.Persons.TryGetValue(id, out var person) || person.Alias is null)
            return Answers.NotFound(screens.Frame(http, null), $"a silent person of mission {mission}");
        var readings = await logbook.Accesses(open.Id, Compartment.Identity, SilentIdentity.StreamOf(id), http.RequestAborted);
        var exact = readings.Where(r => r.Stream == SilentIdentity.StreamOf(id)).ToImmutableArray();
        return Screens.Page<IdentityPage, IdentityView>(await screens.FrameWithCounts(http, open), new(open, own, person, known, purpose, problems, exact),
            problems.IsEmpty ? 200 : Answers.StatusOf(problems));
    }
}
