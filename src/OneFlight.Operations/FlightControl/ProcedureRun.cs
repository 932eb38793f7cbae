using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.FlightControl;

/// <summary>One step of a run.</summary>
/// <param name="DoneAt">Of a step that needs two: when the second signed; null: not done.</param>
/// <param name="First">Who did it, or began it where two are needed.</param>
public sealed record StepRun(ProcedureStep Step, PersonId? First, PersonId? Second, Instant? FirstAt, Instant? DoneAt, StepDone? Done);

/// <summary>A procedure as it is run in this attempt.</summary>
/// <param name="Next">The step that is due; null: all are done.</param>
public sealed record ProcedureRun(Procedure Procedure, ImmutableArray<StepRun> Steps, ProcedureStep? Next)
{
    public int DoneCount => Steps.Count(s => s.DoneAt is not null);

    internal static ImmutableArray<ProcedureRun> All(ImmutableArray<LogEntry> attempt, ControlFacts facts) =>
        [.. facts.Book.ProceduresOf(facts.Flight.Id).Select(p => Of(p, attempt))];

    private static ProcedureRun Of(Procedure procedure, ImmutableArray<LogEntry> attempt)
    {
        ImmutableArray<StepRun> steps = [.. procedure.Steps.Select(step =>
        {
            var first = attempt.LastOrDefault(e => e.Event is StepDone d && d.Procedure == procedure.Id && d.Step == step.Id);
            var second = attempt.LastOrDefault(e => e.Event is StepSeconded d && d.Procedure == procedure.Id && d.Step == step.Id);
            var done = step.Kind == StepKind.TwoPerson ? second?.At : first?.At;
            return new StepRun(step, (first?.Event as StepDone)?.By, (second?.Event as StepSeconded)?.By, first?.At, done, first?.Event as StepDone);
        })];
        return new(procedure, steps, steps.FirstOrDefault(s => s.DoneAt is null)?.Step);
    }
}
