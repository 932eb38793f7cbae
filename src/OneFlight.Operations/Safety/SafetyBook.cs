using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Safety;

/// <summary>Hazards, consent, and the requirements that apply with their evidence.</summary>
/// <param name="Risks">The levels by which hazards are rated.</param>
/// <param name="Requirements">The catalogue.</param>
/// <param name="Hazards">The baseline: what can go wrong, why, and what is done about it.</param>
/// <param name="Plans">Flights that are judged against the catalogue and the baseline; other flights have no rows.</param>
/// <param name="Documents">What people are told before they consent, at most one for each flight.</param>
/// <param name="Consents">In the order in which they were signed; a renewal is another one.</param>
/// <param name="Decisions">Where a person overruled the rules of tailoring; the last one of a flight and requirement counts.</param>
/// <param name="Evidence">What was handed in.</param>
public sealed record SafetyBook(
    ImmutableArray<RiskLevel> Risks, ImmutableArray<Requirement> Requirements, ImmutableArray<Hazard> Hazards, ImmutableArray<SafetyPlan> Plans,
    ImmutableArray<ConsentDocument> Documents, ImmutableArray<SignedConsent> Consents, ImmutableArray<TailoringDecision> Decisions, ImmutableArray<Evidence> Evidence)
{
    public static SafetyBook Empty { get; } = new([], [], [], [], [], [], [], []);
}

/// <summary>Says that a flight is judged for safety, and by which catalogue.</summary>
/// <param name="Id">The flight's id: one plan each.</param>
/// <param name="Catalogue">Version of the catalogue, such as the date of its last change.</param>
public sealed record SafetyPlan(string Id, FlightId Flight, string Catalogue);

/// <summary>What the campaign knows beside the book that evidence is drawn from.</summary>
/// <param name="Targets">How the things stand that operational controls point at; what is not in it is not known.</param>
public sealed record SafetyFacts(
    FleetBook Fleet, PeopleBook People, ImmutableArray<Clearance> Clearances, ImmutableArray<Flight> Flights, ImmutableHashSet<FlightId> WithCargo,
    ImmutableDictionary<ThingId, GateLight> Targets, Instant Now)
{
    /// <summary>Planned flights of the same unit before this one; none when it has no plan.</summary>
    public static int FlownBefore(ImmutableArray<Flight> flights, Flight flight) => flight.Plan is not { } plan ? 0
        : flights.Count(f => f.Plan is { } other && other.Vehicle == plan.Vehicle && other.Launch < plan.Launch && f.Cancelled is null);
}

/// <summary>The kinds of <see cref="ThingId"/> that safety states, and those that its controls point at.</summary>
public static class SafetyKinds
{
    /// <summary>Of the baseline; on one flight it is <c>flight-hazard:FLIGHT/HAZARD</c>.</summary>
    public const string Hazard = "hazard", FlightHazard = "flight-hazard";

    /// <summary><c>consent:FLIGHT/PERSON</c>, <c>consent-document:FLIGHT</c>, <c>requirements:FLIGHT/GATE</c>.</summary>
    public const string Consent = "consent", Document = "consent-document", Requirements = "requirements";

    public const string Training = "training", Step = "step", Criterion = "criterion";

    public static ThingId OnFlight(FlightId flight, string hazard) => new(FlightHazard, $"{flight}/{hazard}");
    public static ThingId ConsentOf(FlightId flight, PersonId person) => new(Consent, $"{flight}/{person}");
    public static ThingId DocumentOf(FlightId flight) => new(Document, flight.Value);
    public static ThingId RequirementsOf(FlightId flight, Gate gate) => new(Requirements, $"{flight}/{gate}");
}
