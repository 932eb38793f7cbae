using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.FlightControl;

/// <summary>How soon a kind of request is answered.</summary>
public sealed record RequestStandard(string Kind, string Name, Duration Answer)
{
    /// <summary>Ours: what touches health or safety first, comfort within the hour, the rest within a working half-day.</summary>
    public static readonly ImmutableArray<RequestStandard> All =
    [
        new("urgent", "Health or safety", Duration.FromMinutes(15)), new("comfort", "Comfort", Duration.FromHours(1)),
        new("family", "Contact with home", Duration.FromHours(2)), new("program", "Program and activities", Duration.FromHours(4)),
    ];
}

/// <summary>A wish of somebody in flight or of those who wait for them, with its own clock: opened, taken, answered.</summary>
/// <param name="Owner">Null: nobody has taken it.</param>
/// <param name="AnsweredAt">Null: open.</param>
public sealed record BoardRequest(
    BoardRequestOpened Asked, Instant OpenedAt, PersonId? Owner, Instant? TakenAt, Instant? AnsweredAt, string? Answer)
{
    /// <summary>Late stays late: also after it was answered.</summary>
    public bool IsLate(Instant now) => (AnsweredAt ?? now) > Asked.Due;

    /// <summary>All requests of a record, in the order in which they were asked.</summary>
    public static ImmutableArray<BoardRequest> All(ImmutableArray<LogEntry> known) =>
    [
        .. known.Where(e => e.Event is BoardRequestOpened).Select(e =>
        {
            var asked = (BoardRequestOpened)e.Event;
            var taken = known.LastOrDefault(x => x.Event is BoardRequestTaken t && t.Id == asked.Id);
            var answered = known.FirstOrDefault(x => x.Event is BoardRequestAnswered a && a.Id == asked.Id);
            return new BoardRequest(asked, e.At, (taken?.Event as BoardRequestTaken)?.Owner, taken?.At, answered?.At, (answered?.Event as BoardRequestAnswered)?.Answer);
        }),
    ];
}
