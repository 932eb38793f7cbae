using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.FlightControl;

public enum StepKind { Check, Measure, Decision, HoldPoint, TwoPerson, Poll, WaitUntil }

/// <summary>One step of a procedure.</summary>
/// <param name="Seat">The console that signs it.</param>
/// <param name="Low">Of a measure: the least value that passes; null: no lower limit.</param>
/// <param name="High">Of a measure: the greatest value that passes; null: no upper limit.</param>
/// <param name="Before">Of a wait: how long before liftoff it ends.</param>
/// <param name="Phase">Of a poll: the phase whose poll must be GO.</param>
public sealed record ProcedureStep(
    string Id, StepKind Kind, string Text, string Seat, double? Low = null, double? High = null, string? Unit = null, Duration? Before = null, string? Phase = null);

/// <summary>A procedure in its current version. Only a released one is run.</summary>
/// <param name="Version">Counted up by each edit.</param>
/// <param name="ReleasedAt">Null: a draft, or edited since it was released.</param>
public sealed record Procedure(string Id, string Name, int Version, Instant? ReleasedAt, string? ReleasedBy, ImmutableArray<ProcedureStep> Steps)
{
    public ThingId Thing => new(ControlKinds.Procedure, Id);

    public ThingId StepThing(string step) => new(ControlKinds.Step, $"{Id}/{step}");
}

/// <summary>Kinds of <see cref="ThingId"/> that flight control states.</summary>
public static class ControlKinds
{
    public const string Procedure = "procedure", Step = "step", Criterion = "criterion", Gate = "control-gate";
}
