using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Safety;

/// <summary>Something that can go wrong: given the condition, a departure may happen that touches the asset with the consequence.</summary>
/// <param name="Kinds">Kinds of flight to which it applies; empty: all.</param>
/// <param name="Types">Vehicle types to which it applies; empty: all.</param>
/// <param name="Covers">Ids of requirements that its closed controls satisfy.</param>
/// <param name="AcceptedBy">Who accepted what risk is left, by role; null: nobody yet.</param>
public sealed record Hazard(
    string Id, string Title, string Condition, string Departure, string Asset, string Consequence, int Likelihood, Severity Severity,
    ImmutableArray<FlightKind> Kinds, ImmutableArray<VehicleTypeId> Types, ImmutableArray<HazardCause> Causes, ImmutableArray<string> Covers, string? AcceptedBy)
{
    public ThingId Thing => new(SafetyKinds.Hazard, Id);

    public bool AppliesTo(Flight flight, VehicleTypeId? type) =>
        (Kinds.IsEmpty || Kinds.Contains(flight.Kind)) && (Types.IsEmpty || (type is { } known && Types.Contains(known)));

    /// <summary>True when a catastrophic hazard is held by nothing stronger than a procedure.</summary>
    public bool OnlyProcedures => Severity.IsCatastrophic && Causes.SelectMany(c => c.Controls).All(c => c.Kind == ControlKind.Procedure);
}

/// <summary>Why it can happen.</summary>
public sealed record HazardCause(string Id, string Text, ImmutableArray<HazardControl> Controls);

/// <summary>In the order in which hazards are to be reduced: the earlier the better.</summary>
public enum ControlKind { Eliminate, Minimize, Control, Warn, Procedure }

/// <summary>What is done about a cause.</summary>
/// <param name="Target">Of an operational control, what it leans on: <c>step:PROCEDURE/STEP</c>, <c>criterion:ID</c>, or
/// <c>training:MODULE</c>, which on a flight is that flight's <c>training:FLIGHT/MODULE</c>; null: it is built in.</param>
public sealed record HazardControl(string Id, ControlKind Kind, string Text, string? Target, ImmutableArray<Verification> Verifications)
{
    /// <summary>The thing that the control leans on for a flight; null: none.</summary>
    public ThingId? TargetOn(FlightId flight) => Target is null || ThingId.Parse(Target) is not { } thing ? null
        : thing.Kind == SafetyKinds.Training ? new(thing.Kind, $"{flight}/{thing.Id}") : thing;
}

public enum VerificationState { Open, Closed, Failed }

/// <summary>How it is shown that a control works.</summary>
/// <param name="Method">Test, analysis, inspection or demonstration.</param>
/// <param name="On">The day on which it was closed or failed; null: still open.</param>
/// <param name="Report">Where the proof lies; null: still open.</param>
public sealed record Verification(string Id, string Text, string Method, VerificationState State, LocalDate? On, string? Report);
