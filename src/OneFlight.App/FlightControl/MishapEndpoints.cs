using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Revisions;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.FlightControl.Mishaps;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.FlightControl;

/// <summary>Intake and care of mishaps.</summary>
public static class MishapEndpoints
{
    private const string Page = "/c/{campaign}/mishaps";

    public static void MapMishaps(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, (string campaign, HttpContext http, MishapReading reading) => reading.List(http, campaign, ControlForm.Empty, [])).RequireAuthorization(Policies.MishapReport);
        routes.MapGet(Page + "/{id}", (string campaign, string id, HttpContext http, MishapReading reading) => reading.Show(http, campaign, id, null, ControlForm.Empty, [])).RequireAuthorization(Policies.MishapReport);
        routes.MapPost(Page, (string campaign, [FromForm] string? title, HttpContext http, MishapReading reading) => reading.Report(http, campaign)).RequireAuthorization(Policies.MishapReport);
        foreach (var act in (string[])["notify", "correct", "freeze", "close"])
            routes.MapPost($"{Page}/{{id}}/{act}", (string campaign, string id, [FromForm] string? line, HttpContext http, MishapReading reading) => reading.Do(http, campaign, id, act)).RequireAuthorization(Policies.MishapLead);
    }
}

/// <summary>Reads mishaps for their pages, and adds to them.</summary>
public sealed class MishapReading(Screens screens, LogbookStore logbook, KeepFact keep)
{
    public async Task<IResult> List(HttpContext http, string campaign, ControlForm form, ImmutableArray<Problem> problems)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        var view = MishapsView.From(open, await All(open, http), frame.Now, form, problems);
        return Screens.Page<MishapsPage, MishapsView>(frame, view, problems.IsEmpty ? 200 : Answers.StatusOf(problems));
    }

    public async Task<IResult> Show(HttpContext http, string campaign, string id, string? act, ControlForm form, ImmutableArray<Problem> problems)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        var entries = await logbook.Read(open.Id, Compartment.Operations, MishapState.Streams + id, http.RequestAborted);
        if (MishapState.Of(entries) is not { } mishap) return Answers.NotFound(frame, $"mishap {id}");
        return Screens.Page<MishapPage, MishapView>(frame, MishapView.From(open, mishap, entries, frame, act, form, problems), problems.IsEmpty ? 200 : Answers.StatusOf(problems));
    }

    /// <summary>Takes a report in, and blocks the flight until it is closed. What happened is kept first: the block follows from it.</summary>
    public async Task<IResult> Report(HttpContext http, string campaign)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var form = ControlForm.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        var (viewer, now) = (Screens.ViewerOf(http), screens.NowFor(open));
        if (form["flight"] is { } named && ControlReading.Find(open, named) is null)
            return await List(http, campaign, form, [new Problem("unknown-flight", Place.Of("flight"), $"'{named}'", "a flight of this campaign, or none")]);
        var facts = MishapSay.FactsOf(form);
        var entry = MishapRules.Report(ConsoleActors.Of(viewer, open).Name, form["flight"], form["title"], form["what"], form.Moment("happened"), form.Moment("known"), facts, form["protected"] is not null, now);
        if (!entry.Succeeded) return await List(http, campaign, form, entry.Problems);

        for (var number = (await All(open, http)).Length + 1; ; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd").Format(now)}-{number}");
            var added = await logbook.Change(open.Id, Compartment.Operations, MishapState.Streams + id, before => before.IsEmpty ? entry : ImmutableArray<NewLogEntry>.Empty, http.RequestAborted);
            if (!added.Succeeded) return await List(http, campaign, form, added.Problems);
            if (added.Value.IsEmpty) continue;
            if (form["flight"] is { } flight && MishapClassifier.Classes(facts).Any(c => c.Scheme == "FAA" && c.Class != "not a mishap"))
            {
                var block = new FlightBlock($"{id}/{flight}", new(flight), id, form["title"]!, now);
                var kept = await keep.Run(open.Id, Anonymous(viewer, form), $"Mishap {id} blocks {flight}", c => c with { Control = c.Control with { Blocks = c.Control.Blocks.Add(block) } }, http.RequestAborted);
                if (!kept.Succeeded) return await Show(http, campaign, id, "block", form, kept.Problems);
            }
            return Results.LocalRedirect(ControlPaths.Mishap(open.Id, id));
        }
    }

    // A protected reporter stands nowhere, so also not as the author of the revision that blocks the flight.
    private static Viewer Anonymous(Viewer viewer, ControlForm form) => form["protected"] is null ? viewer : viewer with { Name = MishapState.ProtectedReporter, Person = null };

    public async Task<IResult> Do(HttpContext http, string campaign, string id, string act)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var form = ControlForm.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        var (viewer, now) = (Screens.ViewerOf(http), screens.NowFor(open));
        var who = ConsoleActors.Of(viewer, open).Name;
        var added = await logbook.Change(open.Id, Compartment.Operations, MishapState.Streams + id, before => MishapState.Of(before) is not { } state
            ? new Problem("unknown-mishap", Place.Of("mishap"), $"'{id}'", "one that was reported")
            : act switch
            {
                "notify" => MishapRules.Notified(state, who, form["line"], form["person"], form["means"], now),
                "correct" => MishapRules.Correct(state, who, MishapSay.FactsOf(form), form["why"], now),
                "freeze" => MishapRules.Freeze(state, who, now),
                _ => MishapRules.Close(state, who, form["cause"], form["corrective"], now),
            }, http.RequestAborted);
        if (!added.Succeeded) return await Show(http, campaign, id, act, form, added.Problems);
        if (act == "close")
        {
            var kept = await keep.Run(open.Id, viewer, $"Mishap {id} is closed", c => Lift(c, id, who, now), http.RequestAborted);
            if (!kept.Succeeded) return await Show(http, campaign, id, act, form, kept.Problems);
        }
        return Results.LocalRedirect(ControlPaths.Mishap(open.Id, id));
    }

    private static Result<Campaign> Lift(Campaign campaign, string id, string who, Instant now) =>
        campaign.Control.Blocks.All(b => b.Mishap != id || b.Lifted is not null) ? campaign
        : campaign with { Control = campaign.Control with { Blocks = [.. campaign.Control.Blocks.Select(b => b.Mishap == id ? b with { Lifted = now, LiftedBy = who } : b)] } };

    private async Task<ImmutableArray<MishapState>> All(OpenCampaign open, HttpContext http) =>
        [.. (await logbook.ReadAll(open.Id, Compartment.Operations, MishapState.Streams, http.RequestAborted)).GroupBy(e => e.Stream).Select(g => MishapState.Of([.. g])).OfType<MishapState>()];
}
