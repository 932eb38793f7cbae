using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

/// <summary>Who does something at a console.</summary>
/// <param name="Person">Null: nobody whom the campaign knows.</param>
/// <param name="Name">As shown in the log.</param>
/// <param name="Directs">True: leads the flight.</param>
public sealed record ConsoleActor(PersonId? Person, string Name, bool Directs);

/// <summary>What may be added to a flight's record, decided from all that stands in it. Each gives the entries to add, or why not.</summary>
public static partial class ControlRules
{
    /// <summary>Starts a count, also the next attempt after a scrub.</summary>
    public static Result<ImmutableArray<NewLogEntry>> StartCount(CountdownState state, ConsoleActor actor)
    {
        if (state.Clock.Phase is CountPhase.Counting or CountPhase.Holding)
            return Refuse("count-runs", "count", $"attempt {state.Clock.Attempt} runs", "a scrub before the next count");
        if (state.Clock.Phase is CountPhase.Flying or CountPhase.Landed) return AfterLiftoff("count");
        if (state.Facts.Plan.Launch <= state.Now)
            return Refuse("liftoff-past", "count", $"a planned liftoff on {TimeText.Instant(state.Facts.Plan.Launch)}", "a plan with a liftoff ahead: slip the flight first");
        if (state.Facts.Book.Blocks.FirstOrDefault(b => b.Flight == state.Facts.Flight.Id && b.Lifted is null) is { } block)
            return Refuse("flight-blocked", "count", $"mishap {block.Mishap} is open", "a closed mishap before the count");
        return Add(state, actor, new CountStarted(state.Facts.Plan.Launch, state.Clock.Attempt + 1));
    }

    public static Result<ImmutableArray<NewLogEntry>> Hold(CountdownState state, ConsoleActor actor, string? reason) =>
        state.Clock.Phase != CountPhase.Counting ? NotCounting(state, "hold")
        : Said(reason, "reason", out var why) is { } missing ? missing
        : Add(state, actor, new HoldCalled(why));

    public static Result<ImmutableArray<NewLogEntry>> Release(CountdownState state, ConsoleActor actor) =>
        state.Clock.Phase != CountPhase.Holding ? Refuse("no-hold", "hold", "no hold", "a count that holds") : Add(state, actor, new HoldReleased());

    /// <summary>Sets the clock back to a time before liftoff and holds there.</summary>
    public static Result<ImmutableArray<NewLogEntry>> Recycle(CountdownState state, ConsoleActor actor, Duration? to, string? reason)
    {
        if (state.Clock.Phase is not (CountPhase.Counting or CountPhase.Holding)) return NotCounting(state, "recycle");
        if (to is not { } back || back < (state.Clock.Remaining ?? Duration.Zero) || back > Duration.FromHours(12))
            return Refuse("wrong-recycle", "recycle to", to is null ? "nothing" : $"T-{Minutes(to.Value)}", $"minutes before liftoff, at least the {Minutes(state.Clock.Remaining ?? Duration.Zero)} that are left and at most 12 h");
        return Said(reason, "reason", out var why) is { } missing ? missing : Add(state, actor, new CountRecycled(back, why));
    }

    /// <summary>Ends this attempt. After liftoff there is nothing left to scrub.</summary>
    public static Result<ImmutableArray<NewLogEntry>> Scrub(CountdownState state, ConsoleActor actor, string? cause, string? reason)
    {
        if (state.Clock.Phase is CountPhase.Flying or CountPhase.Landed) return AfterLiftoff("scrub");
        if (state.Clock.Phase is not (CountPhase.Counting or CountPhase.Holding)) return NotCounting(state, "scrub");
        if (Said(cause, "cause", out var of) is { } noCause) return noCause;
        return Said(reason, "reason", out var why) is { } missing ? missing : Add(state, actor, new CountScrubbed(of, why));
    }

    /// <summary>Notes a value of a criterion.</summary>
    /// <param name="measured">When it was measured; null: now.</param>
    public static Result<ImmutableArray<NewLogEntry>> SeeValue(CountdownState state, ConsoleActor actor, string? criterion, double? value, Instant? measured, string? source)
    {
        if (state.Criteria.FirstOrDefault(c => c.Criterion.Id == criterion) is not { } watched)
            return Refuse("unknown-criterion", "criterion", Shown(criterion), "a criterion of this flight");
        if (AtConsole(state, actor) is { } nobody) return nobody;
        if (state.Clock.Attempt == 0) return Refuse("no-count", criterion!, "a value before any count", "a count that was started: an attempt has its own values");
        if (value is not { } number || !double.IsFinite(number)) return Refuse("not-a-number", criterion!, "no number", $"a number in {watched.Criterion.Unit}");
        var at = measured ?? state.Now;
        if (at > state.Now) return Refuse("later-than-now", criterion!, $"a value of {TimeText.Instant(at)}", $"one measured by {TimeText.Instant(state.Now)}");
        if (watched.Last is { } last && at < last.MeasuredAt)
            return Refuse("older-than-seen", criterion!, $"a value of {TimeText.Instant(at)}", $"one not older than the last, of {TimeText.Instant(last.MeasuredAt)}");
        if (at < state.Clock.StartedAt) return Refuse("older-than-count", criterion!, $"a value of {TimeText.Instant(at)}", $"one of this attempt, from {TimeText.Instant(state.Clock.StartedAt.Value)} on");
        var from = string.IsNullOrWhiteSpace(source) ? "read at the console" : source.Trim();
        return One(new(at, state.Now, actor.Name, new ValueSeen(criterion!, number, watched.Criterion.Unit, from)));
    }

