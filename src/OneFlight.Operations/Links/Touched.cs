using System.Collections.Immutable;

namespace OneFlight.Operations.Links;

/// <summary>A thing whose state differs between two plans.</summary>
/// <param name="Before">Null: it is new.</param>
/// <param name="After">Null: it is gone.</param>
/// <param name="Path">From the change to this thing; each step is touched too.</param>
public sealed record Touched(ThingId Thing, string Name, StateValue? Before, StateValue? After, ImmutableArray<TouchStep> Path);

/// <param name="Reason">Why the step before touches this one; of the first step, what the change is.</param>
public sealed record TouchStep(ThingId Thing, string Name, string Reason);

/// <summary>What differs between two plans.</summary>
/// <param name="Touched">Nearest to the change first, then by kind and id.</param>
/// <param name="Unchanged">How many things were compared and found the same.</param>
public sealed record ImpactReport(ImmutableArray<Touched> Touched, int Unchanged);
