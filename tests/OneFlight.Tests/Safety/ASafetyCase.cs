using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Safety;
using OneFlight.Tests.Campaigns;

namespace OneFlight.Tests.Safety;

/// <summary>A flight with one hazard and one consent document, made by hand: name only what matters.</summary>
internal static class ASafetyCase
{
    public static readonly Instant Now = TestCampaign.Day(0);
    public static readonly PersonId Guest = new("guest");
    public static readonly ThingId Drill = new("training", "F1/PAM-11"), Criterion = new("criterion", "VH-04");

    public static HazardControl AControl(ControlKind kind = ControlKind.Control, string? target = null, VerificationState? proof = VerificationState.Closed, string id = "HZ-1-A1") => new(id, kind, "a control", target,
        proof is not { } state ? [] : [new($"{id}-V", "shown", "test", state, state == VerificationState.Open ? null : new LocalDate(2029, 9, 1), state == VerificationState.Open ? null : "report 1")]);

    public static Hazard AHazard(string id = "HZ-1", int safety = 5, string? acceptedBy = "safety board", string title = "Fire", string[]? covers = null, params HazardControl[] controls) => new(
        id, title, "there is fuel", "a fire", "the crew", "death", 2, new(safety, 1, 1, 1, 1), [], [],
        [new($"{id}-A", "a spark", controls.Length == 0 ? [AControl()] : [.. controls])], [.. covers ?? []], acceptedBy);

    public static Flight AFlight(string vehicle = "V1", double launch = 60, FlightKind kind = FlightKind.PrivateMission, params string[] persons) =>
        TestCampaign.AFlight("F1", launch, kind: kind, persons: persons.Length == 0 ? ["guest"] : persons) with
        {
            Plan = new(TestCampaign.Day(launch), TestCampaign.Day(launch + 1), TestCampaign.Day(launch + 11), TestCampaign.Day(launch + 12), new(vehicle), null, [], [], []),
        };

    public static ConsentDocument ADocument(string text = "You may die.", params string[] clauses) => new("F1", new("F1"), "1", text,
        clauses.Length == 0 ? ConsentClause.All : [.. clauses], [new("Q1", "What may happen?", ["Nothing", "Death"], 1)]);

    public static SafetyBook ABook(ImmutableArray<Hazard>? hazards = null, ConsentDocument? document = null, Requirement[]? requirements = null, params Evidence[] evidence) => new(
        [.. RiskScale.All.SelectMany(s => Enumerable.Range(1, 5).Select(l => new RiskLevel($"{s}/{l}", s, l, "name", null, null, "meaning")))],
        [.. requirements ?? []], hazards ?? [AHazard()], [new("F1", new("F1"), "1")], [document ?? ADocument()], [], [], [.. evidence]);

    public static Requirement ARequirement(string id = "R1", string appliesTo = "operator", Gate? gate = Gate.FlightReadiness, string recurrence = "per-flight", string section = "14 CFR 450", string phase = "all") =>
        new(id, section, id, BoundBy.Law, [.. appliesTo.Split(';')], [phase], "text", "a record", recurrence, gate, "", "H", "Y");

    public static SafetyFacts Facts(Flight? flight = null, ImmutableArray<Clearance>? clearances = null, Instant? now = null, params (ThingId Thing, GateLight Light)[] targets)
    {
        var campaign = TestCampaign.ACampaign([flight ?? AFlight()]);
        return new(campaign.Fleet, campaign.People, clearances ?? [], campaign.Flights, [], targets.ToImmutableDictionary(t => t.Thing, t => t.Light), now ?? Now);
    }

    public static SafetyOfFlight Judged(SafetyBook book, Flight? flight = null, params (ThingId Thing, GateLight Light)[] targets) =>
        SafetyOfFlight.Of(book, flight ?? AFlight(), Facts(flight, null, null, targets));

    public static GivenConsent AConsent(SafetyBook book, Flight? flight = null, string? vehicle = null, string? annex = null, int answer = 1, string person = "guest", string witness = "Safety lead",
        bool invited = true, double day = 0) => new(
            new("F1"), new(person), annex ?? HazardAnnex.Of(book, flight ?? AFlight(), TestCampaign.Capsule).Hash, vehicle ?? "V1 (capsule)", [new("Q1", answer)], [], invited, witness, TestCampaign.Day(day));

    public static SafetyBook Signed(SafetyBook book, Flight? flight = null)
    {
        var facts = Facts(flight);
        return ConsentRules.Sign(book, flight ?? AFlight(), facts.Fleet, facts.People, AConsent(book, flight)).Value;
    }
}
