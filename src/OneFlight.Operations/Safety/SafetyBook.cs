using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Safety;

/// <summary>Hazards, consent, and the requirements that apply with their evidence.</summary>
public sealed record SafetyBook
{
    public static SafetyBook Empty { get; } = new();
}

/// <summary>States hazards, controls, consents and requirements as things and gate rows.</summary>
public static class SafetyStatement
{
    /// <param name="targets">How the things stand that operational controls point at.</param>
    public static void State(
        SafetyBook book, ImmutableArray<Flight> flights, FleetBook fleet, ImmutableDictionary<ThingId, GateLight> targets, Instant now, StatementBuilder statement)
    { }
}
