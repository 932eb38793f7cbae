using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Portal;
using OneFlight.App.Shell;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Requests;

/// <summary>What a customer asked of us on the ground, and asking anew, on their own page.</summary>
public static class RequestsForCustomers
{
    private const int Most = 6;

    public static PortalSource Source { get; } = new("requests", Sections)
    {
        Reads = facts => facts.IsPrincipal ? [new(Compartment.Operations, $"{GroundRequests.Prefix}{facts.Mission.Id}-", Prefix: true)] : [],
    };

    private static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (!facts.IsPrincipal) yield break;
        var requests = GroundRequests.Of([.. facts.EntriesOf($"{GroundRequests.Prefix}{facts.Mission.Id}-")], RequestDesk.ClockOf(facts.Open), facts.Now);
        yield return new("requests", "Ask us", PortalPlace.Things,
        [
            .. requests.Where(r => r.OpenedBy == RequestVoice.Customer).Take(Most).Select(r => new PortalLine(r.Words, r.Outcome ?? Answer(r), null,
                r.ResolvedAt is not null ? PortalMark.Done : r.Running is null ? PortalMark.None : PortalMark.Waiting, r.ResolvedAt is not null ? "done" : r.Running is null ? "answered" : "with us")),
            new("What may we do for you?") { Acts = [new("Ask", $"{facts.Path}/request", true, [new("words", "", "In your words", Needed: true)])] },
        ]);
    }

    private static string? Answer(GroundRequest request) => request.Entries.Select(e => e.Event).OfType<GroundRequestAnswered>().LastOrDefault()?.Words;

    public static void MapRequestsForCustomers(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/portal/{campaign}/{mission}/request", Ask).RequireAuthorization(Policies.PortalWrite);

    private static async Task<IResult> Ask(string campaign, string mission, [FromForm] string? words, HttpContext http, Screens screens, PortalReading reading, RequestDesk desk)
    {
        if (await reading.Of(http, campaign, mission, Policies.PortalWrite) is not { IsPrincipal: true } facts) return PortalEndpoints.Refused(http, screens);
        var kept = await desk.Open(facts.Open, facts.Mission.Id, RequestVoice.Customer, words, "portal", facts.Viewer.Name, facts.Now, http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(facts.Path + "#requests") : Answers.Refused(screens.Frame(http, null), "This was not kept", kept.Problems, facts.Path, "Back to your mission");
    }
}
