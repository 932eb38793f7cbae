using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>The contracts of the story: made-up prices, deposits by calendar and by launch, and refund terms that step down.</summary>
internal static class StoryContracts
{
    private const string Currency = "USD";

    public static Contract Of(StoryFlight s, CustomerMission mission, Flight flight)
    {
        var lines = Lines(s, mission);
        var price = lines.Select(l => l.Each * l.Count).Aggregate((a, b) => a + b);
        var signed = s.Past(StoryStage.Contract) ? StoryStewardship.SignedAt(flight) : (Instant?)null;
        var contract = new Contract(mission.Id.Value, mission.Id, "UTC", lines, Deposits(price, flight), Refunds(flight), signed, signed is null ? null : Signer(mission));
        return contract with { Deposits = [.. contract.Deposits.Select(d => Paid(d, contract, flight))] };
    }

    private static ImmutableArray<ContractLine> Lines(StoryFlight s, CustomerMission mission) => mission.Kind switch
    {
        CustomerKind.Participant => [Line("Seat up and down", 1, 52_400_000m), Line("Days on the station", 8, 310_000m), Line("One private orbit at the dome", 1, 180_000m), Line("Reached through the family office, day and night", 1, 96_500.50m)],
        CustomerKind.Agency => [Line("Seat up and down", 1, 54_900_000m), Line("Crew hours for nine experiments", 40, 130_000m)],
        CustomerKind.Laboratory => [Line("Cold place up and down, in liters", 12, 42_750m), Line("Handover within 48 hours of splashdown", 1, 88_000m)],
        _ => [Line("Seat up and down", 1, 53_100_000m), Line("Twelve minutes carried live", 1, 240_000m)],
    };

    private static ContractLine Line(string what, int count, decimal each) => new(what, count, Money.Of(each, Currency));

    /// <summary>A tenth at signature, two fifths half a year before launch, the rest a month before it.</summary>
    private static ImmutableArray<Deposit> Deposits(Money price, Flight flight)
    {
        var (first, second) = (price.Percent(10), price.Percent(40));
        var signed = StoryStewardship.SignedAt(flight).InUtc().Date;
        return
        [
            new("1", "Deposit at signature", first, TermDate.On(signed.PlusDays(14))),
            new("2", "Second payment", second, TermDate.From(Anchor.Launch, -180)),
            new("3", "Last payment", price - first - second, TermDate.From(Anchor.Launch, -30)),
        ];
    }

    /// <summary>Paid three days before it was due; what is due later is not paid yet.</summary>
    private static Deposit Paid(Deposit deposit, Contract contract, Flight flight)
    {
        if (contract.SignedAt is not { } signed || deposit.Due.In(contract.Zone, flight.Plan) is not { } due) return deposit;
        var at = Instant.Max(signed, due - Duration.FromDays(3));
        return at <= OperatorYear.AsOf ? deposit with { PaidAt = at, PaidBy = "Bank of the customer" } : deposit;
    }

    private static ImmutableArray<RefundTerm> Refunds(Flight flight) =>
    [
        new(TermDate.On(StoryStewardship.SignedAt(flight).InUtc().Date.PlusDays(30)), 100), new(TermDate.From(Anchor.Launch, -120), 80),
        new(TermDate.From(Anchor.Launch, -45), 50), new(TermDate.From(Anchor.Launch, -7), 20),
    ];

    private static string Signer(CustomerMission mission) => mission.Participant is null || mission.Customer is not null ? $"For {mission.Customer}" : "In person, under the alias";
}
