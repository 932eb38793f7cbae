using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Logbook;

namespace OneFlight.App.Portal;

/// <summary>Where the flight is, for those who follow it: what the control room wrote down, beside what is only planned, and how old it is.</summary>
public static class PortalFollow
{
    /// <summary>From this long before liftoff to this long after landing there is something to follow.</summary>
    private static readonly Duration Around = Duration.FromDays(3);

    /// <summary>In flight, word that is older than this is called old.</summary>
    private static readonly Duration Fresh = Duration.FromHours(12);

    private static string StreamOf(PortalFacts facts) => $"control/{facts.Flight?.Id}";

    /// <summary>What the control room wrote down of this flight.</summary>
    public static IEnumerable<PortalStream> Reads(PortalFacts facts) => Shows(facts) ? [new(Compartment.Operations, StreamOf(facts))] : [];

    /// <summary>True when there is something to follow, and the reader may.</summary>
    public static bool Shows(PortalFacts facts) => (facts.As != Relation.Family || facts.Allowed.Follow)
        && facts.Flight?.Plan is { } plan && facts.Now >= plan.Launch - Around && !(plan.End + Around < facts.Now);

    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if (!Shows(facts)) yield break;
        var heard = facts.Entries(StreamOf(facts)).Where(e => e.KnownAt <= facts.Now).ToList();
        var reached = heard.Where(e => e.Event is PhaseReached).GroupBy(e => ((PhaseReached)e.Event).Phase).ToDictionary(g => g.Key, g => g.Last().At);
        var lines = PortalDates.Events(facts.Flight!.Plan!).Select(date => Line(date, reached, facts.Now));
        IEnumerable<PortalLine> count = reached.ContainsKey(FlightPhase.Liftoff) ? [] : CountOf(heard) is { } line ? [line] : [];
        yield return new("follow", Where(facts, reached), PortalPlace.Follow, [.. count, .. lines]) { Intro = Age(heard, facts) };
    }

    private static PortalLine Line(PortalDate date, Dictionary<string, Instant> reached, Instant now) =>
        reached.TryGetValue(PhaseOf(date), out var at) ? new(date.Name, null, at, PortalMark.Done, "done")
        : date.Start > now ? new(date.Name, null, date.Start, PortalMark.Waiting, PortalClock.Until(date.Start, now))
        : new(date.Name, null, date.Start, PortalMark.Unknown, "by the plan; no word yet that it happened");

    private static string PhaseOf(PortalDate date) => date.Key switch
    {
        "launch" => FlightPhase.Liftoff,
        "arrival" => FlightPhase.Docking,
        "departure" => FlightPhase.Undocking,
        _ => FlightPhase.Landing,
    };

    /// <summary>What the count does; why it does so stays in the control room. Null: it has not begun.</summary>
    private static PortalLine? CountOf(List<LogEntry> heard)
    {
        if (heard.LastOrDefault(e => e.Event is CountStarted or HoldCalled or HoldReleased or CountRecycled or CountScrubbed) is not { } last) return null;
        var (mark, word) = last.Event switch
        {
            HoldCalled => (PortalMark.Care, "held; it can go on"),
            CountScrubbed => (PortalMark.Trouble, "stopped for today; your steward calls you"),
            _ => (PortalMark.Done, "runs"),
        };
        return new("The countdown", null, last.At, mark, word);
    }

    private static string Where(PortalFacts facts, Dictionary<string, Instant> reached)
    {
        var (name, plan) = (facts.Flight!.Name, facts.Flight.Plan!);
        bool Is(string phase, Instant? planned) => reached.ContainsKey(phase) || (reached.Count == 0 && planned <= facts.Now);
        if (Is(FlightPhase.Landing, plan.End)) return $"{name} has landed";
        if (Is(FlightPhase.Undocking, plan.Departure)) return $"{name} is on the way home";
        if (Is(FlightPhase.Docking, plan.Arrival)) return $"{name} is at the station";
        if (Is(FlightPhase.Liftoff, plan.Launch)) return plan.Arrival is null ? $"{name} is in flight" : $"{name} is on the way up";
        return plan.Launch > facts.Now ? $"{name} is on the ground; launch {PortalClock.Until(plan.Launch, facts.Now)}" : $"{name} is on the ground";
    }

    private static string Age(List<LogEntry> heard, PortalFacts facts)
    {
        if (heard.Count == 0)
            return $"No word from the control room is written down yet. What stands here is the plan{(facts.Open.Campaign.AsOf is null ? $", kept {PortalClock.Until(facts.Open.Revision.At, facts.Now)}" : "")}.";
        var last = heard.Max(e => e.KnownAt);
        var inFlight = facts.Now >= facts.Flight!.Plan!.Launch && !(facts.Flight.Plan.End < facts.Now);
        return $"Last word from the control room: {PortalClock.Until(last, facts.Now)}.{(inFlight && facts.Now - last > Fresh ? " That is older than it should be; nothing here is newer." : "")}";
    }
}
