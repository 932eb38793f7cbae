using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Flights;

public readonly record struct FlightId(string Value) { public override string ToString() => Value; public ThingId Thing => new(FlightKinds.Flight, Value); }

/// <summary>Id of an activity within its flight's template, such as <c>R-QUAR</c>.</summary>
public readonly record struct ActivityId(string Value)
{
    public override string ToString() => Value;

    /// <summary>The thing: an activity of a flight is named <c>activity:FLIGHT/ID</c>.</summary>
    public ThingId On(FlightId flight) => new(FlightKinds.Activity, $"{flight}/{Value}");

    /// <summary>The part after the template's prefix, the same in every template: <c>QUAR</c>.</summary>
    public string Stem => Value[(Value.IndexOf('-') + 1)..];
}

public static class FlightKinds
{
    public const string Flight = "flight", Activity = "activity", Stay = "stay", Wish = "wish", Seat = "seat", Template = "template";
}

public enum FlightKind { CrewRotation, PrivateMission, FreeFlyer, Cargo, Test, Module }

/// <summary>One flight: what is wanted of it, who sits in it, and where it stands in the plan.</summary>
/// <param name="Template">Which mission template its activities come from; null: none.</param>
/// <param name="Plan">Null: not planned, or cancelled.</param>
public sealed record Flight(
    FlightId Id, string Name, FlightKind Kind, string? Template, FlightWish Wish,
    ImmutableArray<Seat> Seats, FlightPlan? Plan, Cancellation? Cancelled = null)
{
    /// <summary>Activities beyond those of its template, such as training sessions; the planner places them as it does the template's.</summary>
    public ImmutableArray<ActivityTemplate> OwnActivities { get => field.IsDefault ? [] : field; init; } = [];

    public ThingId Thing => Id.Thing;
}

/// <summary>When and why a flight was taken out.</summary>
public sealed record Cancellation(Instant At, string Why);

/// <summary>What is wanted: the planner meets it or says what stands in the way.</summary>
/// <param name="Launch">The wanted liftoff.</param>
/// <param name="Earliest">No liftoff before; null: the wanted liftoff may be brought forward freely.</param>
/// <param name="Latest">No liftoff after; null: open.</param>
/// <param name="Stay">Docked time, or free-flight time from liftoff when there is no station; null: for good.</param>
/// <param name="TransitUp">Liftoff to arrival at the port.</param>
/// <param name="TransitDown">Departure from the port to the end of flight.</param>
/// <param name="Station">Null: a free flight.</param>
/// <param name="VehicleTypes">Types that would do, the preferred one first.</param>
/// <param name="Vehicles">Units that would do; empty: any of the types.</param>
/// <param name="Pads">Empty: any that serves the type.</param>
/// <param name="Ports">Empty: any that fits the type.</param>
/// <param name="Pins">What a person has fixed; null: nothing.</param>
public sealed record FlightWish(
    Instant Launch, Instant? Earliest, Instant? Latest, Duration? Stay, Duration TransitUp, Duration TransitDown,
    StationId? Station, ImmutableArray<VehicleTypeId> VehicleTypes, ImmutableArray<VehicleId> Vehicles,
    ImmutableArray<PadId> Pads, ImmutableArray<PortId> Ports, Pins? Pins = null);

/// <summary>What a person has fixed and the planner may not change.</summary>
public sealed record Pins(bool Launch, bool Vehicle, bool Pad, bool Ports, string Why);

/// <summary>Which way a seat is used.</summary>
[Flags]
public enum Legs { Up = 1, Down = 2, Both = Up | Down }

/// <param name="Number">Counted from one within the flight.</param>
/// <param name="Person">Null: not filled.</param>
/// <param name="Legs">Which way the person rides; crews may swap vehicles.</param>
/// <param name="Backup">Who steps in.</param>
public sealed record Seat(int Number, string Role, PersonId? Person, Legs Legs, PersonId? Backup = null)
{
    public ThingId On(FlightId flight) => new(FlightKinds.Seat, $"{flight}/{Number}");
}

/// <summary>Where a flight stands in a plan. All times are instants in UTC.</summary>
/// <param name="Arrival">First attachment to a port; null: a free flight, or it never arrived.</param>
/// <param name="Departure">Leaves the station; null: none or for good.</param>
/// <param name="End">Landing, splashdown or re-entry; null: for good.</param>
/// <param name="Stays">In time order.</param>
/// <param name="Why">What binds each choice.</param>
public sealed record FlightPlan(
    Instant Launch, Instant? Arrival, Instant? Departure, Instant? End, VehicleId Vehicle, PadId? Pad,
    ImmutableArray<PortStay> Stays, ImmutableArray<PlannedActivity> Activities, ImmutableArray<Binding> Why, AsFlown? Flown = null);

/// <summary>What a record says of a flown flight beside its plan, kept as it is said even where it contradicts the fleet.</summary>
/// <param name="Type">The type it flew as; null: as the unit's own.</param>
/// <param name="Interface">What it docked or berthed with; null: as its type.</param>
/// <param name="Capture">Taken by the station's arm, before it is attached; null: it docked by itself, or not known.</param>
/// <param name="Unberth">Taken off the port by the arm, before its release at departure; null: it undocked by itself, or not known.</param>
/// <param name="ArrivalPort">Where it is said to have arrived, where that is not its first stay; null: as its stays.</param>
/// <param name="DeparturePort">Where it is said to have left from, where that is not its last stay; null: as its stays.</param>
/// <param name="LaunchKnown">False: it launched before the record begins, and the launch stands at its first known attachment.</param>
public sealed record AsFlown(
    VehicleTypeId? Type = null, string? Interface = null, Instant? Capture = null, Instant? Unberth = null, bool LaunchKnown = true,
    PortId? ArrivalPort = null, PortId? DeparturePort = null);

/// <summary>One continuous time at one port.</summary>
/// <param name="To">Null: for good, or past what is known.</param>
/// <param name="Interface">What the record says it was attached with, where that differs from its type; null: as its type.</param>
public sealed record PortStay(PortId Port, Instant From, Instant? To, string? Interface = null);

/// <summary>Why a choice stands as it does.</summary>
/// <param name="Choice">One of <c>launch</c>, <c>vehicle</c>, <c>pad</c>, <c>port</c>, <c>move</c>, or <c>activity:ID</c>.</param>
/// <param name="Cause">The thing that binds: a wish, a flight, a port; null: a rule alone.</param>
/// <param name="Text">For people: "pad LC-2 is held by ARGO-12 until 14 Mar 08:00".</param>
public sealed record Binding(string Choice, ThingId? Cause, string Text);

/// <summary>How far an activity is; what has begun is not planned anew.</summary>
public enum ActivityStatus { Planned, Begun, Done }

/// <summary>An activity placed in time; half-open, from its start to its end.</summary>
public sealed record PlannedActivity(ActivityId Id, Instant Start, Instant End, ActivityStatus Status);
