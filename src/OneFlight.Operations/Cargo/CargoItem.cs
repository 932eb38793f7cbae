using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

public readonly record struct CargoItemId(string Value) { public override string ToString() => Value; public ThingId Thing => new(CargoKinds.Item, Value); }

public static class CargoKinds
{
    public const string Item = "cargo";
}

/// <summary>Something that flies up on a flight for a mission.</summary>
/// <param name="Ready">When it is delivered to us.</param>
/// <param name="NeededBy">The activity of its flight that cannot start without it, such as <c>C-STDLOAD</c>.</param>
/// <param name="LeftBehind">True: the flight goes without it.</param>
public sealed record CargoItem(
    CargoItemId Id, string Name, FlightId Flight, MissionId? Mission, Mass Mass, Instant Ready, ActivityId NeededBy, bool LeftBehind = false);
