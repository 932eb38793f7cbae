using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

/// <summary>An item against the activity that needs it.</summary>
/// <param name="NeededAt">Start of that activity; null: the flight has no plan.</param>
public sealed record CargoState(FlightId Flight, bool LeftBehind, Instant Ready, Instant? NeededAt) : StateValue
{
    public override string Text => LeftBehind ? $"left behind by {Flight}"
        : NeededAt is not { } needed ? $"ready {TimeText.Instant(Ready)}, {Flight} has no plan"
        : Ready <= needed ? $"ready {TimeText.Instant(Ready)}, needed {TimeText.Instant(needed)}"
        : $"late: ready {TimeText.Instant(Ready)}, needed {TimeText.Instant(needed)}";
}

/// <summary>States cargo items, the lives of samples and the manifests of flights, and which activities wait for them.</summary>
public static class CargoStatement
{
    /// <param name="bags">The kinds of bags that items name.</param>
    public static void State(
        ImmutableArray<CargoItem> items, ImmutableArray<Flight> flights, FleetBook fleet, ImmutableArray<CargoBag> bags,
        ImmutableArray<HazardSegregation> segregation, StatementBuilder statement)
    {
        var byId = flights.ToDictionary(f => f.Id);
        var ofFlight = items.ToLookup(i => i.Flight);
        foreach (var item in items) State(item, byId.GetValueOrDefault(item.Flight), statement);
        foreach (var carried in ofFlight)
            if (byId.TryGetValue(carried.Key, out var flight))
                ManifestStatement.State(Manifest.Of(flight, TypeOf(flight, fleet), carried, bags, segregation), statement);
    }

    /// <summary>The type that a flight is planned with, before that the one it would like best; null: the fleet does not have it.</summary>
    public static VehicleType? TypeOf(Flight flight, FleetBook fleet)
    {
        VehicleTypeId? id = flight.Plan is { } plan ? plan.Flown?.Type ?? fleet.Vehicles.FirstOrDefault(v => v.Id == plan.Vehicle)?.Type
            : flight.Wish.VehicleTypes is [var first, ..] ? first : null;
        return fleet.Types.FirstOrDefault(t => t.Id == id);
    }

    private static void State(CargoItem item, Flight? flight, StatementBuilder statement)
    {
        var needed = item.NeededBy.On(item.Flight);
        Instant? at = flight?.Plan?.Activities.FirstOrDefault(a => a.Id == item.NeededBy)?.Start;
        statement.State(item.Id.Thing, item.Name, new CargoState(item.Flight, item.LeftBehind, item.Ready, at));
        statement.Link(item.Id.Thing, needed, "cannot start without the item");
        statement.Link(needed, item.Id.Thing, "is when the item is needed");
        statement.Link(item.Flight.Thing, item.Id.Thing, "carries the item");
        if (item.Mission is { } mission) statement.Link(item.Id.Thing, mission.Thing, "flies for the mission");
        if (item.Life is { } life) StateLife(item, life, flight, statement);
    }

    private static void StateLife(CargoItem item, SampleLife life, Flight? flight, StatementBuilder statement)
    {
        var thing = new ThingId(CargoKinds.SampleLife, item.Id.Value);
        var state = new SampleLifeState(life.Ends, life.Needed(item, flight?.Cancelled is null ? flight?.Plan : null), life.Until, item.LeftBehind);
        statement.State(thing, $"Life of {item.Name}", state);
        statement.Link(item.Flight.Thing, thing, life.Until == LifeEnd.Used ? "its arrival decides whether the sample is still good" : "its landing decides whether the sample is still good");
        statement.Link(item.Id.Thing, thing, "is the sample");
        if (item.Mission is { } mission) statement.Link(thing, mission.Thing, "is what the mission waits for");
        if (flight is null or { Cancelled: not null }) return;
        var gate = new ThingId(CargoKinds.Gate, $"{item.Flight}/life/{item.Id}");
        statement.State(gate, $"Life of {item.Name}", new GateState(item.Flight.Thing, Gate.FlightReadiness, state.Light, state.Text, life.Ends, "logistics"));
        statement.Link(thing, gate, "has to last");
    }
}
