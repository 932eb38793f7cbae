using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Portal;

/// <summary>A date in the plan that concerns a reader.</summary>
/// <param name="Key">Stable whatever else changes: the activity's stem, or the event of the flight.</param>
public sealed record PortalDate(string Key, string Name, Instant Start, Instant End, bool Done);

/// <summary>Which dates of a flight concern whom. The rest of its activities are the operator's own work.</summary>
public static class PortalDates
{
    private static readonly ImmutableHashSet<string>
        Flying = ["CONSENT0", "CONSENT1", "TRNACAD", "CENTRIF", "SUITFIT", "TEAMB", "SIMBLK1", "PARAB", "STNTRN", "PLDTRN", "EMERTRN", "SURVTRN", "SIM30H", "CEIT",
            "QUAR", "REFRESH", "CREWARR", "FAMILY", "DRYDR", "MEDPOST", "DEBRIEF", "AFTERCR"],
        Sending = ["CONOPS", "PSAFE1", "PSAFE3", "PLDTRN", "STDLOAD", "LATE", "UNLOAD", "RESEARCH", "RECOV", "DEBRIEF"],
        Visiting = ["FAMILY"];

    /// <summary>In order of time; empty while the flight has no plan.</summary>
    public static ImmutableArray<PortalDate> Of(OpenCampaign open, Flight? flight, CustomerMission mission, Relation relation)
    {
        if (flight?.Plan is not { } plan) return [];
        var stems = relation switch
        {
            Relation.Family => Visiting,
            Relation.Broker => [],
            Relation.Customer when mission.Kind is not CustomerKind.Agency => Sending,
            _ => Flying,
        };
        var activities = plan.Activities.Where(a => stems.Contains(a.Id.Stem)).Select(a => new PortalDate(
            a.Id.Stem, Say.Brief(open.Index.TemplateOf(flight, a.Id)?.Name ?? a.Id.Value), a.Start, a.End, a.Status == ActivityStatus.Done));
        return [.. activities.Concat(Events(plan)).OrderBy(d => d.Start).ThenBy(d => d.Key, StringComparer.Ordinal)];
    }

    /// <summary>Liftoff, arrival, departure and landing.</summary>
    public static IEnumerable<PortalDate> Events(FlightPlan plan)
    {
        yield return new("launch", "Launch", plan.Launch, plan.Launch, false);
        if (plan.Arrival is { } arrival) yield return new("arrival", "Arrival at the station", arrival, arrival, false);
        if (plan.Departure is { } departure) yield return new("departure", "Departure from the station", departure, departure, false);
        if (plan.End is { } end) yield return new("landing", "Landing", end, end, false);
    }

    /// <summary>What still lies ahead of the reader.</summary>
    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (facts.As == Relation.Family && !facts.Allowed.Dates) yield break;
        var clock = new PortalClock(facts.Zone);
        var ahead = Of(facts.Open, facts.Flight, facts.Mission, facts.As).Where(d => d.End >= facts.Now && !d.Done)
            // What one follows is not said twice.
            .Where(d => !PortalFollow.Shows(facts) || char.IsUpper(d.Key[0])).ToList();
        var lines = ahead.Select(d => new PortalLine(d.Name, d.End - d.Start > Duration.FromDays(1) ? $"until {clock.Brief(d.End)}" : null, d.Start));
        yield return new("dates", "What lies ahead", PortalPlace.Ahead, [.. lines])
        {
            Intro = facts.Flight switch
            {
                null => "Your mission waits for a flight. We tell you first when it has one.",
                { Cancelled: { } cancelled } => $"{facts.Flight.Name} was cancelled on {clock.Day(cancelled.At)}.",
                { Plan: null } => "Your flight has no date yet. We tell you first when it has one.",
                _ when ahead.Count == 0 => "Nothing more lies ahead on this flight.",
                _ => null,
            },
        };
    }
}
