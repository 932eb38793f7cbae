using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Portal;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Contracts;

/// <summary>What a customer pays and what comes back, on the page of whoever contracted: the organization, or where there is none the participant and their office.</summary>
public static class ContractForCustomers
{
    public static PortalSource Source { get; } = new("contract", Sections);

    private static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        var contracted = facts.Mission.Customer is not null ? Relation.Customer : Relation.Participant | Relation.Office;
        if ((facts.As & contracted) == 0 || facts.Open.Campaign.Care.ContractOf(facts.Mission.Id) is not { } contract) yield break;
        var lines = contract.Deposits.Select(d => new PortalLine($"{d.Name}, {d.Amount}", d.PaidAt is null ? ContractWords.Of(d.Due) : "", d.PaidAt is null ? d.Due.In(contract.Zone, facts.Flight?.Plan) : null,
            d.PaidAt is not null ? PortalMark.Done : d.Due.In(contract.Zone, facts.Flight?.Plan) is { } due && due <= facts.Now ? PortalMark.Care : PortalMark.Waiting,
            d.PaidAt is not null ? "paid" : contract.SignedAt is null ? "once signed" : "to be paid"));
        var back = ContractRules.RefundAt(contract, facts.Flight?.Plan, facts.Now);
        yield return new("contract", "Your contract", PortalPlace.Agreed, [.. lines, new($"Were you to step back today, {ContractWords.Of(back)}.", "of what you have paid")])
        {
            Intro = $"{contract.Price} in all, {(contract.SignedAt is null ? "not signed yet" : "signed")}.",
        };
    }
}
