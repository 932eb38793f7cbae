using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Safety;

/// <summary>Everything that safety says about one flight.</summary>
/// <param name="Vehicle">As a consent names it; null: no unit is planned.</param>
/// <param name="Requirements">Empty when the flight has no safety plan.</param>
public sealed record SafetyOfFlight(
    Flight Flight, SafetyPlan? Plan, string? Vehicle, ConsentDocument? Document, HazardAnnex Annex, ImmutableArray<HazardStanding> Hazards,
    ImmutableArray<ConsentStanding> Consents, ImmutableArray<RequirementStanding> Requirements)
{
    public static SafetyOfFlight Of(SafetyBook book, Flight flight, SafetyFacts facts)
    {
        var index = SafetyIndex.Of(book);
        var (vehicle, type) = (VehicleName.Of(facts.Fleet, flight), VehicleName.TypeOf(facts.Fleet, flight));
        var annex = index.Annex(flight, type);
        var document = index.Document(flight.Id);
        ImmutableArray<HazardStanding> hazards = [.. book.Hazards.Where(h => h.AppliesTo(flight, type)).Select(h => HazardStanding.Of(h, flight.Id, facts.Targets))];
        ImmutableArray<ConsentStanding> consents = document is null ? [] :
            [.. flight.Seats.Where(s => s.Person is not null).Select(s => ConsentStanding.Of(s, s.Person!.Value, index.Consent(flight.Id, s.Person!.Value), document, annex, vehicle))];
        var plan = index.Plan(flight.Id);
        if (plan is null) return new(flight, null, vehicle, document, annex, hazards, consents, []);

        var traits = Tailoring.TraitsOf(flight, facts);
        var from = new DrawnFrom(flight, traits, facts, hazards, document, annex, consents);
        return new(flight, plan, vehicle, document, annex, hazards, consents, [.. book.Requirements.Select(r => RequirementStanding.Of(
            r, Tailoring.Of(r, traits, index.Decision(flight.Id, r.Id)), from, index.Evidence(flight.Id, r.Id)))]);
    }
}

/// <summary>A book by its ids, made once for as long as the book lives.</summary>
internal sealed class SafetyIndex
{
    private static readonly ConditionalWeakTable<SafetyBook, SafetyIndex> made = [];

    private readonly SafetyBook book;
    private readonly Dictionary<FlightId, SafetyPlan> plans = [];
    private readonly Dictionary<FlightId, ConsentDocument> documents = [];
    private readonly Dictionary<(FlightId, People.PersonId), SignedConsent> consents = [];
    private readonly Dictionary<(FlightId, string), TailoringDecision> decisions = [];
    private readonly Dictionary<(FlightId?, string), Evidence> evidence = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(FlightKind, VehicleTypeId?), HazardAnnex> annexes = new();

    private SafetyIndex(SafetyBook book)
    {
        this.book = book;
        foreach (var plan in book.Plans) plans[plan.Flight] = plan;
        foreach (var document in book.Documents) documents[document.Flight] = document;
        foreach (var consent in book.Consents) consents[(consent.Flight, consent.Person)] = consent;
        foreach (var decision in book.Decisions) decisions[(decision.Flight, decision.Requirement)] = decision;
        foreach (var item in book.Evidence) evidence[(item.Flight, item.Requirement)] = item;
    }

    public static SafetyIndex Of(SafetyBook book) => made.GetValue(book, b => new(b));

    public SafetyPlan? Plan(FlightId flight) => plans.GetValueOrDefault(flight);
    public ConsentDocument? Document(FlightId flight) => documents.GetValueOrDefault(flight);
    public SignedConsent? Consent(FlightId flight, People.PersonId person) => consents.GetValueOrDefault((flight, person));
    public TailoringDecision? Decision(FlightId flight, string requirement) => decisions.GetValueOrDefault((flight, requirement));

    /// <summary>The flight's own evidence before that which serves every flight.</summary>
    public Evidence? Evidence(FlightId flight, string requirement) => evidence.GetValueOrDefault((flight, requirement)) ?? evidence.GetValueOrDefault((null, requirement));

    /// <summary>Flights of one kind in one type of vehicle have the same annex.</summary>
    public HazardAnnex Annex(Flight flight, VehicleTypeId? type) => annexes.GetOrAdd((flight.Kind, type), _ => HazardAnnex.Of(book, flight, type));
}
