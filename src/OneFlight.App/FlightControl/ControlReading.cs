using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.FlightControl;

/// <summary>Opens a flight's record for its page, and adds to it what the rules allow.</summary>
public sealed class ControlReading(Screens screens, LogbookStore logbook)
{
    public const string Streams = "control/";

    /// <summary>The page; with problems it says why something was refused and keeps what was typed.</summary>
    public async Task<IResult> Show(HttpContext http, string campaign, string flight, string? act = null, ControlForm? typed = null, ImmutableArray<Problem> problems = default)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        if (Find(open, flight) is not { Plan: { } plan } found) return Answers.NotFound(frame, $"a planned flight {flight}");
        var entries = await logbook.Read(open.Id, Compartment.Operations, Streams + flight, http.RequestAborted);
        var state = CountdownState.At(entries, FactsOf(open, found, plan), frame.Now);
        var view = ControlView.From(open, state, entries, frame, act, typed ?? ControlForm.Empty, problems.IsDefault ? [] : problems);
        return Screens.Page<ControlPage, ControlView>(frame, view, view.Problems.IsEmpty ? 200 : Answers.StatusOf(view.Problems));
    }

    /// <summary>Adds what an act decides on all that stands in the record.</summary>
    public async Task<IResult> Do(HttpContext http, string campaign, string flight, ControlAct act)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (Find(open, flight) is not { Plan: { } plan } found) return Answers.NotFound(screens.Frame(http, open), $"a planned flight {flight}");
        var form = ControlForm.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        var (actor, now, facts) = (ConsoleActors.Of(Screens.ViewerOf(http), open), screens.NowFor(open), FactsOf(open, found, plan));
        var added = await logbook.Change(open.Id, Compartment.Operations, Streams + flight, before => act.Decide(CountdownState.At(before, facts, now), actor, form), http.RequestAborted);
        if (!added.Succeeded) return await Show(http, campaign, flight, act.Name, form, added.Problems);
        var back = form["back"] is { } other ? Paths.Safe(other) : $"{ControlPaths.Control(open.Id, flight)}#{act.Part}";
        return Results.LocalRedirect(back);
    }

    public static ControlFacts FactsOf(OpenCampaign open, Flight flight, FlightPlan plan) => new(flight, plan, open.Campaign.Control, open.Campaign.Qualifications);

    public static Flight? Find(OpenCampaign open, string flight) => open.Index.Flights.GetValueOrDefault(new FlightId(flight));
}

/// <summary>Addresses of these pages.</summary>
public static class ControlPaths
{
    public static string Control(Operations.Campaigns.CampaignId campaign, string flight) => Paths.Flight(campaign, flight) + "/control";
    public static string Requests(Operations.Campaigns.CampaignId campaign) => Paths.Campaign(campaign) + "/requests/on-board";
    public static string Mishaps(Operations.Campaigns.CampaignId campaign) => Paths.Campaign(campaign) + "/mishaps";
    public static string Mishap(Operations.Campaigns.CampaignId campaign, string id) => $"{Mishaps(campaign)}/{Uri.EscapeDataString(id)}";
}
