using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.FlightControl;

public enum ProtectedStanding { Planned, Running, Interrupted, Kept, NotRecorded }

/// <summary>Protected time as planned and as it was.</summary>
public sealed record ProtectedTime(
    ProtectedBlock Block, Instant? PlannedFrom, Instant? From, Instant? To, ImmutableArray<(Instant At, string Reason, string AgreedBy)> Interruptions, ProtectedStanding Standing)
{
    internal static ImmutableArray<ProtectedTime> All(ImmutableArray<LogEntry> known, ControlFacts facts, Instant now) =>
        [.. (facts.Book.PlanOf(facts.Flight.Id)?.Protected ?? []).Select(b => Of(b, known, facts.Plan, now))];

    private static ProtectedTime Of(ProtectedBlock block, ImmutableArray<LogEntry> known, FlightPlan plan, Instant now)
    {
        var anchor = block.Anchor switch { Anchor.Launch => plan.Launch, Anchor.Arrival => plan.Arrival, Anchor.Departure => plan.Departure, _ => plan.End };
        var planned = anchor + block.Start;
        var begun = known.FirstOrDefault(e => e.Event is ProtectedTimeBegun b && b.Block == block.Id);
        var ended = known.FirstOrDefault(e => e.Event is ProtectedTimeEnded b && b.Block == block.Id);
        ImmutableArray<(Instant, string, string)> broken =
            [.. known.Where(e => e.Event is ProtectedTimeInterrupted b && b.Block == block.Id).Select(e => (e.At, ((ProtectedTimeInterrupted)e.Event).Reason, ((ProtectedTimeInterrupted)e.Event).AgreedBy))];
        var standing = broken.Length > 0 ? ProtectedStanding.Interrupted
            : ended is not null ? ProtectedStanding.Kept
            : begun is not null ? ProtectedStanding.Running
            : planned + block.Lasts < now ? ProtectedStanding.NotRecorded : ProtectedStanding.Planned;
        return new(block, planned, begun?.At, ended?.At, broken, standing);
    }
}
