using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>What comes back at an instant.</summary>
/// <param name="Percent">Null: not known, because the flight that the term hangs on has no date.</param>
/// <param name="Until">When that share falls; null: it does not any more, or nobody knows.</param>
/// <param name="Next">The share after that.</param>
public sealed record Refundable(int? Percent, Money? Amount, Instant? Until, int Next);

/// <summary>How contracts are signed, paid and given back. Pure; each returns the changed contract or why not.</summary>
public static class ContractRules
{
    /// <summary>All that is wrong with a contract as it is written.</summary>
    public static ImmutableArray<Problem> Check(Contract contract)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Add(string code, string field, string found, string expected) => problems.Add(new(code, Place.Of($"contract {contract.Id}, {field}"), found, expected));

        if (contract.Lines.IsEmpty) Add("empty-contract", "lines", "no seat and no service", "at least one");
        foreach (var line in contract.Lines.Where(l => l.Count < 1 || l.Each.Amount < 0)) Add("wrong-line", line.What, $"{line.Count} at {line.Each}", "one or more, at a price not below zero");
        var currencies = contract.Lines.Select(l => l.Each.Currency).Concat(contract.Deposits.Select(d => d.Amount.Currency)).Distinct().ToList();
        if (currencies.Count > 1) Add("two-currencies", "price", string.Join(" and ", currencies), "one currency");
        else if (currencies.Count == 1 && contract.Deposits.Sum(d => d.Amount.Amount) is var owed && owed != contract.Price.Amount)
            Add("deposits-differ", "deposits", Money.Of(owed, currencies[0]).ToString(), $"deposits that sum to the price, {contract.Price}");
        foreach (var twice in contract.Deposits.GroupBy(d => d.Id).Where(g => g.Count() > 1)) Add("duplicate-id", "deposits", $"'{twice.Key}' twice", "each deposit once");
        foreach (var term in contract.Refunds.Where(r => r.Percent is < 0 or > 100)) Add("wrong-share", "refund terms", $"{term.Percent} %", "0 to 100 %");
        foreach (var date in contract.Deposits.Select(d => d.Due).Concat(contract.Refunds.Select(r => r.Until)))
            if (date.Day is null == date.Anchor is null) Add("wrong-date", "dates", date.Day is null ? "no date" : "a day and an event", "a calendar day, or days from an event of the flight");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(contract.Zone) is null) Add("unknown-zone", "zone", $"'{contract.Zone}'", "a time zone such as Europe/Lisbon");
        return problems.ToImmutable();
    }

    /// <remarks>Refused: <c>already-signed</c>, <c>no-signer</c>, and what <see cref="Check"/> finds.</remarks>
    public static Result<Contract> Sign(Contract contract, string? by, Instant at)
    {
        if (contract.SignedAt is { } signed) return new Problem("already-signed", Where(contract), $"signed {TimeText.Instant(signed)} by {contract.SignedBy}", "a contract in negotiation");
        if (string.IsNullOrWhiteSpace(by)) return new Problem("no-signer", Where(contract), "nobody", "who signed for the customer");
        return Check(contract) is { IsEmpty: false } problems ? problems : contract with { SignedAt = at, SignedBy = by.Trim() };
    }

    /// <remarks>Refused: <c>unknown-deposit</c>, <c>already-paid</c>, <c>not-signed</c>.</remarks>
    public static Result<Contract> Pay(Contract contract, string deposit, string by, Instant at)
    {
        if (contract.Deposits.FirstOrDefault(d => d.Id == deposit) is not { } found)
            return new Problem("unknown-deposit", Where(contract), $"'{deposit}'", $"one of {string.Join(", ", contract.Deposits.Select(d => d.Id))}");
        if (found.PaidAt is { } paid) return new Problem("already-paid", Where(contract), $"{found.Name} was paid {TimeText.Day(paid)}", "a deposit that is not paid yet");
        if (contract.SignedAt is null) return new Problem("not-signed", Where(contract), "a contract in negotiation", "a signed contract");
        return contract with { Deposits = contract.Deposits.Replace(found, found with { PaidAt = at, PaidBy = by }) };
    }

    /// <summary>What comes back of what was paid, were the customer to step back at an instant.</summary>
    public static Refundable RefundAt(Contract contract, FlightPlan? plan, Instant at)
    {
        var terms = contract.Refunds.Select(r => (r.Percent, Until: r.Until.In(contract.Zone, plan))).ToList();
        if (terms.Any(t => t.Until is null)) return new(null, null, null, 0);
        var left = terms.Where(t => at < t.Until).OrderBy(t => t.Until).ToList();
        return left.Count == 0 ? new(0, contract.Paid.Percent(0), null, 0)
            : new(left[0].Percent, contract.Paid.Percent(left[0].Percent), left[0].Until, left.Count > 1 ? left[1].Percent : 0);
    }

    private static Place Where(Contract contract) => Place.Of($"contract of {contract.Mission}");
}
