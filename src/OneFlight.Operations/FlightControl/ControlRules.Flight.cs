using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

public static partial class ControlRules
{
    /// <param name="id">Of this opening, unique in the stream.</param>
    public static Result<ImmutableArray<NewLogEntry>> OpenContingency(CountdownState state, ConsoleActor actor, string id, string? contingency, string? seen)
    {
        if (state.Facts.Book.Contingencies.All(c => c.Id != contingency)) return Refuse("unknown-contingency", "contingency", Shown(contingency), "one of the list");
        if (state.Contingencies.Any(c => c.ClosedAt is null && c.Contingency.Id == contingency)) return Refuse("contingency-open", contingency!, "open already", "one that is not open");
        return Said(seen, "what is seen", out var said) is { } missing ? missing : Add(state, actor, new ContingencyOpened(id, contingency!, said));
    }

    public static Result<ImmutableArray<NewLogEntry>> DoFirstAction(CountdownState state, ConsoleActor actor, string? id, int? action)
    {
        if (state.Contingencies.FirstOrDefault(c => c.Id == id) is not { ClosedAt: null } open) return Refuse("unknown-contingency", "contingency", Shown(id), "one that is open");
        if (AtConsole(state, actor) is { } nobody) return nobody;
        if (action is not { } number || number < 1 || number > open.Contingency.FirstActions.Length) return Refuse("unknown-action", "action", $"{action}", "one of its first actions");
        return open.Done.ContainsKey(number) ? Refuse("action-done", "action", "done already", "one that is not done") : Add(state, actor, new FirstActionDone(id!, number, actor.Person!.Value));
    }

    /// <summary>Closes a contingency; every first action is done and its exit is said.</summary>
    public static Result<ImmutableArray<NewLogEntry>> CloseContingency(CountdownState state, ConsoleActor actor, string? id, string? words)
    {
        if (state.Contingencies.FirstOrDefault(c => c.Id == id) is not { ClosedAt: null } open) return Refuse("unknown-contingency", "contingency", Shown(id), "one that is open");
        var left = open.Contingency.FirstActions.Length - open.Done.Count;
        if (left > 0) return Refuse("actions-open", id!, string.Create(CultureInfo.InvariantCulture, $"{left} first actions not done"), "all of them done");
        return Said(words, "how the exit is met", out var said) is { } missing ? missing : Add(state, actor, new ContingencyClosed(id!, said));
    }

    /// <param name="from">As shown to people: of a silent person the alias.</param>
    /// <param name="at">When it was asked; null: now.</param>
    public static Result<ImmutableArray<NewLogEntry>> AskRequest(CountdownState state, ConsoleActor actor, string id, bool onBoard, string? from, string? kind, string? wish, Instant? at)
    {
        if (RequestStandard.All.FirstOrDefault(s => s.Kind == kind) is not { } standard) return Refuse("unknown-kind", "kind", Shown(kind), string.Join(", ", RequestStandard.All.Select(s => s.Kind)));
        if (at > state.Now) return Refuse("later-than-now", "asked at", TimeText.Instant(at.Value), $"a time up to {TimeText.Instant(state.Now)}");
        if (Said(from, "from", out var who) is { } nobody) return nobody;
        if (Said(wish, "wish", out var what) is { } missing) return missing;
        var asked = at ?? state.Now;
        return One(new(asked, state.Now, actor.Name, new BoardRequestOpened(id, onBoard, who, standard.Kind, what, asked + standard.Answer)));
    }

    public static Result<ImmutableArray<NewLogEntry>> TakeRequest(CountdownState state, ConsoleActor actor, string? id)
    {
        if (state.Requests.FirstOrDefault(r => r.Asked.Id == id) is not { AnsweredAt: null }) return Refuse("unknown-request", "request", Shown(id), "one that is open");
        return actor.Person is { } person ? Add(state, actor, new BoardRequestTaken(id!, person)) : Refuse("no-person", "owner", actor.Name, "somebody whom the campaign knows");
    }

    public static Result<ImmutableArray<NewLogEntry>> AnswerRequest(CountdownState state, ConsoleActor actor, string? id, string? answer)
    {
        if (state.Requests.FirstOrDefault(r => r.Asked.Id == id) is not { AnsweredAt: null } request) return Refuse("unknown-request", "request", Shown(id), "one that is open");
        if (request.Owner is null) return Refuse("no-owner", "request", "nobody has taken it", "an owner before an answer");
        return Said(answer, "answer", out var said) is { } missing ? missing : Add(state, actor, new BoardRequestAnswered(id!, said));
    }

    public static Result<ImmutableArray<NewLogEntry>> BeginProtected(CountdownState state, ConsoleActor actor, string? block)
    {
        if (state.Protected.FirstOrDefault(p => p.Block.Id == block) is not { } time) return Refuse("unknown-block", "protected time", Shown(block), "a block of this flight");
        return time.From is not null ? Refuse("begun-already", block!, "begun already", "a block that was not begun")
            : Add(state, actor, new ProtectedTimeBegun(block!, time.Block.Name, state.Now + time.Block.Lasts));
    }

    /// <summary>Breaks into protected time; only with the surgeon's word.</summary>
    public static Result<ImmutableArray<NewLogEntry>> InterruptProtected(CountdownState state, ConsoleActor actor, string? block, string? reason, string? agreedBy)
    {
        if (state.Protected.FirstOrDefault(p => p.Block.Id == block) is not { From: not null, To: null }) return Refuse("not-running", "protected time", Shown(block), "a block that runs");
        if (Said(reason, "reason", out var why) is { } noReason) return noReason;
        return Said(agreedBy, "who agreed for the surgeon", out var by) is { } missing ? missing : Add(state, actor, new ProtectedTimeInterrupted(block!, why, by));
    }

    public static Result<ImmutableArray<NewLogEntry>> EndProtected(CountdownState state, ConsoleActor actor, string? block) =>
        state.Protected.FirstOrDefault(p => p.Block.Id == block) is { From: not null, To: null }
            ? Add(state, actor, new ProtectedTimeEnded(block!)) : Refuse("not-running", "protected time", Shown(block), "a block that runs");
}
