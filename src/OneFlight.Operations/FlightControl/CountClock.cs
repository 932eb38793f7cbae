using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.FlightControl;

public enum CountPhase { NotStarted, Counting, Holding, Scrubbed, Flying, Landed }

/// <summary>The clock of a count.</summary>
/// <param name="Attempt">Zero: no count was started yet.</param>
/// <param name="StartedAt">When the attempt's count was started.</param>
/// <param name="Remaining">To liftoff, negative after it; in a hold it stands still. Null: no count runs.</param>
/// <param name="Liftoff">The actual one, else when it comes if nothing more holds; in a hold, if it were released now.</param>
/// <param name="Planned">The liftoff that the count was started for.</param>
/// <param name="Why">Of a hold, recycle or scrub.</param>
public sealed record CountClock(CountPhase Phase, int Attempt, Instant? StartedAt, Duration? Remaining, Instant? Liftoff, Instant Planned, string? Why)
{
    /// <summary>By how much holds and recycles have moved the liftoff.</summary>
    public Duration Moved => (Liftoff ?? Planned) - Planned;

    /// <param name="planned">The plan's liftoff, which counts as long as no count was started.</param>
    public static CountClock At(ImmutableArray<LogEntry> entries, Instant planned, Instant now)
    {
        var clock = new CountClock(CountPhase.NotStarted, 0, null, planned - now, planned, planned, null);
        foreach (var entry in entries)
        {
            clock = entry.Event switch
            {
                CountStarted e => new(CountPhase.Counting, e.Attempt, entry.At, null, e.Liftoff, e.Liftoff, null),
                HoldCalled e => clock with { Phase = CountPhase.Holding, Remaining = clock.Liftoff - entry.At, Why = e.Reason },
                CountRecycled e => clock with { Phase = CountPhase.Holding, Remaining = e.To, Why = e.Reason },
                HoldReleased => clock with { Phase = CountPhase.Counting, Liftoff = entry.At + (clock.Remaining ?? Duration.Zero), Why = null },
                CountScrubbed e => clock with { Phase = CountPhase.Scrubbed, Remaining = null, Liftoff = null, Why = $"{e.Cause}: {e.Reason}" },
                PhaseReached { Phase: FlightPhase.Liftoff } => clock with { Phase = CountPhase.Flying, Liftoff = entry.At, Why = null },
                PhaseReached { Phase: FlightPhase.Landing } => clock with { Phase = CountPhase.Landed },
                _ => clock,
            };
        }
        return clock.Phase switch
        {
            CountPhase.Holding => clock with { Liftoff = now + clock.Remaining },
            CountPhase.Scrubbed => clock,
            _ => clock with { Remaining = clock.Liftoff - now },
        };
    }
}
