using System.Collections.Immutable;

namespace OneFlight.Operations.FlightControl;

/// <summary>What is done when something goes wrong: a row of <c>data/contingencies.csv</c>.</summary>
/// <param name="Phases">Stretches of a flight in which it may come up.</param>
/// <param name="Detection">By what it is noticed.</param>
/// <param name="FirstActions">In order; each is ticked off with who did it.</param>
/// <param name="Exit">What must hold before it is closed.</param>
/// <param name="DrillInterval">An ISO period such as P90D, or per-flight, event, continuous.</param>
/// <param name="TextSeen">Empty: the table does not say.</param>
public sealed record Contingency(
    string Id, string Category, string Name, ImmutableArray<string> Phases, string Severity, ImmutableArray<string> Detection,
    ImmutableArray<string> FirstActions, ImmutableArray<string> FollowOn, ImmutableArray<string> Authority, ImmutableArray<string> Notify,
    ImmutableArray<string> Exit, string DrillInterval, string Confidence, string TextSeen);
