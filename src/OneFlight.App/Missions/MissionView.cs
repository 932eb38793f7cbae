using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Flights;
using OneFlight.App.Promises;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Missions;

/// <summary>One customer mission: their words, its criteria, its flight and what was promised to it.</summary>
public sealed record MissionView(
    OpenCampaign Open, MissionCard Card, Flight? Flight, string Where, string Participant, string Family, string? Contact,
    ImmutableArray<LedgerLine> Promises, double WeightLost)
{
    /// <summary>What its stewards keep; null: it was not asked for.</summary>
    public MissionCare? Care { get; init; }

    /// <summary>The view, or null when the campaign has no such mission.</summary>
    public static MissionView? From(OpenCampaign open, string id, Instant now)
    {
        if (!open.Index.Missions.TryGetValue(new(id), out var mission)) return null;
        var ledger = Ledger.Of(open);
        var flight = mission.Flight is { } flies ? open.Index.Flights.GetValueOrDefault(flies) : null;
        var promises = ledger.OfMission[mission.Id].OrderByDescending(l => l.State.Status).ThenBy(l => l.State.Due ?? Instant.MaxValue).ToImmutableArray();
        return new(open, MissionCard.Of(open, ledger, mission), flight, WhereOf(flight, now),
            open.Index.NameOf(mission.Participant, "not named"), open.Index.NameOf(mission.Family, "not named"),
            mission.Customer is { } customer && open.Index.Organizations.TryGetValue(customer, out var found) ? open.Index.NameOf(found.Contact, "no one named yet") : null,
            promises, promises.Sum(l => l.Promise.Weight * l.State.Gap));
    }

    private static string WhereOf(Flight? flight, Instant now) => flight switch
    {
        null => "Waits for a flight.",
        { Cancelled: { } cancelled } => $"{flight.Name} was cancelled {Say.Day(cancelled.At)}.",
        { Plan: { } plan } => $"{flight.Name}, liftoff {Say.When(plan.Launch)}, {Say.Until(plan.Launch, now)}.",
        _ => $"{flight.Name}, not planned yet.",
    };
}

/// <summary>The customer missions of a campaign, filtered.</summary>
public sealed record MissionsView(OpenCampaign Open, Query Query, string? Text, string Show, Paging<MissionLine> Missions)
{
    public static MissionsView From(OpenCampaign open, Query query)
    {
        var (text, show) = (query["q"], query["show"] ?? "");
        var lines = open.View("mission-lines", () => open.Campaign.Missions.Select(m => MissionLine.Of(open, m)).OrderBy(l => l.Launch ?? Instant.MaxValue).ToList());
        var shown = lines.Where(l =>
            (text is null || l.Card.Mission.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase) || l.Card.Customer.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)
                || l.Flight.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase))
            && show switch
            {
                "gap" => l.Card.Gap,
                "trouble" => l.Card.Promises.Counts.Any(c => c.Status >= PromiseStatus.AtRisk),
                "waiting" => l.Card.Mission.Flight is null,
                _ => true,
            }).ToList();
        return new(open, query, text, show, Paging<MissionLine>.Of(shown, int.TryParse(query["page"], out var page) ? page : null));
    }
}

/// <summary>A mission in one line.</summary>
public sealed record MissionLine(MissionCard Card, string Flight, Instant? Launch)
{
    public static MissionLine Of(OpenCampaign open, CustomerMission mission) => new(
        MissionCard.Of(open, Ledger.Of(open), mission), mission.Flight is { } id ? open.Index.NameOf(id) : "",
        mission.Flight is { } flies ? open.Index.Flights.GetValueOrDefault(flies)?.Plan?.Launch : null);
}
