using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Supply;

/// <summary>One stock as the plan has it: who eats, who brings, and the course that follows.</summary>
/// <param name="Deliveries">In time order; only of flights that have a plan and are not cancelled.</param>
/// <param name="Items">The items behind the deliveries.</param>
public sealed record StationSupply(
    StationStock Stock, Consumable? Consumable, ImmutableArray<StockAudit> Audits, ImmutableArray<Delivery> Deliveries,
    ImmutableArray<CargoItem> Items, ImmutableArray<CrewChange> Crew, StockCourse Course)
{
    /// <summary>Every stock of the book against the plan.</summary>
    public static ImmutableArray<StationSupply> All(SupplyBook book, FleetBook fleet, ImmutableArray<Flight> flights, ImmutableArray<CargoItem> cargo)
    {
        if (book.Stocks.IsEmpty) return [];
        var supplies = cargo.Where(i => i.Supplies is not null && i.GoesUp).ToLookup(i => i.Supplies!);
        var byStation = book.Stocks.Select(s => s.Station).Distinct().ToDictionary(s => s, s => FlightsTo(s, fleet, flights));
        return [.. book.Stocks.Select(stock => Of(stock, book, byStation[stock.Station], supplies))];
    }

    /// <summary>The course if some flights never arrived.</summary>
    /// <remarks>The crew stays as planned: what is asked is how long those on board can stay.</remarks>
    public StockCourse Without(params ReadOnlySpan<FlightId> lost)
    {
        ImmutableHashSet<FlightId> gone = [.. lost];
        return StockCourse.Of(Course.Planned, Stock.Residents, Audits, [.. Deliveries.Where(d => !gone.Contains(d.Flight))], Crew);
    }

    /// <summary>Flights that are still to deliver, in order, each once.</summary>
    public ImmutableArray<FlightId> Coming(Instant now) => [.. Deliveries.Where(d => d.At > now).Select(d => d.Flight).Distinct()];

    /// <summary>Until when the plan says something: past the last arrival or departure nothing is planned, and the stock must run down.</summary>
    public Instant PlannedUntil => Deliveries.Select(d => d.At).Concat(Crew.Select(c => c.At)).Concat(Audits.Select(a => a.At)).DefaultIfEmpty().Max();

    private static StationSupply Of(StationStock stock, SupplyBook book, ImmutableArray<Flight> flights, ILookup<string, CargoItem> supplies)
    {
        var consumable = book.Consumables.FirstOrDefault(c => c.Id == stock.Consumable);
        var audits = book.Audits.Where(a => a.Stock == stock.Id).OrderBy(a => a.At).ToImmutableArray();
        var byId = flights.ToDictionary(f => f.Id);
        var items = supplies[stock.Consumable].Where(i => byId.ContainsKey(i.Flight)).OrderBy(i => byId[i.Flight].Plan!.Arrival).ThenBy(i => i.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        ImmutableArray<Delivery> deliveries = [.. items.GroupBy(i => i.Flight).Select(g => new Delivery(byId[g.Key].Plan!.Arrival!.Value, g.Sum(i => i.Mass.Kilograms), g.Key))];
        var crew = flights.SelectMany(Changes).OrderBy(c => c.At).ThenBy(c => c.Flight.Value, StringComparer.Ordinal).ToImmutableArray();
        return new(stock, consumable, audits, deliveries, items, crew, StockCourse.Of(consumable?.KilogramsPerCrewDay ?? 0, stock.Residents, consumable is null ? [] : audits, deliveries, crew));
    }

    /// <summary>Flights that the plan brings to the station; where it says no port, as wished.</summary>
    private static ImmutableArray<Flight> FlightsTo(StationId station, FleetBook fleet, ImmutableArray<Flight> flights)
    {
        var ports = fleet.Stations.FirstOrDefault(s => s.Id == station)?.Ports.Select(p => p.Id).ToHashSet() ?? [];
        return [.. flights.Where(f => f is { Cancelled: null, Plan.Arrival: not null }
            && (f.Plan.Stays is [var first, ..] ? ports.Contains(first.Port) : f.Wish.Station == station))];
    }

    private static IEnumerable<CrewChange> Changes(Flight flight)
    {
        var (up, down) = (flight.Seats.Count(s => s.Legs.HasFlag(Legs.Up)), flight.Seats.Count(s => s.Legs.HasFlag(Legs.Down)));
        if (up > 0) yield return new(flight.Plan!.Arrival!.Value, up, flight.Id);
        if (down > 0 && flight.Plan!.Departure is { } leaves) yield return new(leaves, -down, flight.Id);
    }
}
