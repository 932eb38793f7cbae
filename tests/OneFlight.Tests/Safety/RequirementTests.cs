using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Safety;
using OneFlight.Tests.Campaigns;
using static OneFlight.Tests.Safety.ASafetyCase;

namespace OneFlight.Tests.Safety;

public sealed class RequirementTests
{
    private static readonly FlightTraits Crewed = new(FlightKind.PrivateMission, true, true, true, true, true, true), Ship = new(FlightKind.Cargo, false, false, false, true, false, true);

    [Theory]
    [InlineData("460.5(a)(1)", "14 CFR 460 A", "crew", false), InlineData("460.45(a)", "14 CFR 460 B", "operator;participant", false), InlineData("3001.CO2", "Human-system standard", "vehicle", false)]
    [InlineData("PAM.MED", "NASA programme", "participant", false), InlineData("450.165(a)", "14 CFR 450", "operator", true), InlineData("CARGO.HAZ", "Quality, security, privacy, cargo", "cargo", true)]
    public void Nobody_on_board_takes_out_what_is_for_people(string id, string section, string appliesTo, bool applies) =>
        Assert.Equal(applies ? Applicability.Applies : Applicability.NotApplicable, Tailoring.Of(ARequirement(id, appliesTo, section: section), Ship, null).Applicability);

    [Theory]
    [InlineData("460.59(c)", "14 CFR 460 C-D", "operator", "no government astronaut is on board"), InlineData("460.5(d)", "14 CFR 460 A", "crew", "there is no remote operator")]
    [InlineData("CCT.LOM", "NASA programme", "vehicle", "no contract of the commercial crew program"), InlineData("CARGO.HAZ", "x", "cargo", "carries no cargo of others"), InlineData("VV.KOS", "x", "vehicle", "does not dock")]
    public void A_rule_says_why_a_row_does_not_apply(string id, string section, string appliesTo, string reason)
    {
        var free = Crewed with { GovernmentAstronauts = false, Docks = false, Cargo = false };
        var tailored = Tailoring.Of(ARequirement(id, appliesTo, section: section, phase: id == "VV.KOS" ? "docking" : "all"), free, null);
        Assert.Equal((Applicability.NotApplicable, reason), (tailored.Applicability, tailored.Reason));
    }

    [Fact]
    public void A_decision_overrules_the_rules_and_its_last_one_counts()
    {
        var book = ABook(requirements: [ARequirement("460.5(d)", "crew")]);
        book = RequirementRules.Decide(book, new("F1"), "460.5(d)", Applicability.Applies, "a remote operator joins", null, "Safety lead", Now).Value;
        Assert.Equal(Applicability.Applies, Assert.Single(Judged(book).Requirements).Tailored.Applicability);
        book = RequirementRules.Decide(book, new("F1"), "460.5(d)", Applicability.AlternativeMeans, "equal safety", "the equivalence case", "Safety lead", Now).Value;
        Assert.Equal((Applicability.AlternativeMeans, "equal safety; by the equivalence case"), (Assert.Single(Judged(book).Requirements).Tailored.Applicability, Assert.Single(Judged(book).Requirements).Tailored.Reason));
    }

    [Theory]
    [InlineData("R9", "why", null, Applicability.NotApplicable, "unknown-requirement"), InlineData("R1", " ", null, Applicability.NotApplicable, "no-reason"), InlineData("R1", "why", "", Applicability.AlternativeMeans, "no-means")]
    public void A_decision_without_its_reason_or_means_is_refused(string id, string reason, string? means, Applicability applicability, string code) =>
        Assert.Equal(code, Assert.Single(RequirementRules.Decide(ABook(requirements: [ARequirement()]), new("F1"), id, applicability, reason, means, "x", Now).Problems).Code);

    // The flight lifts off on day 60, lands on day 72 and has seven days of reserve; its readiness review is on day 54.
    [Theory]
    [InlineData("per-flight", null, GateLight.Green), InlineData("per-flight", 54.0, GateLight.Green), InlineData("per-flight", 53.0, GateLight.Amber), InlineData("per-flight", 20.0, GateLight.Red)]
    [InlineData("continuous", 78.0, GateLight.Amber), InlineData("continuous", 79.0, GateLight.Green), InlineData("P12M", 78.0, GateLight.Amber)]
    public void Evidence_holds_until_its_gate_or_through_landing_and_reserve(string recurrence, double? until, GateLight expected)
    {
        var evidence = AnEvidence(until: until);
        Assert.Equal(expected, Assert.Single(Judged(ABook(requirements: [ARequirement(recurrence: recurrence)], evidence: evidence)).Requirements).Light);
    }

    [Fact]
    public void A_row_without_evidence_is_not_known_until_its_gate_and_red_after_it()
    {
        var book = ABook(requirements: [ARequirement()]);
        Assert.Equal(GateLight.Unknown, Assert.Single(Judged(book).Requirements).Light);
        Assert.Equal(GateLight.Red, Assert.Single(SafetyOfFlight.Of(book, AFlight(), Facts(now: TestCampaign.Day(55))).Requirements).Light);
    }

