using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.FlightControl;

/// <summary>What launch day and flight are judged by.</summary>
/// <param name="Flight">Has a plan.</param>
public sealed record ControlFacts(Flight Flight, FlightPlan Plan, ControlBook Book, QualificationBook Qualifications);

/// <summary>How a flight stands at its consoles: folded from what happened, so the same entries and now give the same state.</summary>
public sealed record CountdownState(
    ControlFacts Facts, Instant Now, CountClock Clock, ImmutableArray<PhaseRow> Phases, ImmutableArray<SeatStanding> Seats,
    ImmutableArray<CriterionState> Criteria, ImmutableArray<ProcedureRun> Procedures, ImmutableArray<PollState> Polls,
    ImmutableArray<OpenContingency> Contingencies, ImmutableArray<BoardRequest> Requests, ImmutableArray<ProtectedTime> Protected,
    ImmutableDictionary<PersonId, string> HandedOver)
{
    /// <param name="entries">All of the stream <c>control/FLIGHT</c>, in order.</param>
    public static CountdownState At(ImmutableArray<LogEntry> entries, ControlFacts facts, Instant now)
    {
        ImmutableArray<LogEntry> known = [.. entries.Where(e => e.KnownAt <= now)];
        var clock = CountClock.At(known, facts.Plan.Launch, now);
        ImmutableArray<SeatStanding> seats = [.. facts.Book.Seats.Select(s => SeatHolding.Of(s, facts.Book, facts.Qualifications, facts.Flight, now, now))];
        var attempt = OfAttempt(known);
        var readings = Readings(attempt);
        var waived = Waived(attempt);
        ImmutableArray<CriterionState> criteria = [.. facts.Book.Criteria.Where(c => AppliesTo.Suits(c.AppliesTo, facts.Flight))
            .Select(c => CriterionWatch.At(c, readings.GetValueOrDefault(c.Id, []), waived.GetValueOrDefault(c.Id), now))];
        var polls = PollState.All(attempt, facts, readings, waived, now);
        return new(facts, now, clock, PhaseRow.All(known, facts, clock, now), seats, criteria, ProcedureRun.All(attempt, facts), polls,
            OpenContingency.All(known, facts.Book), BoardRequest.All(known), ProtectedTime.All(known, facts, now),
            known.Select(e => e.Event).OfType<CrewHandedOver>().GroupBy(e => e.Person).ToImmutableDictionary(g => g.Key, g => g.Last().To));
    }

    /// <summary>What belongs to the present attempt, which begins with the scrub of the one before: its steps, values and votes do not
    /// count any more, and what is done again before the next count does.</summary>
    public static ImmutableArray<LogEntry> OfAttempt(ImmutableArray<LogEntry> known)
    {
        var start = -1;
        for (var i = 0; i < known.Length; i++)
            if (known[i].Event is CountScrubbed) start = i;
        return known[(start + 1)..];
    }

    private static Dictionary<string, ImmutableArray<Reading>> Readings(ImmutableArray<LogEntry> attempt) => attempt
        .Where(e => e.Event is ValueSeen).GroupBy(e => ((ValueSeen)e.Event).Criterion)
        .ToDictionary(g => g.Key, g => g.Select(e => new Reading(e.At, e.KnownAt, ((ValueSeen)e.Event).Value, ((ValueSeen)e.Event).Source, e.Who)).ToImmutableArray());

    private static Dictionary<string, string> Waived(ImmutableArray<LogEntry> attempt) => attempt
        .Select(e => e.Event).OfType<CriterionWaived>().GroupBy(e => e.Criterion).ToDictionary(g => g.Key, g => g.Last().Condition);
}
