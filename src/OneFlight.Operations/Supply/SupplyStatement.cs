using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Supply;

/// <summary>How a stock stands, and the lowest it gets while the plan still brings something.</summary>
/// <param name="CoverDays">Now; null: not known.</param>
/// <param name="LowestDays">The lowest cover until the last planned delivery; null: not known.</param>
/// <param name="LowestIfLost">The same when the next delivery is lost; null: none is planned.</param>
public sealed record StockState(double? CoverDays, double? LowestDays, Instant? LowestAt, FlightId? Next, double? LowestIfLost, int? Reserve) : StateValue
{
    public override string Text
    {
        get
        {
            if (CoverDays is not { } now) return "not known: never counted, or nobody uses it";
            var text = string.Create(CultureInfo.InvariantCulture, $"{now:0.0} days of cover");
            if (LowestDays is { } least) text += string.Create(CultureInfo.InvariantCulture, $", lowest {least:0.0} on {TimeText.Instant(LowestAt!.Value)}");
            if (Next is { } next && LowestIfLost is { } lost) text += string.Create(CultureInfo.InvariantCulture, $", {lost:0.0} if {next} is lost");
            return Reserve is { } reserve ? text + $", reserve {reserve}" : text;
        }
    }
}

/// <summary>What a delivery finds and leaves.</summary>
public sealed record StockArrivalState(Instant At, double Before, double After, double? CoverBefore, double? CoverAfter) : StateValue
{
    public override string Text => string.Create(CultureInfo.InvariantCulture,
        $"{TimeText.Instant(At)}: {Before:0.0} kg and {Days(CoverBefore)} of cover before, {After:0.0} kg and {Days(CoverAfter)} after");

    private static string Days(double? days) => days is { } known ? known.ToString("0.0", CultureInfo.InvariantCulture) + " days" : "unknown days";
}

/// <summary>States stock levels and days of cover, what each delivery finds, and whether flights can rely on them.</summary>
public static class SupplyStatement
{
    private const string Holder = "logistics";

    public static void State(
        SupplyBook book, FleetBook fleet, ImmutableArray<Flight> flights, ImmutableArray<CargoItem> cargo, Instant now, StatementBuilder statement)
    {
        var all = StationSupply.All(book, fleet, flights, cargo);
        var names = fleet.Stations.ToDictionary(s => s.Id, s => s.Name);
        foreach (var supply in all) State(supply, names.GetValueOrDefault(supply.Stock.Station, supply.Stock.Station.Value), now, statement);
        foreach (var station in all.GroupBy(s => s.Stock.Station)) StateGates([.. station], names.GetValueOrDefault(station.Key, station.Key.Value), flights, statement);
    }

    private static void State(StationSupply supply, string station, Instant now, StatementBuilder statement)
    {
        var (stock, course) = (supply.Stock, supply.Course);
        var name = supply.Consumable?.Name ?? stock.Consumable;
        var until = supply.Deliveries.IsEmpty ? supply.PlannedUntil : supply.Deliveries[^1].At;
        var lowest = until > now ? course.Lowest(now, until) : null;
        var next = supply.Coming(now) is [var first, ..] ? first : (FlightId?)null;
        statement.State(stock.Thing, $"{name} on {station}", new StockState(
            Round(course.CoverDays(now)), Round(lowest?.Days), lowest?.At, next, next is { } lost ? Round(supply.Without(lost).Lowest(now, until)?.Days) : null, stock.Watch?.Days));
        statement.Link(stock.Station.Thing, stock.Thing, "keeps the stock");

        var movers = supply.Crew.Select(c => c.Flight).Concat(supply.Deliveries.Select(d => d.Flight)).Distinct().ToList();
        List<ThingId> things = [stock.Thing];
        foreach (var point in course.Points.Where(p => p is { Event: StockEvent.Delivery, Flight: not null }))
        {
            var thing = new ThingId(SupplyKinds.Arrival, $"{stock.Id}/{point.Flight}");
            var before = course.Lowest(point.At - Duration.Epsilon, point.At);
            statement.State(thing, $"{name} when {point.Flight} arrives", new StockArrivalState(point.At, Math.Round(point.Before, 3), Math.Round(point.After, 3), Round(before?.Days), Round(point.CoverDays)));
            things.Add(thing);
        }
        foreach (var flight in movers)
            foreach (var thing in things)
                statement.Link(flight.Thing, thing, supply.Deliveries.Any(d => d.Flight == flight) ? "brings supplies" : "brings and takes people who use it");
        foreach (var item in supply.Items)
            foreach (var thing in things)
                statement.Link(item.Id.Thing, thing, "is what is brought");
    }

    private static void StateGates(ImmutableArray<StationSupply> station, string stationName, ImmutableArray<Flight> flights, StatementBuilder statement)
    {
        var crewed = station.SelectMany(s => s.Crew.Select(c => c.Flight)).ToHashSet();
        foreach (var flight in flights.Where(f => crewed.Contains(f.Id)))
        {
            var gate = new ThingId(SupplyKinds.Gate, flight.Id.Value);
            var judged = station.Select(s => Judge(s, flight)).ToList();
            var light = GateState.Worst(judged.Select(j => j.Light));
            statement.State(gate, $"Supplies on {stationName} for {flight.Name}",
                new GateState(flight.Thing, Gate.FlightReadiness, light, judged.First(j => j.Light == light).Words, null, Holder));
            statement.Link(flight.Thing, gate, "its stay relies on the stock");
            foreach (var supply in station)
            {
                statement.Link(supply.Stock.Thing, gate, "is what its people live on");
                foreach (var brings in supply.Deliveries.Select(d => d.Flight).Distinct().Where(f => f != flight.Id)) statement.Link(brings.Thing, gate, "brings what its people live on");
                foreach (var other in supply.Crew.Select(c => c.Flight).Distinct().Where(f => f != flight.Id)) statement.Link(other.Thing, gate, "its people live on the same stock");
                foreach (var item in supply.Items) statement.Link(item.Id.Thing, gate, "is what its people live on");
            }
        }
    }

    /// <summary>Whether cover stays above the reserve while the flight's people are on board.</summary>
    public static (GateLight Light, string Words) Judge(StationSupply supply, Flight flight)
    {
        var name = supply.Consumable?.Name ?? supply.Stock.Consumable;
        if (flight.Plan is not { Arrival: { } arrival } plan) return (GateLight.Unknown, $"{name}: the flight has no planned arrival");
        if (supply.Course.Lowest(arrival, plan.Departure ?? arrival) is not { } lowest) return (GateLight.Unknown, $"{name}: not counted before it arrives");
        var words = string.Create(CultureInfo.InvariantCulture, $"{name} {lowest.Days:0.0} days of cover at the lowest, {TimeText.Instant(lowest.At)}");
        if (supply.Stock.Leave is { } leave && lowest.Days < leave.Days) return (GateLight.Red, $"{words}, below {leave.Days} days: {leave.Means}");
        if (supply.Stock.Watch is { } watch) return lowest.Days < watch.Days ? (GateLight.Amber, $"{words}, below {watch.Days} days: {watch.Means}") : (GateLight.Green, words);
        return (GateLight.Unknown, $"{words}; no reserve is set");
    }

    private static double? Round(double? days) => days is { } known ? Math.Round(known, 3) : null;
}
