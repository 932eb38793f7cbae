using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Supply;

/// <summary>What is in stock where, and how fast it is used.</summary>
public sealed record SupplyBook
{
    public static SupplyBook Empty { get; } = new();
}

/// <summary>States stock levels and days of cover.</summary>
public static class SupplyStatement
{
    public static void State(
        SupplyBook book, FleetBook fleet, ImmutableArray<Flight> flights, ImmutableArray<CargoItem> cargo, Instant now, StatementBuilder statement)
    { }
}