    [Fact]
    public void Evidence_of_another_flight_does_not_count_and_that_of_all_does()
    {
        var book = ABook(requirements: [ARequirement()]);
        Assert.Equal(GateLight.Unknown, Assert.Single(Judged(book with { Evidence = [AnEvidence() with { Flight = new("F2") }] }).Requirements).Light);
        Assert.Equal(GateLight.Green, Assert.Single(Judged(book with { Evidence = [AnEvidence() with { Flight = null }] }).Requirements).Light);
    }

    [Fact]
    public void Consent_is_drawn_from_the_consents_and_nobody_hands_it_in()
    {
        var book = ABook(requirements: [ARequirement("460.45(f)(3)", "participant")]);
        Assert.Equal((GateLight.Unknown, true), (Assert.Single(Judged(book).Requirements).Light, Assert.Single(Judged(book).Requirements).Drawn));
        Assert.Equal(GateLight.Green, Assert.Single(Judged(Signed(book)).Requirements).Light);
        Assert.Equal(GateLight.Red, Assert.Single(Judged(Signed(book), AFlight("V2")).Requirements).Light);
    }

    [Theory]
    [InlineData(Fitness.Fit, 79.0, GateLight.Green), InlineData(Fitness.FitWithLimits, 79.0, GateLight.Green), InlineData(Fitness.Fit, 78.0, GateLight.Red), InlineData(Fitness.NotFit, 99.0, GateLight.Red)]
    [InlineData(Fitness.Unknown, 99.0, GateLight.Unknown), InlineData(Fitness.Fit, null, GateLight.Unknown)]
    public void A_clearance_counts_through_landing_and_reserve_and_says_no_more(Fitness fitness, double? until, GateLight expected)
    {
        var token = new Clearance("c1", Guest, fitness, Now, until is { } day ? TestCampaign.Day(day) : null, ["secret limit"]);
        var standing = Assert.Single(SafetyOfFlight.Of(ABook(requirements: [ARequirement("PAM.MED", "participant")]), AFlight(), Facts(clearances: [token])).Requirements);
        Assert.Equal(expected, standing.Light);
        Assert.DoesNotContain("secret", standing.Words);
    }

    [Fact]
    public void A_hazard_whose_controls_hold_is_evidence_for_what_it_covers()
    {
        Requirement[] rows = [ARequirement("460.13", "vehicle")];
        Assert.Equal(GateLight.Green, Assert.Single(Judged(ABook([AHazard(covers: ["460.13"])], requirements: rows)).Requirements).Light);
        Assert.Equal(GateLight.Red, Assert.Single(Judged(ABook([AHazard(covers: ["460.13"], controls: [AControl(proof: VerificationState.Failed)])], requirements: rows)).Requirements).Light);
    }

    [Fact]
    public void A_clause_that_the_text_lacks_is_red()
    {
        Requirement[] rows = [ARequirement("460.45(b)", "operator;participant", Gate.Contract)];
        Assert.Equal(GateLight.Green, Assert.Single(Judged(ABook(requirements: rows)).Requirements).Light);
        Assert.Equal(GateLight.Red, Assert.Single(Judged(ABook(document: ADocument(clauses: ConsentClause.Voluntary), requirements: rows)).Requirements).Light);
    }

    [Fact]
    public void Bad_evidence_is_refused_with_every_reason()
    {
        var book = ABook(requirements: [ARequirement()]);
        var bad = AnEvidence(until: -20) with { Hash = "ABC", Source = " ", Received = TestCampaign.Day(-12), };
        Assert.Equal(["no-source", "not-a-hash", "received-before-effective", "ends-before-it-begins"], RequirementRules.Record(book, bad, Now).Problems.Select(p => p.Code));
        Assert.Equal("received-later-than-now", Assert.Single(RequirementRules.Record(book, AnEvidence() with { Received = TestCampaign.Day(1) }, Now).Problems).Code);
        Assert.Equal("unknown-requirement", Assert.Single(RequirementRules.Record(book, AnEvidence() with { Requirement = "R9" }, Now).Problems).Code);
        Assert.Single(RequirementRules.Record(book, AnEvidence(), Now).Value.Evidence);
    }

    [Fact]
    public void A_gate_has_one_row_that_counts_what_is_open()
    {
        var book = ABook(requirements: [ARequirement("R1"), ARequirement("R2"), ARequirement("CARGO.X", "cargo")], evidence: AnEvidence());
        var row = SafetyStatement.Row(AFlight(), Gate.FlightReadiness, Judged(book).Requirements);
        Assert.Equal((GateLight.Unknown, "1 not shown, 1 of 2 met"), (row.Light, row.Words));
    }

    private static Evidence AnEvidence(double? until = null) => new(
        "F1/R1/1", new("F1"), "R1", "a record", TestCampaign.Day(-10), TestCampaign.Day(-9), until is { } day ? TestCampaign.Day(day) : null, "file 1", new string('a', 64));
}
