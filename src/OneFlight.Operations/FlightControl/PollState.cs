using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

public enum VoteStanding { NoAnswer, EmptySeat, NotQualified, Go, GoWithException, NoGo, Withdrawn }

/// <summary>One seat of a poll.</summary>
/// <param name="Vote">The last one cast; null: none.</param>
/// <param name="Why">For the director: why it does not count, or the comment.</param>
public sealed record SeatVote(SeatStanding Seat, VoteCast? Vote, Instant? CastAt, VoteStanding Standing, string Why, ImmutableArray<string> Criteria)
{
    public bool Counts => Standing is VoteStanding.Go or VoteStanding.GoWithException;
}

/// <summary>A poll and how it stands; one missing, empty, withdrawn or NO-GO seat means that it is not GO.</summary>
/// <param name="ClosedAt">Null: open.</param>
public sealed record PollState(PollOpened Poll, Instant OpenedAt, string OpenedBy, Instant? ClosedAt, ImmutableArray<SeatVote> Seats, bool Go, string Words)
{
    /// <summary>The seat that answers for a criterion in a poll: who speaks for it, else the first seat that votes.</summary>
    public static string? Answers(CommitCriterion criterion, ImmutableArray<ConsoleSeat> seats)
    {
        var who = criterion.Who.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (seats.FirstOrDefault(s => s.SpeaksFor.Any(who.Contains)) ?? seats.FirstOrDefault())?.Id;
    }

    internal static ImmutableArray<PollState> All(
        ImmutableArray<LogEntry> attempt, ControlFacts facts, Dictionary<string, ImmutableArray<Reading>> readings, Dictionary<string, string> waived, Instant now)
    {
        var polls = ImmutableArray.CreateBuilder<PollState>();
        foreach (var entry in attempt)
        {
            if (entry.Event is not PollOpened poll) continue;
            var closed = attempt.FirstOrDefault(e => e.Event is PollClosed c && c.Poll == poll.Poll);
            // A closed poll stands as it stood when it was closed.
            polls.Add(Of(poll, entry, closed?.At, attempt, facts, readings, waived, closed?.At ?? now));
        }
        return polls.ToImmutable();
    }

    private static PollState Of(
        PollOpened poll, LogEntry opened, Instant? closedAt, ImmutableArray<LogEntry> attempt, ControlFacts facts,
        Dictionary<string, ImmutableArray<Reading>> readings, Dictionary<string, string> waived, Instant at)
    {
        ImmutableArray<ConsoleSeat> asked = [.. poll.Seats.Select(id => facts.Book.Seats.FirstOrDefault(s => s.Id == id)).OfType<ConsoleSeat>()];
        var votes = attempt.Where(e => e.Event is VoteCast v && v.Poll == poll.Poll).GroupBy(e => ((VoteCast)e.Event).Seat).ToDictionary(g => g.Key, g => g.Last());
        var criteria = poll.Criteria.Select(id => facts.Book.Criteria.FirstOrDefault(c => c.Id == id)).OfType<CommitCriterion>().ToLookup(c => Answers(c, asked));
        ImmutableArray<SeatVote> seats = [.. asked.Select(seat => Seat(
            SeatHolding.Of(seat, facts.Book, facts.Qualifications, facts.Flight, at, at), votes.GetValueOrDefault(seat.Id), [.. criteria[seat.Id]], readings, waived, at))];
        var missing = seats.Where(s => !s.Counts).ToList();
        var go = missing.Count == 0 && seats.Length > 0 && asked.Length == poll.Seats.Length;
        var words = go ? "GO: every seat is GO" : seats.IsEmpty ? "not GO: no seat is asked" : "not GO: " + string.Join("; ", missing.Select(s => $"{s.Seat.Seat.Name}, {s.Why}"));
        return new(poll, opened.At, opened.Who, closedAt, seats, go, words);
    }

    private static SeatVote Seat(
        SeatStanding standing, LogEntry? entry, ImmutableArray<CommitCriterion> criteria, Dictionary<string, ImmutableArray<Reading>> readings,
        Dictionary<string, string> waived, Instant at)
    {
        var vote = entry?.Event as VoteCast;
        SeatVote As(VoteStanding how, string why) => new(standing, vote, entry?.At, how, why, [.. criteria.Select(c => c.Id)]);
        if (standing.Fitness == SeatFitness.Empty) return As(VoteStanding.EmptySeat, standing.Words);
        if (standing.Fitness == SeatFitness.NotQualified) return As(VoteStanding.NotQualified, standing.Words);
        if (vote is null || vote.By != standing.Holder) return As(VoteStanding.NoAnswer, vote is null ? "no answer yet" : "voted before this holder sat down");
        if (vote.Answer == VoteAnswer.NoGo) return As(VoteStanding.NoGo, $"NO-GO: {vote.Comment}");
        var trouble = criteria.Select(c => (Criterion: c, Trouble: CriterionWatch.FirstTrouble(c, readings.GetValueOrDefault(c.Id, []), waived.GetValueOrDefault(c.Id), entry!.At, at)))
            .Where(t => t.Trouble is not null).OrderBy(t => t.Trouble!.Value.At).FirstOrDefault();
        if (trouble.Trouble is { } found)
            return As(VoteStanding.Withdrawn, $"GO withdrawn by rule on {TimeText.Instant(found.At)}: {trouble.Criterion.Id} {trouble.Criterion.Text}, {found.State.Words}");
        return vote.Answer == VoteAnswer.Go ? As(VoteStanding.Go, "GO") : As(VoteStanding.GoWithException, $"GO with exception: {vote.Comment}");
    }
}