    /// <summary>Passes a criterion that does not hold. One that is not waivable is passed by nobody.</summary>
    public static Result<ImmutableArray<NewLogEntry>> Waive(CountdownState state, ConsoleActor actor, string? criterion, string? condition)
    {
        if (state.Criteria.FirstOrDefault(c => c.Criterion.Id == criterion) is not { Criterion: var found })
            return Refuse("unknown-criterion", "criterion", Shown(criterion), "a criterion of this flight");
        if (found.Waivable == Waivable.No) return Refuse("not-waivable", found.Id, "a waiver of what nobody may waive", "a value within the limit, a hold or a scrub");
        if (!actor.Directs || actor.Person is not { } person) return Refuse("not-director", found.Id, actor.Name, "the flight director, with the word of the one who may waive it");
        return Said(condition, found.Waivable == Waivable.ByNamed ? $"who agreed ({found.WaivableBy})" : "condition that is met", out var why) is { } missing
            ? missing : Add(state, actor, new CriterionWaived(found.Id, person, why));
    }

    /// <summary>Notes that a phase began.</summary>
    /// <param name="at">When; null: now.</param>
    public static Result<ImmutableArray<NewLogEntry>> ReachPhase(CountdownState state, ConsoleActor actor, string? phase, Instant? at, string? words)
    {
        if (state.Phases.FirstOrDefault(p => p.Phase.Id == phase) is not { } row) return Refuse("unknown-phase", "phase", Shown(phase), "a phase of this flight");
        var when = at ?? state.Now;
        if (when > state.Now) return Refuse("later-than-now", phase!, TimeText.Instant(when), $"a time up to {TimeText.Instant(state.Now)}");
        if (row.Actual is { } already) return Refuse("phase-reached", phase!, $"reached on {TimeText.Instant(already)}", "a phase that was not reached yet");
        if (phase == FlightPhase.Liftoff)
        {
            if (state.Clock.Phase != CountPhase.Counting) return NotCounting(state, "liftoff");
            if (when < state.Clock.Liftoff) return Refuse("before-liftoff", phase, TimeText.Instant(when), $"not before T-0 on {TimeText.Instant(state.Clock.Liftoff.Value)}");
        }
        else if (row.Phase.Stretch != "countdown" && state.Clock.Phase is not (CountPhase.Flying or CountPhase.Landed))
            return Refuse("not-flying", phase!, "no liftoff yet", "a phase of the countdown, or a liftoff first");
        return One(new(when, state.Now, actor.Name, new PhaseReached(phase!, Trimmed(words))));
    }

    public static Result<ImmutableArray<NewLogEntry>> Note(CountdownState state, ConsoleActor actor, string? text) =>
        Said(text, "note", out var said) is { } missing ? missing : Add(state, actor, new ControlNote(said));

    /// <summary>One of the crew is in other hands.</summary>
    public static Result<ImmutableArray<NewLogEntry>> HandOver(CountdownState state, ConsoleActor actor, string? person, string? to)
    {
        if (state.Clock.Phase != CountPhase.Landed) return Refuse("not-landed", "hand-over", "a flight that has not landed", "a landing first");
        if (state.Facts.Flight.Seats.All(s => s.Person?.Value != person)) return Refuse("unknown-person", "person", Shown(person), "one who rides on this flight");
        return Said(to, "to whom", out var said) is { } missing ? missing : Add(state, actor, new CrewHandedOver(new(person!), said));
    }

    private static Problem? AtConsole(CountdownState state, ConsoleActor actor) =>
        actor.Person is { } person && state.Facts.Book.SeatsOf(state.Facts.Flight.Id, person).Any() ? null
        : Refuse("no-seat", "seat", $"{actor.Name} holds no console seat on this flight", "somebody who sits at a console");

    private static Problem NotCounting(CountdownState state, string what) =>
        Refuse("not-counting", what, state.Clock.Phase switch
        {
            CountPhase.NotStarted => "no count yet",
            CountPhase.Scrubbed => "a scrubbed attempt",
            CountPhase.Holding => "a count that holds",
            CountPhase.Counting => "a count that runs",
            _ => "a flight after liftoff",
        }, "a running count");

    private static Problem AfterLiftoff(string what) => Refuse("after-liftoff", what, "a flight after liftoff", "a count before liftoff");

    private static Problem? Said(string? text, string field, out string said)
    {
        said = text?.Trim() ?? "";
        return said.Length is > 0 and <= 2000 ? null : Refuse("missing-value", field, said.Length == 0 ? "nothing" : "too many words", "a few words, at most 2,000 characters");
    }

    private static Problem Refuse(string code, string where, string found, string expected) => new(code, Place.Of(where), found, expected);

    private static Result<ImmutableArray<NewLogEntry>> Add(CountdownState state, ConsoleActor actor, ILogEvent what) => One(NewLogEntry.Now(state.Now, actor.Name, what));

    private static Result<ImmutableArray<NewLogEntry>> One(NewLogEntry entry) => ImmutableArray.Create(entry);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Shown(string? id) => string.IsNullOrEmpty(id) ? "nothing" : $"'{id}'";

    private static string Minutes(Duration duration) => $"{Math.Ceiling(duration.TotalMinutes):0} min";
}
