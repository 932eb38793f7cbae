using System.Globalization;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Campaigns.Changes;

/// <summary>Changes as short texts, the same on the command line and in the address of a page:
/// <c>slip=F-07=+9d</c>, <c>out=pad:LC-1=2027-03-01..2027-03-20</c>, <c>unfit=P-12</c>, <c>late=CARGO-3=2027-03-05</c>, <c>cancel=F-09</c>, <c>seat=F-07/1=P-12</c>.</summary>
/// <remarks>A flight that is added has too much to say for a line of text: it comes as a file.
/// Ids are taken as they stand; whether the campaign has them is for whoever applies the change.</remarks>
public static class ChangeText
{
    public const string SlipKey = "slip", OutKey = "out", UnfitKey = "unfit", LateKey = "late", CancelKey = "cancel", SeatKey = "seat";

    /// <summary>What the command line calls <see cref="OutKey"/>.</summary>
    public const string OutFlag = "out-of-service";

    private const string Span = "FROM..TO, such as 2027-03-01..2027-03-20, or 2027-03-01.. until further notice";
    private static readonly string[] outKinds = [FleetKinds.Vehicle, FleetKinds.Pad, FleetKinds.Port];

    /// <summary>Reads a change.</summary>
    /// <param name="flag">One of the keys of this class, with or without leading dashes.</param>
    public static Result<Change> Parse(string flag, string value) => flag.TrimStart('-') switch
    {
        SlipKey => ParseSlip(value),
        OutKey or OutFlag => ParseOut(value),
        UnfitKey => ParseUnfit(value),
        LateKey => ParseLate(value),
        CancelKey => value.Trim() is { Length: > 0 } id ? new CancelFlight(new(id)) : Refused(CancelKey, value, "a flight's id"),
        SeatKey => ParseSeat(value),
        _ => new Problem("unknown-change", Place.Of(flag), $"'{flag}'", "one of slip, out, unfit, late, cancel, seat"),
    };

    /// <summary>Writes a change as key and value, so that <see cref="Parse"/> gives an equal one.</summary>
    /// <exception cref="ArgumentException">The change adds a flight.</exception>
    public static (string Key, string Value) Text(Change change) => change switch
    {
        Slip { By: { } by } slip => (SlipKey, $"{slip.Flight}={ChangeTimes.Text(by)}"),
        Slip { To: { } to } slip => (SlipKey, $"{slip.Flight}={ChangeTimes.Text(to)}"),
        OutOfService service => (OutKey, $"{service.Thing}={ChangeTimes.Text(service.From, service.To)}"),
        NotFit { From: null, To: null } unfit when !unfit.Person.Value.Contains('=') => (UnfitKey, unfit.Person.Value),
        NotFit unfit => (UnfitKey, $"{unfit.Person}={ChangeTimes.Text(unfit.From, unfit.To)}"),
        CargoLate late => (LateKey, $"{late.Item}={ChangeTimes.Text(late.Ready)}"),
        CancelFlight cancel => (CancelKey, cancel.Flight.Value),
        GiveSeat give => (SeatKey, $"{give.Flight}/{give.Seat.ToString(CultureInfo.InvariantCulture)}={give.Person}"),
        _ => throw new ArgumentException($"{change.GetType().Name} has no short text.", nameof(change)),
    };

    private static Result<Change> ParseSlip(string value)
    {
        const string expected = "FLIGHT=+9d, FLIGHT=-36h or FLIGHT=2027-03-21";
        if (Split(value) is not var (flight, when)) return Refused(SlipKey, value, expected);
        if (ChangeTimes.Shift(when) is { } by) return new Slip(new FlightId(flight), by, null);
        if (ChangeTimes.Moment(when) is { } to) return new Slip(new FlightId(flight), null, to);
        return Refused(SlipKey, value, expected);
    }

    private static Result<Change> ParseOut(string value)
    {
        if (Split(value) is not var (thing, when)) return Refused(OutKey, value, "KIND:ID=" + Span);
        if (ThingId.Parse(thing) is not { Id.Length: > 0 } id || !outKinds.Contains(id.Kind)) return Refused(OutKey, value, "vehicle:ID, pad:ID or port:ID before the =");
        if (ChangeTimes.Span(when) is not { From: { } from } span) return Refused(OutKey, value, "KIND:ID=" + Span);
        if (from > span.To) return Refused(OutKey, value, "a FROM that is not after TO");
        return new OutOfService(id, from, span.To);
    }

    private static Result<Change> ParseUnfit(string value)
    {
        var (person, when) = Split(value) ?? (value.Trim(), "..");
        if (person.Length == 0 || ChangeTimes.Span(when) is not { } span) return Refused(UnfitKey, value, "PERSON or PERSON=" + Span);
        if (span.From > span.To) return Refused(UnfitKey, value, "a FROM that is not after TO");
        return new NotFit(new PersonId(person), span.From, span.To);
    }

    private static Result<Change> ParseLate(string value) =>
        Split(value) is var (item, when) && ChangeTimes.Moment(when) is { } ready
            ? new CargoLate(new CargoItemId(item), ready)
            : Refused(LateKey, value, "ITEM=DATE, such as CARGO-3=2027-03-05");

    // The person's id comes last and may hold what it likes; the seat's number stands between the last slash before an equals sign and that sign.
    private static Result<Change> ParseSeat(string value)
    {
        for (var at = value.IndexOf('='); at > 0; at = value.IndexOf('=', at + 1))
            if (value.LastIndexOf('/', at) is > 0 and var slash && int.TryParse(value.AsSpan(slash + 1, at - slash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seat)
                && value[(at + 1)..].Trim() is { Length: > 0 } person)
                return new GiveSeat(new(value[..slash].Trim()), seat, new(person));
        return Refused(SeatKey, value, "FLIGHT/SEAT=PERSON, such as F-07/1=P-12");
    }

    // Ids may hold an equals sign, times never do.
    private static (string Id, string When)? Split(string value) =>
        value.LastIndexOf('=') is > 0 and var at && value[..at].Trim() is { Length: > 0 } id ? (id, value[(at + 1)..].Trim()) : null;

    private static Result<Change> Refused(string flag, string value, string expected) => new Problem("wrong-change", Place.Of(flag), $"'{value}'", expected);
}
