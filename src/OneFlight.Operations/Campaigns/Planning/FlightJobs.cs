using System.Collections.Immutable;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Kinds of need of a flight; persons are counted on from <see cref="Person"/>.</summary>
internal enum NeedKind { Vehicle, Pad, Port, Person }

/// <summary>What bars a resource that would do.</summary>
internal enum Restriction { WishVehicles, WishPads, WishPorts, PinVehicle, PinPad, PinPorts, StayOnVehicle, StayOnPad, StayOnPorts, Fit, Serves }

/// <summary>In which times a flight may lift off, and what it may not give up.</summary>
/// <param name="Floor">Not before, whatever is given up.</param>
/// <param name="MaySwap">May take another unit, pad or port than in its plan.</param>
internal sealed record LaunchRange(long Floor, long Earliest, long Latest, long Preferred, bool MaySwap);

/// <summary>Translates flights into jobs and plans into footprints.</summary>
internal sealed class FlightJobs(PlanningFacts index)
{
    /// <summary>Another type of vehicle than the preferred one is taken only when that saves more than this.</summary>
    private const long OtherTypeCost = Clockwork.Day;

    /// <summary>What a standing plan takes, as it stands.</summary>
    public Footprint Footprint(Flight flight, FlightPlan plan)
    {
        var times = FlightTimes.Of(plan);
        var holds = ImmutableArray.CreateBuilder<Hold>();
        var events = ImmutableArray.CreateBuilder<SpacedEvent>();
        if (index.Number(plan.Vehicle.Thing) is { } unit)
        {
            var type = index.Vehicles.GetValueOrDefault(plan.Vehicle) is { } vehicle ? index.Types.GetValueOrDefault(vehicle.Type) : null;
            // Where only the landing is not known, the unit is away at least until its departure.
            holds.Add(new(unit, times.Launch, times.End < Horizon.Never ? times.End : times.Departure, Rest(type)));
        }

        if (plan.Pad is { } id && index.Pads.TryGetValue(id, out var pad) && index.Number(id.Thing) is { } number)
        {
            holds.Add(new(number, times.Launch - pad.Before.Ticks(), times.Launch + pad.After.Ticks(), 0));
        }

        foreach (var stay in plan.Stays)
        {
            if (index.Number(stay.Port.Thing) is not { } port) continue;
            var station = index.StationOf[stay.Port];
            holds.Add(new(port, stay.From.Ticks(), stay.To.Ticks(), index.Campaign.Fleet.Stations[station].Traffic.SamePort.Ticks()));
            events.Add(new(station, stay.From.Ticks()));
            if (stay.To is { } to) events.Add(new(station, to.Ticks()));
        }

        // A record may give the arrival and departure apart from the stays: nobody may come close to either.
        if (plan.Stays is [var first, ..] && index.StationOf.TryGetValue(first.Port, out var group))
        {
            if (plan.Arrival is { } arrival && arrival != first.From) events.Add(new(group, arrival.Ticks()));
            if (plan.Departure is { } departure && departure != plan.Stays[^1].To && plan.Flown?.Unberth is null) events.Add(new(group, departure.Ticks()));
        }

        holds.AddRange(Persons(flight, times, 0).Select(p => p.At(0)));
        return new(holds.ToImmutable(), events.ToImmutable(), []);
    }

