using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>What a mission bought, what it costs and when it is paid, and what comes back when it does not fly.</summary>
/// <param name="Id">The mission's id: a mission has one contract.</param>
/// <param name="Zone">The time-zone id in which its dates are meant.</param>
/// <param name="SignedAt">Null: in negotiation.</param>
public sealed record Contract(
    string Id, MissionId Mission, string Zone, ImmutableArray<ContractLine> Lines, ImmutableArray<Deposit> Deposits,
    ImmutableArray<RefundTerm> Refunds, Instant? SignedAt = null, string? SignedBy = null)
{
    public ThingId Thing => new(CareKinds.Contract, Id);

    /// <summary>Sum of the lines; the default when there is none.</summary>
    public Money Price => Lines.IsEmpty ? default : Lines.Select(l => l.Each * l.Count).Aggregate((a, b) => a + b);

    public Money Paid => Deposits.Where(d => d.PaidAt is not null).Select(d => d.Amount).Aggregate(Nothing, (a, b) => a + b);

    private Money Nothing => Lines.IsEmpty ? default : Money.Zero(Lines[0].Each.Currency);
}

/// <param name="What">A seat or a service, in plain words.</param>
public sealed record ContractLine(string What, int Count, Money Each);

/// <param name="Id">Unique within the contract.</param>
public sealed record Deposit(string Id, string Name, Money Amount, TermDate Due, Instant? PaidAt = null, string? PaidBy = null);

/// <summary>Until a date, this share of what was paid comes back; after the last one, nothing.</summary>
/// <param name="Percent">0 to 100.</param>
public sealed record RefundTerm(TermDate Until, int Percent);

/// <summary>A date of a contract: a calendar day, or days from an event of the flight, with which it then moves. Exactly one is given.</summary>
/// <param name="Day">Meant to its end, in the contract's zone.</param>
/// <param name="Days">Added to the anchor.</param>
public sealed record TermDate(LocalDate? Day, Anchor? Anchor = null, int Days = 0)
{
    public static TermDate On(LocalDate day) => new(day);

    public static TermDate From(Anchor anchor, int days) => new(null, anchor, days);

    /// <summary>The instant up to which it is in time; null while the flight does not tell it.</summary>
    public Instant? In(string zone, FlightPlan? plan)
    {
        if (Day is { } day) return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found ? found.AtStartOfDay(day.PlusDays(1)).ToInstant() : null;
        Instant? at = Anchor switch
        {
            Flights.Anchor.Launch => plan?.Launch,
            Flights.Anchor.Arrival => plan?.Arrival,
            Flights.Anchor.Departure => plan?.Departure,
            Flights.Anchor.End => plan?.End,
            _ => null,
        };
        return at + Duration.FromDays(Days);
    }
}

/// <summary>Kinds of things that this capability states.</summary>
public static class CareKinds
{
    public const string Contract = "contract", Deposit = "deposit", Refund = "refund-terms", Criteria = "criteria", Steward = "steward", Commitment = "commitment",
        Accountability = "accountability", Travel = "family-travel";
}
