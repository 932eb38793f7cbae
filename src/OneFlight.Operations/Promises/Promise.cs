using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Promises;

public readonly record struct MissionId(string Value) { public override string ToString() => Value; public ThingId Thing => new(PromiseKinds.Mission, Value); }
public readonly record struct PromiseId(string Value) { public override string ToString() => Value; public ThingId Thing => new(PromiseKinds.Promise, Value); }

public static class PromiseKinds
{
    public const string Mission = "mission", Promise = "promise";
}

public enum PromiseKind { Contract, Stated, Implied, Inferred }

/// <summary>How charged the moment is in which the promise falls due.</summary>
public enum PromiseMoment { Calm, Charged, Critical }

/// <summary>What was said to a customer, word for word, and how it is judged.</summary>
/// <param name="Rule">Id of the <see cref="PromiseRule"/>.</param>
/// <param name="Words">Verbatim; changed only by the customer.</param>
/// <param name="Weight">0 to 1; the weights of a mission's promises sum to 1.</param>
/// <param name="Sample">True: drawn from the catalogue to show the product, not said by anyone.</param>
public sealed record Promise(
    PromiseId Id, MissionId Mission, string Rule, string Words, PromiseKind Kind, PromiseMoment Moment,
    string MadeBy, string MadeTo, Instant MadeAt, double Weight, PromiseTerms Terms, bool Sample = false);

/// <summary>The figures that a promise carries beside its rule; which of them a rule reads is stated there.</summary>
/// <param name="Window">The window last told to the customer.</param>
/// <param name="By">A date promised or feared: end of term, planned return.</param>
/// <param name="Amount">A number in the rule's unit: days bought, hours promised.</param>
public sealed record PromiseTerms(Interval? Window = null, Instant? By = null, double? Amount = null)
{
    public static PromiseTerms None { get; } = new();
}

public enum DecidedBy { Plan, Record, Survey }

/// <summary>On which side of its limit a measured value keeps a promise.</summary>
public enum Comparison { AtMost, AtLeast }

/// <summary>How one kind of promise is judged: which fact it reads, and where it is kept, bent and broken.</summary>
/// <param name="Id">The catalogue's id, such as EX-001.</param>
/// <param name="Fact">Name of the measured fact, such as <c>launch-outside-window-days</c>; null when a record or survey decides.</param>
/// <param name="Kept">Limit up to which it is kept, in <paramref name="Unit"/>.</param>
/// <param name="Bent">Limit past which it is broken; between the two it is bent.</param>
/// <param name="WatchMargin">Kept, but closer to the kept limit than this: watch.</param>
/// <param name="RiskMargin">Kept, but closer than this: at risk.</param>
/// <param name="DependsOn">What in the plan it leans on: <c>launch</c>, <c>landing</c>, <c>arrival</c>, <c>departure</c>, <c>activity:QUAR</c> (an id without its template's prefix), <c>vehicle</c>, <c>port</c>; several are separated by semicolons.</param>
/// <param name="Due">The anchor at which it is decided: one of <c>launch</c>, <c>landing</c>, <c>arrival</c>, <c>departure</c>, with a day offset such as <c>landing+30</c>; null: at any time.</param>
public sealed record PromiseRule(
    string Id, string Title, string Category, string Unit, DecidedBy DecidedBy, string? Fact, Comparison Comparison,
    double Kept, double Bent, double WatchMargin, double RiskMargin, ImmutableArray<string> DependsOn, string? Due);
