using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Fleet;

public readonly record struct VehicleTypeId(string Value) { public override string ToString() => Value; }
public readonly record struct VehicleId(string Value) { public override string ToString() => Value; public ThingId Thing => new(FleetKinds.Vehicle, Value); }
public readonly record struct PadId(string Value) { public override string ToString() => Value; public ThingId Thing => new(FleetKinds.Pad, Value); }
public readonly record struct StationId(string Value) { public override string ToString() => Value; public ThingId Thing => new(FleetKinds.Station, Value); }

/// <summary>A port's id is unique in a campaign, over all stations.</summary>
public readonly record struct PortId(string Value) { public override string ToString() => Value; public ThingId Thing => new(FleetKinds.Port, Value); }
public readonly record struct ResourceId(string Value) { public override string ToString() => Value; public ThingId Thing => new(FleetKinds.Resource, Value); }

/// <summary>The kinds of <see cref="ThingId"/> that the fleet states.</summary>
public static class FleetKinds
{
    public const string Vehicle = "vehicle", Pad = "pad", Station = "station", Port = "port", Resource = "resource";
}

/// <summary>A time in which a unit, pad, port, resource or person is not to be had; an open end lasts until further notice.</summary>
/// <param name="Why">The reason in plain words, shown wherever the outage binds.</param>
public sealed record Outage(Instant From, Instant? To, string Why);

public enum VehicleRole { Crew, Cargo, Module }

/// <summary>A kind of spacecraft. An empty figure is not known, never zero.</summary>
/// <param name="Interface">What it docks or berths with: IDSS, CBM, SSVP, SSVP-M.</param>
/// <param name="Turnaround">Shortest time from a landing to the next launch of the same unit; null: not known, so units may not overlap but no rest is enforced.</param>
/// <param name="Reusable">False: a unit flies once.</param>
public sealed record VehicleType(
    VehicleTypeId Id, string Name, VehicleRole Role, string? Interface, bool Reusable,
    int? CrewMinimum = null, int? CrewNominal = null, int? CrewMaximum = null,
    Mass? UpCapacity = null, Mass? DownCapacity = null,
    Duration? FreeFlightEndurance = null, Duration? DockedEndurance = null,
    Duration? Turnaround = null, string? Confidence = null, string? Source = null)
{
    /// <summary>Room for cargo under pressure, m³; null: not known.</summary>
    public double? PressurizedVolumeM3 { get; init; }

    /// <summary>Room for cargo outside, m³; null: not known.</summary>
    public double? UnpressurizedVolumeM3 { get; init; }

    /// <summary>Places for powered cold boxes; null: not known.</summary>
    public int? ColdLockers { get; init; }
}

/// <summary>One spacecraft with its serial.</summary>
public sealed record Vehicle(VehicleId Id, string Name, VehicleTypeId Type, ImmutableArray<Outage> Outages);

/// <summary>A launch pad. It is held from <paramref name="Before"/> ahead of a liftoff until <paramref name="After"/> behind it.</summary>
public sealed record Pad(
    PadId Id, string Name, ImmutableArray<VehicleTypeId> Serves, Duration Before, Duration After,
    ImmutableArray<Outage> Outages, string? GrantedBy = null);

/// <summary>A place on a station where one vehicle can be attached at a time.</summary>
/// <param name="Interface">One or more interfaces, separated by commas.</param>
/// <param name="AvailableFrom">Null: since before the campaign.</param>
/// <param name="AvailableTo">Null: past its end.</param>
public sealed record Port(
    PortId Id, string Name, string Interface, ImmutableArray<VehicleTypeId> Compatible,
    Instant? AvailableFrom, Instant? AvailableTo, ImmutableArray<Outage> Outages);

/// <summary>The station's rules of approach and departure.</summary>
/// <param name="BetweenEvents">Shortest time between two arrivals or departures of different vehicles (hard).</param>
/// <param name="SamePort">Shortest time from leaving a port to the next arrival at it (hard).</param>
/// <param name="Handover">Wanted overlap of two crews (soft).</param>
/// <param name="Relocation">How long a vehicle is in free flight when it moves from port to port.</param>
public sealed record TrafficRules(Duration BetweenEvents, Duration SamePort, Duration Handover, Duration Relocation);

/// <param name="GrantedBy">Id of the organization that grants ports and traffic slots; null: our own.</param>
public sealed record Station(
    StationId Id, string Name, int? CrewNominal, int? CrewMaximum, TrafficRules Traffic, ImmutableArray<Port> Ports, string? GrantedBy = null);

/// <summary>Anything booked by the hour that several flights share: a simulator, a clean room, a team.</summary>
/// <param name="Capacity">How many bookings it carries at once.</param>
/// <param name="Calendar">Null: always open.</param>
public sealed record Resource(ResourceId Id, string Name, int Capacity, WorkCalendar? Calendar, ImmutableArray<Outage> Outages);

/// <summary>When a resource can begin work, in a named zone. An activity may run past closing; it is never stretched.</summary>
public sealed record WorkCalendar(string Zone, ImmutableArray<IsoDayOfWeek> Days, LocalTime Opens, LocalTime Closes, ImmutableArray<LocalDate> Holidays);

/// <summary>All that flies, and all that flights stand on.</summary>
public sealed record FleetBook(
    ImmutableArray<VehicleType> Types, ImmutableArray<Vehicle> Vehicles, ImmutableArray<Pad> Pads,
    ImmutableArray<Station> Stations, ImmutableArray<Resource> Resources);
