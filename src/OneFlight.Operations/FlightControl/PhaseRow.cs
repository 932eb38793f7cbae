using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.FlightControl;

public enum RowTime { Past, Now, Next, Later }

/// <summary>One phase of a flight with its times.</summary>
/// <param name="Planned">After the plan.</param>
/// <param name="Expected">After the clock and what has already happened; null: its anchor does not come, as after a scrub.</param>
/// <param name="Actual">Null: not recorded.</param>
public sealed record PhaseRow(FlightPhase Phase, Instant? Planned, Instant? Expected, Instant? Actual, string? Words, RowTime Time)
{
    /// <summary>By how much it came late, or early; null: it has not come.</summary>
    public Duration? Late => Actual - Planned;

    /// <summary>The phases that suit the flight, in the order of their expected times.</summary>
    internal static ImmutableArray<PhaseRow> All(ImmutableArray<LogEntry> known, ControlFacts facts, CountClock clock, Instant now)
    {
        var reached = known.Where(e => e.Event is PhaseReached).GroupBy(e => ((PhaseReached)e.Event).Phase).ToDictionary(g => g.Key, g => g.Last());
        Instant? Actual(string phase) => reached.TryGetValue(phase, out var entry) ? entry.At : null;
        Instant? Anchored(Anchor anchor) => anchor switch
        {
            Anchor.Launch => Actual(FlightPhase.Liftoff) ?? clock.Liftoff,
            Anchor.Arrival => Actual(FlightPhase.Docking) ?? facts.Plan.Arrival + clock.Moved,
            Anchor.Departure => Actual(FlightPhase.Undocking) ?? facts.Plan.Departure,
            _ => Actual(FlightPhase.Landing) ?? facts.Plan.End,
        };
        Instant? Planned(Anchor anchor) => anchor switch
        {
            Anchor.Launch => clock.Planned,
            Anchor.Arrival => facts.Plan.Arrival,
            Anchor.Departure => facts.Plan.Departure,
            _ => facts.Plan.End,
        };

        var rows = facts.Book.Phases.Where(p => AppliesTo.Suits(p.AppliesTo, facts.Flight))
            .Select(p => new PhaseRow(p, Planned(p.Anchor) + p.Start, Anchored(p.Anchor) + p.Start, Actual(p.Id), (reached.GetValueOrDefault(p.Id)?.Event as PhaseReached)?.Words, RowTime.Later))
            .Where(r => r.Planned is not null)
            .OrderBy(r => r.Actual ?? r.Expected ?? r.Planned).ThenBy(r => r.Phase.Id, StringComparer.Ordinal).ToImmutableArray();
        var next = rows.FirstOrDefault(r => r.Phase.Kind != FlightPhase.AbortMode && r.Actual is null && r.Expected > now)?.Phase.Id;
        return [.. rows.Select(r => r with { Time = TimeOf(r, now, next) })];
    }

    private static RowTime TimeOf(PhaseRow row, Instant now, string? next)
    {
        var start = row.Actual ?? row.Expected;
        if (row.Phase.Id == next) return RowTime.Next;
        if (start is null || start > now) return RowTime.Later;
        return start + row.Phase.Lasts > now ? RowTime.Now : RowTime.Past;
    }
}
