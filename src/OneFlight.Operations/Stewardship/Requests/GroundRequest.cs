using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

public enum RequestVoice { Customer, Steward }

/// <summary>Something is asked of us on the ground. Stream <c>request/MISSION-n</c>, compartment operations; each event below goes to it.</summary>
/// <param name="Owner">Shown name of who holds it; a request never lacks one.</param>
public sealed record GroundRequestOpened(RequestVoice By, string Words, string Owner, string Channel) : ILogEvent;

/// <summary>The customer wrote or called again.</summary>
public sealed record GroundRequestAsked(string Words) : ILogEvent;

/// <summary>A person of ours answered.</summary>
public sealed record GroundRequestAnswered(string Words) : ILogEvent;

/// <summary>We wait for the customer or another party, and the clock with us.</summary>
public sealed record GroundRequestPaused(string Why) : ILogEvent;

public sealed record GroundRequestResumed : ILogEvent;

public sealed record GroundRequestHandedOver(string Owner) : ILogEvent;

public sealed record GroundRequestResolved(string Outcome) : ILogEvent;

/// <summary>One wait for an answer of ours.</summary>
/// <param name="First">The first of the request; a later answer never changes it.</param>
/// <param name="Due">Null: the desk does not open for so long.</param>
/// <param name="StoppedAt">Null: it runs.</param>
/// <param name="Late">True once it was missed, whatever came after.</param>
public sealed record ResponseClock(bool First, Instant Start, Instant? Due, Instant? StoppedAt, bool Late);

/// <summary>A request as its events tell it.</summary>
public sealed record GroundRequest(
    string Stream, MissionId Mission, int Number, string Words, RequestVoice OpenedBy, string Owner, Instant OpenedAt, bool Paused, Instant? ResolvedAt, string? Outcome,
    ImmutableArray<ResponseClock> Clocks, ImmutableArray<LogEntry> Entries)
{
    public bool IsOpen => ResolvedAt is null;

    /// <summary>The clock that runs now; null: nobody waits for us.</summary>
    public ResponseClock? Running => Clocks.LastOrDefault(c => c.StoppedAt is null);

    public bool EverLate => Clocks.Any(c => c.Late);
}
