using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Exchange;

/// <summary>A vehicle in free flight between two ports.</summary>
/// <param name="To">Port it goes to; null: the table does not say.</param>
internal sealed record IssTrafficMove(Instant Leaves, Instant Comes, PortId? To);

/// <summary>What the tables say of one flight, brought together.</summary>
/// <param name="Serial">Of the unit, without the number of its flight; null: not in the record.</param>
/// <param name="ArrivalPort">As the mission's own row says, whatever its stays say.</param>
/// <param name="Required">Ports it must have, by the table of requirements; empty: any.</param>
internal sealed record IssTrafficRecord(
    string Id, string Name, FlightKind Kind, VehicleType Type, string? Serial, string? Pad, string Operator, string Category,
    Instant Launch, bool LaunchKnown, Instant? Capture, Instant? Arrival, Instant? Unberth, Instant? Departure, Instant? End, string EndKind,
    string Interface, bool Berths, ImmutableArray<PortStay> Stays, ImmutableArray<IssTrafficMove> Moves, ImmutableArray<PortId> Required,
    PortId? ArrivalPort = null, PortId? DeparturePort = null)
{
    /// <summary>Capsules carry the number of their flight behind a point: C206.2 is the second flight of C206.</summary>
    public static string? UnitOf(string serial)
    {
        if (serial.Length == 0) return null;
        var point = serial.LastIndexOf('.');
        return point > 0 && char.IsDigit(serial[point - 1]) && point < serial.Length - 1 && serial[(point + 1)..].All(char.IsDigit) ? serial[..point] : serial;
    }

    /// <summary>The id of the unit: its serial in letters, digits, points and hyphens.</summary>
    public VehicleId Unit => new(Serial is null ? $"unit-of-{Id}" : Slug(Serial));

    /// <summary>Runs of other characters become one hyphen: "No. 742" gives No-742, "Baikonur 1/5" gives Baikonur-1-5.</summary>
    public static string Slug(string text) =>
        string.Join('-', text.Split([' ', '/', '.', ',', ';', ':', '(', ')', '=', '#'], StringSplitOptions.RemoveEmptyEntries));
}
