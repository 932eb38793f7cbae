using System.Collections.Immutable;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

public static partial class ControlRules
{
    /// <summary>Opens a poll of the seats that vote.</summary>
    /// <param name="groups">Groups of criteria on which the votes rest.</param>
    /// <param name="id">Unique in the stream.</param>
    public static Result<ImmutableArray<NewLogEntry>> OpenPoll(
        CountdownState state, ConsoleActor actor, string id, string? question, string? phase, ImmutableArray<string> groups)
    {
        if (Said(question, "question", out var asked) is { } missing) return missing;
        if (state.Clock.Attempt == 0) return Refuse("no-count", "poll", "no count yet", "a count that was started");
        if (state.Polls.FirstOrDefault(p => p.ClosedAt is null) is { } open) return Refuse("poll-open", "poll", $"'{open.Poll.Question}' is open", "one poll at a time");
        if (phase is { Length: > 0 } && state.Phases.All(p => p.Phase.Id != phase)) return Refuse("unknown-phase", "phase", Shown(phase), "a phase of this flight, or none");
        ImmutableArray<string> seats = [.. state.Facts.Book.Seats.Where(s => s.Votes).Select(s => s.Id)];
        if (seats.IsEmpty) return Refuse("no-seats", "poll", "no seat that votes", "console seats");
        ImmutableArray<string> criteria = [.. state.Criteria.Where(c => groups.Contains(c.Criterion.Group)).Select(c => c.Criterion.Id)];
        return Add(state, actor, new PollOpened(id, asked, string.IsNullOrEmpty(phase) ? null : phase, seats, criteria));
    }

    /// <summary>A vote from a seat. Only its qualified holder casts it, on an open poll, and not twice the same while it stands.</summary>
    public static Result<ImmutableArray<NewLogEntry>> Vote(
        CountdownState state, ConsoleActor actor, string? poll, string? seat, VoteAnswer? answer, string? comment)
    {
        if (state.Polls.FirstOrDefault(p => p.Poll.Poll == poll) is not { } found) return Refuse("unknown-poll", "poll", Shown(poll), "a poll of this attempt");
        if (found.ClosedAt is not null) return Refuse("poll-closed", "poll", "a closed poll", "an open one");
        if (found.Seats.FirstOrDefault(s => s.Seat.Seat.Id == seat) is not { } line) return Refuse("unknown-seat", "seat", Shown(seat), "a seat that this poll asks");
        if (line.Seat.Holder is not { } holder) return Refuse("empty-seat", seat!, "a seat that nobody holds", "a seat with a holder");
        if (actor.Person != holder) return Refuse("not-the-holder", seat!, actor.Name, "the one who sits there");
        if (line.Seat.Fitness != SeatFitness.Qualified) return Refuse("not-qualified", seat!, line.Seat.Words, "a holder who is qualified now");
        if (answer is not { } given) return Refuse("no-answer", seat!, "no answer", "GO, GO with exception or NO-GO");
        var words = Trimmed(comment);
        if (given != VoteAnswer.Go && words is null) return Refuse("missing-value", "comment", "nothing", "what the exception is, or why not");
        if (line.Vote is { } before && before.By == holder && before.Answer == given && before.Comment == words && line.Standing != VoteStanding.Withdrawn)
            return Refuse("vote-unchanged", seat!, "the same vote again", "a vote that differs, or the standing one");
        return Add(state, actor, new VoteCast(poll!, seat!, holder, given, words));
    }

    /// <summary>Closes a poll with the result as it stands now.</summary>
    public static Result<ImmutableArray<NewLogEntry>> ClosePoll(CountdownState state, ConsoleActor actor, string? poll)
    {
        if (state.Polls.FirstOrDefault(p => p.Poll.Poll == poll) is not { } found) return Refuse("unknown-poll", "poll", Shown(poll), "a poll of this attempt");
        return found.ClosedAt is not null ? Refuse("poll-closed", "poll", "a closed poll", "an open one") : Add(state, actor, new PollClosed(poll!, found.Go, found.Words));
    }
}
