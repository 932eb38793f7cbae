using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Stewardship;

/// <summary>Contracts, what partners committed to, who is accountable for which step, and wishes.</summary>
public sealed record CareBook
{
    public static CareBook Empty { get; } = new();
}

/// <summary>States contracts, refunds, commitments, accountability and family travel as things and gate rows.</summary>
public static class CareStatement
{
    public static void State(CareBook book, ImmutableArray<CustomerMission> missions, ImmutableArray<Flight> flights, Instant now, StatementBuilder statement) { }
}
