using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

public static partial class ControlRules
{
    /// <summary>Signs the step that is due, or as the second person the one that waits for one.</summary>
    /// <remarks>The holder of the step's seat signs; the flight director signs on the report of a seat that does not vote.</remarks>
    public static Result<ImmutableArray<NewLogEntry>> DoStep(
        CountdownState state, ConsoleActor actor, string? procedure, string? step, double? value, string? words)
    {
        if (state.Procedures.FirstOrDefault(p => p.Procedure.Id == procedure) is not { } run) return Refuse("unknown-procedure", "procedure", Shown(procedure), "a procedure of this flight");
        if (run.Steps.FirstOrDefault(s => s.Step.Id == step) is not { } line) return Refuse("unknown-step", "step", Shown(step), $"a step of {procedure}");
        if (run.Procedure.ReleasedAt is null) return Refuse("not-released", procedure!, $"version {run.Procedure.Version}, edited and not released", "a released version");
        if (line.DoneAt is not null) return Refuse("step-done", step!, "a step that is done", "the step that is due");
        if (run.Next?.Id != step) return Refuse("out-of-order", step!, $"step {step} before {run.Next?.Id}", $"{run.Next?.Id} first");
        if (actor.Person is not { } person || AtConsole(state, actor) is not null) return AtConsole(state, actor)!;
        if (line.First is { } first) return Second(state, actor, run.Procedure, line.Step, person, first);
        if (!MaySign(state, actor, line.Step, person)) return Refuse("not-the-seat", step!, actor.Name, $"the holder of the seat {line.Step.Seat}");
        if (Fails(state, line.Step, value, Trimmed(words)) is { } problem) return problem;
        return Add(state, actor, new StepDone(procedure!, run.Procedure.Version, step!, person, line.Step.Kind == StepKind.Measure ? value : null, Trimmed(words)));
    }

    private static Result<ImmutableArray<NewLogEntry>> Second(CountdownState state, ConsoleActor actor, Procedure procedure, ProcedureStep step, PersonId person, PersonId first) =>
        person == first
            ? Refuse("one-person", step.Id, $"{actor.Name} twice", "a second person")
            : Add(state, actor, new StepSeconded(procedure.Id, procedure.Version, step.Id, person));

    /// <summary>True when the step, due now, may be signed by this person: first, or as the second one.</summary>
    public static bool MaySign(CountdownState state, ConsoleActor actor, StepRun line) => actor.Person is { } person && AtConsole(state, actor) is null
        && (line.First is { } first ? first != person : MaySign(state, actor, line.Step, person));

    private static bool MaySign(CountdownState state, ConsoleActor actor, ProcedureStep step, PersonId person)
    {
        if (state.Facts.Book.HolderOf(state.Facts.Flight.Id, step.Seat)?.Person == person) return true;
        return actor.Directs && state.Facts.Book.Seats.FirstOrDefault(s => s.Id == step.Seat) is { Votes: false };
    }

    private static Problem? Fails(CountdownState state, ProcedureStep step, double? value, string? words) => step.Kind switch
    {
        StepKind.Measure when value is not { } number || !double.IsFinite(number) => Refuse("not-a-number", step.Id, "no number", $"a number in {step.Unit}"),
        StepKind.Measure when value < step.Low || value > step.High =>
            Refuse("beyond-limits", step.Id, string.Create(CultureInfo.InvariantCulture, $"{value} {step.Unit}"), $"{Limits(step)}; a value beyond it holds the count"),
        StepKind.Decision when words is null => Refuse("missing-value", step.Id, "nothing", "what was decided"),
        StepKind.HoldPoint when state.Clock.Phase == CountPhase.Holding => Refuse("still-holding", step.Id, "a count that holds", "a released hold"),
        StepKind.WaitUntil when state.Clock.Remaining is not { } left || left > step.Before =>
            Refuse("too-early", step.Id, state.Clock.Remaining is { } ahead ? $"T-{Minutes(ahead)}" : "no clock", $"T-{Minutes(step.Before ?? Duration.Zero)} or later"),
        StepKind.Poll when !state.Polls.Any(p => p.ClosedAt is not null && p.Go && p.Poll.Phase == step.Phase) =>
            Refuse("poll-not-go", step.Id, "no closed poll that is GO", $"the poll of {step.Phase} closed with GO"),
        _ => null,
    };

    /// <summary>"at least 0.2 and at most 0.8 mbar/min".</summary>
    public static string Limits(ProcedureStep step)
    {
        var low = step.Low is { } least ? string.Create(CultureInfo.InvariantCulture, $"at least {least}") : null;
        var high = step.High is { } most ? string.Create(CultureInfo.InvariantCulture, $"at most {most}") : null;
        return $"{string.Join(" and ", new[] { low, high }.OfType<string>())} {step.Unit}".Trim();
    }
}
