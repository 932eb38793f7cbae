using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Exchange;

/// <summary>Makes flights, units and pads of the records.</summary>
internal static class IssTrafficFlights
{
    /// <summary>How long a liftoff keeps its pad, to either side. The record does not tell; half a day only keeps two liftoffs apart.</summary>
    private static readonly Duration PadHold = Duration.FromHours(12);

    public static Flight Flight(IssTrafficRecord record, IssTrafficCrews crews, IReadOnlyDictionary<VehicleId, Vehicle> units, Instant? now) => new(
        new(record.Id), record.Name, record.Kind, IssTrafficTemplates.IdOf(record), Wish(record), Seats(crews.Of(record.Id)),
        new(record.Launch, record.Arrival, record.Departure, record.End, record.Unit, PadOf(record), record.Stays,
            IssTrafficTemplates.Flown(record, now), [Reason(record)], Beside(record, units[record.Unit])));

    /// <summary>One unit for each serial; its type is the one it flew as most often, the first of them where that is even.</summary>
    public static ImmutableArray<Vehicle> Units(IEnumerable<IssTrafficRecord> records) =>
        [.. records.GroupBy(r => r.Unit).Select(Unit).OrderBy(v => v.Id.Value, StringComparer.Ordinal)];

    private static Vehicle Unit(IGrouping<VehicleId, IssTrafficRecord> flights)
    {
        var type = flights.GroupBy(f => f.Type.Id).MaxBy(g => g.Count())!.First().Type;
        var serial = flights.First().Serial;
        return new(flights.Key, serial is null ? $"{type.Name}, serial not in the record" : $"{type.Name} {serial}", type.Id, []);
    }

    public static ImmutableArray<Pad> Pads(IEnumerable<IssTrafficRecord> records) =>
    [
        .. records.Where(r => r.Pad is not null).GroupBy(r => PadOf(r)!.Value).OrderBy(g => g.Key.Value, StringComparer.Ordinal)
            .Select(g => new Pad(g.Key, g.First().Pad!, [.. g.Select(r => r.Type.Id).Distinct().OrderBy(t => t.Value, StringComparer.Ordinal)], PadHold, PadHold, [])),
    ];

    private static PadId? PadOf(IssTrafficRecord record) => record.Pad is null ? null : new PadId(IssTrafficRecord.Slug(record.Pad));

    private static FlightWish Wish(IssTrafficRecord record)
    {
        // Of a berthed vehicle the stay ends when the arm takes it off its port; its release afterwards is part of the way down.
        var leaves = record.Stays is [.., var last] ? last.To : record.Departure;
        var docked = record.Stays.Length > 0 || record.Arrival is not null;
        var from = docked ? (record.Stays is [var first, ..] ? first.From : record.Arrival!.Value) : record.Launch;
        var stay = docked ? leaves - from : record.End - from;
        return new(
            record.Launch, null, null, stay is { } length ? Wished(length) : null, docked ? Wished(from - record.Launch) : Duration.Zero,
            docked && leaves is { } undocked && record.End is { } end ? Wished(end - undocked) : Duration.Zero,
            docked ? new StationId(IssTrafficReference.Station) : null, [record.Type.Id], record.Serial is null ? [] : [record.Unit],
            PadOf(record) is { } pad ? [pad] : [], record.Required);
    }

    /// <summary>Reversed times are kept in the plan, where they are judged; nobody wished for them.</summary>
    private static Duration Wished(Duration flown) => Duration.Max(flown, Duration.Zero);

    private static AsFlown? Beside(IssTrafficRecord record, Vehicle unit)
    {
        var flown = new AsFlown(
            unit.Type == record.Type.Id ? null : record.Type.Id,
            record.Interface.Length > 0 && record.Interface != record.Type.Interface ? record.Interface : null,
            record.Capture, record.Unberth, record.LaunchKnown,
            record.Stays is [var first, ..] && record.ArrivalPort != first.Port ? record.ArrivalPort : null,
            record.Stays is [.., var last] && record.DeparturePort != last.Port ? record.DeparturePort : null);
        return flown == new AsFlown() ? null : flown;
    }

    private static Binding Reason(IssTrafficRecord record) => record.LaunchKnown
        ? new("launch", null, "as flown")
        : new("launch", null, "launched before the record begins: it stands here from its docking, its liftoff is not known");

    /// <summary>A seat for each person, in the order of the table; a person who rides both ways has one.</summary>
    private static ImmutableArray<Seat> Seats(IReadOnlyList<IssTrafficRide> rides)
    {
        var seats = ImmutableArray.CreateBuilder<Seat>();
        foreach (var ride in rides)
        {
            var at = -1;
            for (var i = 0; i < seats.Count && at < 0; i++)
                if (seats[i].Person == ride.Person && !seats[i].Legs.HasFlag(ride.Leg)) at = i;
            if (at >= 0) seats[at] = seats[at] with { Legs = seats[at].Legs | ride.Leg };
            else seats.Add(new(seats.Count + 1, ride.Participant ? "participant" : "crew member", ride.Person, ride.Leg));
        }
        return seats.ToImmutable();
    }
}
