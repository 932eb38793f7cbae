using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.FlightControl;

/// <summary>Phases, procedures, commit criteria and contingencies by which flights are flown.</summary>
public sealed record ControlBook
{
    public static ControlBook Empty { get; } = new();
}

/// <summary>States criteria, procedures and launch-day gates.</summary>
public static class ControlStatement
{
    public static void State(ControlBook book, ImmutableArray<Flight> flights, Instant now, StatementBuilder statement) { }

    /// <summary>How each procedure step (<c>step:PROCEDURE/STEP</c>) and criterion (<c>criterion:ID</c>) stands as a control of a hazard.</summary>
    public static IEnumerable<KeyValuePair<ThingId, GateLight>> Lights(ControlBook book) => [];
}