    /// <summary>True when unit, pad and ports are still what the wish and the fleet allow.</summary>
    public bool StillFits(Flight flight, FlightPlan plan)
    {
        var wish = flight.Wish;
        if (!index.Vehicles.TryGetValue(plan.Vehicle, out var vehicle)) return false;
        if (!wish.Vehicles.IsEmpty && !wish.Vehicles.Contains(plan.Vehicle)) return false;
        if (wish.Vehicles.IsEmpty && !wish.VehicleTypes.IsEmpty && !wish.VehicleTypes.Contains(vehicle.Type)) return false;
        if (wish.Earliest is { } earliest && plan.Launch < earliest) return false;
        if (plan.Pad is { } pad && (!index.Pads.TryGetValue(pad, out var known) || !index.Serves(known, vehicle.Type) ||
            (!wish.Pads.IsEmpty && !wish.Pads.Contains(pad)))) return false;
        return plan.Stays.All(s => index.Ports.TryGetValue(s.Port, out var port) && index.Fits(port, vehicle.Type) &&
            (wish.Ports.IsEmpty || wish.Ports.Contains(s.Port) || plan.Stays.Length > 1));
    }

    /// <summary>The flight as a job: a mode for each type of vehicle that would do.</summary>
    public Job Job(int id, Flight flight, LaunchRange range, ImmutableArray<Load> loads)
    {
        var modes = TypesFor(flight).Select((type, i) => Mode(flight, type, range.MaySwap, loads, OtherTypeCost * i));
        return new(id, range.Earliest, range.Latest, range.Preferred, [.. modes], Math.Min(range.Floor, range.Earliest));
    }

    private IEnumerable<VehicleTypeId> TypesFor(Flight flight)
    {
        var wish = flight.Wish;
        var types = !wish.VehicleTypes.IsEmpty ? wish.VehicleTypes
            : [.. wish.Vehicles.Select(v => index.Vehicles.GetValueOrDefault(v)).OfType<Vehicle>().Select(v => v.Type)];
        if (flight.Plan is { } plan && index.Vehicles.TryGetValue(plan.Vehicle, out var unit) && types.Contains(unit.Type)) types = types.Insert(0, unit.Type);
        return types.Distinct();
    }

    private Mode Mode(Flight flight, VehicleTypeId type, bool maySwap, ImmutableArray<Load> loads, long cost)
    {
        var times = FlightTimes.Of(flight.Wish, 0);
        var needs = ImmutableArray.CreateBuilder<Need>();
        needs.Add(VehicleNeed(flight, type, times, maySwap));
        if (PadNeed(flight, type, maySwap) is { } pad) needs.Add(pad);
        var events = ImmutableArray<SpacedEvent>.Empty;
        if (flight.Wish.Station is { } id && index.Stations.TryGetValue(id, out var station))
        {
            needs.Add(PortNeed(flight, type, station, times, maySwap));
            var group = index.Campaign.Fleet.Stations.IndexOf(station);
            events = [new(group, times.Arrival)];
            if (times.Departure < Horizon.Never) events = events.Add(new(group, times.Departure));
        }

        needs.AddRange(Persons(flight, times, 1).Select((p, i) => new Need((int)NeedKind.Person + i, [p], [])));
        return new(needs.ToImmutable(), events, loads, cost);
    }

    private Need VehicleNeed(Flight flight, VehicleTypeId type, FlightTimes times, bool maySwap)
    {
        var (wish, now) = (flight.Wish, flight.Plan?.Vehicle);
        var rest = Rest(index.Types.GetValueOrDefault(type));
        return Need(NeedKind.Vehicle, index.UnitsOf[type].Select(unit => (
            new Choice(index.Number(unit.Id.Thing)!.Value, 0, times.End, rest, unit.Id == now ? 0 : 1),
            Bars(
                (wish.Pins is { Vehicle: true } && now is not null && unit.Id != now, Restriction.PinVehicle),
                (!maySwap && now is not null && unit.Id != now, Restriction.StayOnVehicle),
                (!wish.Vehicles.IsEmpty && !wish.Vehicles.Contains(unit.Id), Restriction.WishVehicles)))));
    }

