using System.Collections.Immutable;
using NodaTime;
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

/// <summary>States cargo items, and which activities wait for them.</summary>
public static class CargoStatement
{
    public static void State(ImmutableArray<CargoItem> items, ImmutableArray<Flight> flights, StatementBuilder statement)
    {
        var byId = flights.ToDictionary(f => f.Id);
        foreach (var item in items)
        {
            var needed = item.NeededBy.On(item.Flight);
            Instant? at = byId.GetValueOrDefault(item.Flight)?.Plan?.Activities.FirstOrDefault(a => a.Id == item.NeededBy)?.Start;
            statement.State(item.Id.Thing, item.Name, new CargoState(item.Flight, item.LeftBehind, item.Ready, at));
            statement.Link(item.Id.Thing, needed, "cannot start without the item");
            statement.Link(needed, item.Id.Thing, "is when the item is needed");
            statement.Link(item.Flight.Thing, item.Id.Thing, "carries the item");
            if (item.Mission is { } mission) statement.Link(item.Id.Thing, mission.Thing, "flies for the mission");
        }
    }
}
