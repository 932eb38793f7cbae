using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.Tests.Stewardship;

public sealed class ContractTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 18, 14, 32), Launch = Instant.FromUtc(2027, 3, 30, 9, 0);
    private static readonly OrganizationId Partner = new("partner"), Other = new("other"), Home = new("home");

    [Fact]
    public void The_price_is_the_exact_sum_of_its_lines() =>
        Assert.Equal(Money.Of(52_400_300.30m, "USD"), AContract().Price);

    [Fact]
    public void A_deposit_is_paid_once()
    {
        var paid = ContractRules.Pay(AContract(), "1", "bank", Now).Value;

        Assert.Equal(Money.Of(400_000m, "USD"), paid.Paid);
        Assert.Equal("already-paid", Assert.Single(ContractRules.Pay(paid, "1", "bank", Now).Problems).Code);
    }

    [Fact]
    public void Nothing_is_paid_before_the_contract_is_signed() =>
        Assert.Equal("not-signed", Assert.Single(ContractRules.Pay(AContract() with { SignedAt = null }, "1", "bank", Now).Problems).Code);

    [Fact]
    public void Deposits_that_do_not_sum_to_the_price_are_not_signed()
    {
        var wrong = AContract() with { SignedAt = null, Deposits = [new("1", "All", Money.Of(1m, "USD"), TermDate.On(new(2027, 1, 1)))] };
        Assert.Equal("deposits-differ", Assert.Single(ContractRules.Sign(wrong, "them", Now).Problems).Code);
    }

    [Theory, InlineData(0, 80), InlineData(-15, 50), InlineData(-40, 0)]
    public void What_comes_back_follows_the_launch(int slipDays, int percent)
    {
        var plan = APlan(Launch + Duration.FromDays(slipDays));
        var back = ContractRules.RefundAt(ContractRules.Pay(AContract(), "1", "bank", Now).Value, plan, Now);

        Assert.Equal(percent, back.Percent);
        Assert.Equal(Money.Of(400_000m, "USD").Percent(percent), back.Amount);
        Assert.Equal(percent > 0, back.Until is not null);
    }

    [Fact]
    public void What_hangs_on_a_flight_without_a_date_is_not_known() =>
        Assert.Null(ContractRules.RefundAt(AContract(), null, Now).Percent);

    [Fact]
    public void A_calendar_day_of_a_contract_is_meant_to_its_end_where_it_was_signed() =>
        Assert.Equal(Instant.FromUtc(2027, 1, 3, 5, 0), TermDate.On(new(2027, 1, 2)).In("America/New_York", null));

    [Fact]
    public void Only_the_party_that_is_asked_answers_a_commitment_and_once()
    {
        var asked = new Commitment("b1", new("m1"), Partner, Home, "keeps the dome free", null, null, Anchor.Launch, Now);

        Assert.Equal("another-party", Assert.Single(CommitmentRules.Answer(asked, Other, CommitmentAnswer.Accepted, "desk", null, Now).Problems).Code);
        var accepted = CommitmentRules.Answer(asked, Partner, CommitmentAnswer.Accepted, "desk", null, Now).Value;
        Assert.Equal("already-answered", Assert.Single(CommitmentRules.Answer(accepted, Partner, CommitmentAnswer.Declined, "desk", "no", Now).Problems).Code);
        Assert.Equal("no-reason", Assert.Single(CommitmentRules.Answer(asked, Partner, CommitmentAnswer.Declined, "desk", " ", Now).Problems).Code);
    }

    [Fact]
    public void Money_of_two_currencies_is_not_added_and_its_text_comes_back()
    {
        Assert.Throws<InvalidOperationException>(() => Money.Of(1, "USD") + Money.Of(1, "EUR"));
        Assert.Equal(Money.Of(-1250000.05m, "EUR"), Money.Parse(Money.Of(-1250000.05m, "EUR").ToText()));
        Assert.Null(Money.Parse("EUR twelve"));
    }

    [Fact]
    public void Only_the_customer_changes_and_approves_what_success_is()
    {
        var (guest, steward) = (new PersonId("guest"), new PersonId("steward"));
        var people = new PeopleBook([], [new(guest, "Guest", null, "UTC", "Juniper", [], []), new(steward, "Steward", null, "UTC", null, [], [])]);
        var mission = new CustomerMission(new("m1"), "Juniper", CustomerKind.Participant, null, null, guest, null, Posture.Silent, steward, true, "To see it.", [new("c1", "I saw it", false, null, 1)]);

        Assert.Equal("not-the-customer", Assert.Single(CriteriaRules.Approve(mission, steward, people, Now).Problems).Code);
        Assert.Equal("not-the-customer", Assert.Single(CriteriaRules.ChangeWords(mission, "Other", steward, people).Problems).Code);
        var approval = CriteriaRules.Approve(mission, guest, people, Now).Value;
        Assert.Equal("Juniper", approval.By);
        Assert.NotEqual(approval.TextHash, CriteriaRules.HashOf(CriteriaRules.ChangeWords(mission, "To see it twice.", guest, people).Value));
        Assert.Equal("weights-differ", Assert.Single(CriteriaRules.Approve(mission with { Criteria = [mission.Criteria[0] with { Weight = 0.9 }] }, guest, people, Now).Problems).Code);
    }

    private static Contract AContract() => new("m1", new("m1"), "UTC",
        [new("Seat", 1, Money.Of(52_400_000m, "USD")), new("Hours", 3, Money.Of(100.10m, "USD"))],
        [new("1", "First", Money.Of(400_000m, "USD"), TermDate.On(new(2027, 1, 1))), new("2", "Last", Money.Of(52_000_300.30m, "USD"), TermDate.From(Anchor.Launch, -30))],
        [new(TermDate.From(Anchor.Launch, -30), 80), new(TermDate.From(Anchor.Launch, -7), 50)], Now, "them");

    private static FlightPlan APlan(Instant launch) => new(launch, launch, launch, launch, new("v"), null, [], [], []);
}