    private Need? PadNeed(Flight flight, VehicleTypeId type, bool maySwap)
    {
        var (wish, now) = (flight.Wish, flight.Plan?.Pad);
        // A fleet that names no pad for a type, such as the record of a station's traffic, leaves the pad open.
        if (wish.Pads.IsEmpty && !index.Campaign.Fleet.Pads.Any(p => index.Serves(p, type))) return null;
        return Need(NeedKind.Pad, index.Campaign.Fleet.Pads.Select(pad => (
            new Choice(index.Number(pad.Id.Thing)!.Value, -pad.Before.Ticks(), pad.After.Ticks(), 0, Cost(pad.Id, now, wish.Pads, pad.Serves.Length)),
            Bars(
                (!index.Serves(pad, type), Restriction.Serves),
                (wish.Pins is { Pad: true } && now is not null && pad.Id != now, Restriction.PinPad),
                (!maySwap && now is not null && pad.Id != now, Restriction.StayOnPad),
                (!wish.Pads.IsEmpty && !wish.Pads.Contains(pad.Id), Restriction.WishPads)))));
    }

    private Need PortNeed(Flight flight, VehicleTypeId type, Station station, FlightTimes times, bool maySwap)
    {
        var wish = flight.Wish;
        PortId? now = flight.Plan is { Stays: [var first, ..] } ? first.Port : null;
        return Need(NeedKind.Port, station.Ports.Select(port => (
            new Choice(index.Number(port.Id.Thing)!.Value, times.Arrival, times.Departure, station.Traffic.SamePort.Ticks(),
                Cost(port.Id, now, wish.Ports, port.Compatible.Length)),
            Bars(
                (!index.Fits(port, type), Restriction.Fit),
                (wish.Pins is { Ports: true } && now is not null && port.Id != now, Restriction.PinPorts),
                (!maySwap && now is not null && port.Id != now, Restriction.StayOnPorts),
                (!wish.Ports.IsEmpty && !wish.Ports.Contains(port.Id), Restriction.WishPorts)))));
    }

    private IEnumerable<Choice> Persons(Flight flight, FlightTimes times, int cost)
    {
        foreach (var seat in flight.Seats)
        {
            if (seat.Person is not { } person || index.Number(person.Thing) is not { } number) continue;
            // Who rides one way only sits in the vehicle on that way only: crews may swap vehicles at a station.
            var (from, to) = seat.Legs switch
            {
                Legs.Up when times.Arrival < Horizon.Never => (times.Launch, times.Arrival),
                Legs.Down when times.Departure < Horizon.Never => (times.Departure, times.End),
                _ => (times.Launch, times.End),
            };
            yield return new(number, from, to, 0, cost);
        }
    }

    /// <summary>The unit rests for the turnaround of its type; one that is not reusable rests for good.</summary>
    private static long Rest(VehicleType? type) => type is { Reusable: false } ? Horizon.Never : type?.Turnaround?.Ticks() ?? 0;

    /// <summary>Where it stands first, then as wished, then what serves the fewest types, so that what serves many stays free.</summary>
    private static int Cost<T>(T id, T? now, ImmutableArray<T> wished, int serves) where T : struct, IEquatable<T> =>
        now is { } standing && id.Equals(standing) ? 0 : 1 + (wished.IsEmpty ? serves : wished.IndexOf(id));

    private static Need Need(NeedKind kind, IEnumerable<(Choice Choice, ImmutableArray<Restriction> Bars)> candidates)
    {
        var all = candidates.ToList();
        return new(
            (int)kind,
            [.. all.Where(c => c.Bars.IsEmpty).Select(c => c.Choice)],
            // What two restrictions bar would not be had by giving up one.
            [.. all.Where(c => c.Bars.Length == 1).Select(c => new BarredChoice(c.Choice, (int)c.Bars[0]))]);
    }

    private static ImmutableArray<Restriction> Bars(params ReadOnlySpan<(bool Barred, Restriction By)> rules)
    {
        var bars = ImmutableArray.CreateBuilder<Restriction>();
        foreach (var rule in rules) if (rule.Barred) bars.Add(rule.By);
        return bars.ToImmutable();
    }
}
