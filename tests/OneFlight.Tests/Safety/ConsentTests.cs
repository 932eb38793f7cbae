using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;
using OneFlight.Tests.Campaigns;
using static OneFlight.Tests.Safety.ASafetyCase;

namespace OneFlight.Tests.Safety;

public sealed class ConsentTests
{
    [Fact]
    public void A_consent_holds_the_annex_the_vehicle_and_the_witness()
    {
        var signed = Assert.Single(Signed(ABook()).Consents);
        Assert.Equal((HazardAnnex.Of(ABook(), AFlight(), TestCampaign.Capsule).Hash, "V1 (capsule)", "Safety lead"), (signed.AnnexHash, signed.Vehicle, signed.Witness));
        Assert.Equal(64, signed.AnnexHash.Length);
        Assert.Equal(ConsentState.Valid, StateOf(Signed(ABook())));
    }

    // Oracle 14 of the design.
    [Fact]
    public void One_changed_byte_of_the_annex_asks_for_every_consent_again()
    {
        var book = Signed(ABook());
        var text = HazardAnnex.Of(book, AFlight(), TestCampaign.Capsule).Text;
        for (var i = 0; i < text.Length; i += 7)
            Assert.NotEqual(HazardAnnex.Sha256(text), HazardAnnex.Sha256(text[..i] + (char)(text[i] ^ 1) + text[(i + 1)..]));
        var changed = book with { Hazards = [AHazard(title: "Firf")] };
        Assert.Equal(ConsentState.OtherHazards, StateOf(changed));
        Assert.Equal(GateLight.Red, Assert.Single(Judged(changed).Consents).Light(null, Now));
    }

    [Fact]
    public void A_verification_that_closes_changes_no_consent() => Assert.Equal(ConsentState.Valid, StateOf(
        Signed(ABook([AHazard(controls: [AControl(proof: VerificationState.Open)])])) with { Hazards = [AHazard(controls: [AControl(proof: VerificationState.Closed)])] }));

    [Theory]
    [InlineData("V1", 69, ConsentState.Valid), InlineData("V2", 60, ConsentState.OtherVehicle), InlineData("V2", 69, ConsentState.OtherVehicle)]
    public void A_slip_alone_changes_nothing_and_another_vehicle_asks_again(string vehicle, double launch, ConsentState expected) =>
        Assert.Equal(expected, StateOf(Signed(ABook()), vehicle, launch));

    [Fact]
    public void A_consent_for_another_vehicle_is_refused() => Assert.Equal("other-vehicle", Refused(AConsent(ABook(), vehicle: "V2 (capsule)")));

    [Fact]
    public void A_consent_to_an_older_annex_is_refused() => Assert.Equal("other-hazards", Refused(AConsent(ABook(), annex: new string('0', 64))));

    [Fact]
    public void A_wrong_answer_is_refused_and_the_right_one_is_not_told()
    {
        var facts = Facts();
        var problem = Assert.Single(ConsentRules.Sign(ABook(), AFlight(), facts.Fleet, facts.People, AConsent(ABook(), answer: 0)).Problems);
        Assert.Equal("answer-not-right", problem.Code);
        Assert.DoesNotContain("Death", problem.Message);
    }

    [Fact]
    public void An_unanswered_question_is_refused() => Assert.Equal("question-unanswered", Refused(AConsent(ABook()) with { Answers = [] }));

    [Fact]
    public void Someone_who_is_not_on_the_flight_cannot_consent() => Assert.Equal("not-on-flight", Refused(AConsent(ABook(), person: "stranger")));

    [Theory]
    [InlineData(""), InlineData("guest")]
    public void Nobody_witnesses_their_own_consent(string witness) => Assert.Equal("no-witness", Refused(AConsent(ABook(), witness: witness)));

    [Fact]
    public void Whoever_was_not_invited_to_ask_has_not_consented() => Assert.Equal("not-invited-to-ask", Refused(AConsent(ABook(), invited: false)));

    [Fact]
    public void Nobody_consents_after_liftoff() => Assert.Equal("already-flown", Refused(AConsent(ABook(), day: 61)));

    [Fact]
    public void A_consent_that_stands_is_not_signed_twice_and_one_that_fell_is()
    {
        var facts = Facts();
        var once = Signed(ABook());
        Assert.Equal("already-consented", Assert.Single(ConsentRules.Sign(once, AFlight(), facts.Fleet, facts.People, AConsent(once)).Problems).Code);
        var changed = once with { Hazards = [AHazard(title: "Smoke")] };
        var again = ConsentRules.Sign(changed, AFlight(), facts.Fleet, facts.People, AConsent(changed)).Value;
        Assert.Equal((2, ConsentState.Valid), (again.Consents.Length, StateOf(again)));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var facts = Facts();
        var problems = ConsentRules.Sign(ABook(), AFlight(), facts.Fleet, facts.People, AConsent(ABook(), vehicle: "V2 (capsule)", answer: 0, witness: "")).Problems;
        Assert.Equal(["other-vehicle", "answer-not-right", "no-witness"], problems.Select(p => p.Code));
    }

    private static ConsentState StateOf(SafetyBook book, string vehicle = "V1", double launch = 60) => Assert.Single(Judged(book, AFlight(vehicle, launch)).Consents).State;

    private static string Refused(GivenConsent given)
    {
        var facts = Facts();
        return Assert.Single(ConsentRules.Sign(ABook(), AFlight(), facts.Fleet, facts.People, given).Problems).Code;
    }
}
