using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Flights;

/// <summary>What is wanted of a flight, as far as a change can alter it.</summary>
public sealed record WishState(FlightWish Wish) : StateValue
{
    public override string Text => $"wanted {TimeText.Instant(Wish.Launch)}";

    public bool Equals(WishState? other) => other is not null && (ReferenceEquals(Wish, other.Wish) || Same(Wish, other.Wish));

    public override int GetHashCode() => Wish.Launch.GetHashCode();

    private static bool Same(FlightWish a, FlightWish b) =>
        a.Launch == b.Launch && a.Earliest == b.Earliest && a.Latest == b.Latest && a.Stay == b.Stay && a.TransitUp == b.TransitUp
        && a.TransitDown == b.TransitDown && a.Station == b.Station && a.Pins == b.Pins && a.VehicleTypes.SequenceEqual(b.VehicleTypes)
        && a.Vehicles.SequenceEqual(b.Vehicles) && a.Pads.SequenceEqual(b.Pads) && a.Ports.SequenceEqual(b.Ports);
}

/// <summary>Where a flight stands.</summary>
/// <param name="Ports">Its ports in their order, "A, then B"; empty: none.</param>
public sealed record FlightState(string Status, Instant? Launch, Instant? Arrival, Instant? Departure, Instant? End, VehicleId? Vehicle, PadId? Pad, string Ports) : StateValue
{
    public override string Text => Launch is { } launch ? $"{Status}, launch {TimeText.Instant(launch)}, {Vehicle} from {(Pad is { } pad ? pad.Value : "no pad")}{(Ports.Length == 0 ? "" : $" to {Ports}")}" : Status;
}

/// <summary>One time at one port.</summary>
public sealed record StayState(PortId Port, Instant From, Instant? To) : StateValue
{
    public override string Text => $"{Port}, {TimeText.Span(From, To)}";
}

/// <summary>An activity in its place.</summary>
public sealed record ActivityState(Instant Start, Instant End) : StateValue
{
    public override string Text => TimeText.Span(Start, End);
}

/// <summary>Who holds a thing and when, and when it is not to be had. Two are equal when all holdings and outages are.</summary>
public sealed record HoldingsState(ImmutableArray<Holding> Holdings, ImmutableArray<Outage> Outages, string Summary) : StateValue
{
    public override string Text => Summary;

    public bool Equals(HoldingsState? other) =>
        other is not null && Holdings.SequenceEqual(other.Holdings) && Outages.SequenceEqual(other.Outages);

    public override int GetHashCode() => HashCode.Combine(Holdings.Length, Outages.Length);
}

/// <param name="By">The flight or activity that holds it.</param>
public readonly record struct Holding(ThingId By, Instant From, Instant? To) : IComparable<Holding>
{
    public int CompareTo(Holding other) => From.CompareTo(other.From) is not 0 and var byStart ? byStart : By.CompareTo(other.By);
}
