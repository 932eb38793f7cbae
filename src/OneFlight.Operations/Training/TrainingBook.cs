using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Training;

/// <summary>Curricula, who goes through them for which seat, and the sessions.</summary>
public sealed record TrainingBook
{
    public static TrainingBook Empty { get; } = new();
}

/// <summary>States assignments and modules as things and gate rows.</summary>
public static class TrainingStatement
{
    public static void State(TrainingBook book, ImmutableArray<Flight> flights, QualificationBook qualifications, Instant now, StatementBuilder statement) { }

    /// <summary>How each module of each flight stands, by <c>training:FLIGHT/MODULE</c>.</summary>
    public static IEnumerable<KeyValuePair<ThingId, GateLight>> Lights(TrainingBook book, ImmutableArray<Flight> flights, QualificationBook qualifications, Instant now) => [];
}
