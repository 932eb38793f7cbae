using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

public enum SeatFitness { Empty, NotQualified, Qualified }

/// <summary>Whether a seat counts at an instant, and why.</summary>
/// <param name="Until">When the holder stops being current; null: never by itself, or not known.</param>
public sealed record SeatStanding(ConsoleSeat Seat, PersonId? Holder, SeatFitness Fitness, Instant? Until, string Words);

/// <summary>Judges seats by who holds them, and their holders by the qualification engine.</summary>
public static class SeatHolding
{
    /// <param name="asOf">Only what was known by then counts.</param>
    /// <param name="at">When the seat must count.</param>
    public static SeatStanding Of(ConsoleSeat seat, ControlBook book, QualificationBook qualifications, Flight flight, Instant asOf, Instant at)
    {
        if (book.HolderOf(flight.Id, seat.Id) is not { } holder) return new(seat, null, SeatFitness.Empty, null, "nobody sits here");
        var standing = Currency.Of(qualifications, holder.Person, seat.Qualification, new(
            flight.Id.Value, flight.Kind.ToString(), null, seat.Id, at, Duration.Zero, asOf, asOf, asOf));
        // Amber still holds; what is not known does not.
        return standing.Light is GateLight.Green or GateLight.Amber
            ? new(seat, holder.Person, SeatFitness.Qualified, standing.TurnsAt, standing.TurnsAt is { } turns ? $"qualified until {TimeText.Day(turns)}" : "qualified")
            : new(seat, holder.Person, SeatFitness.NotQualified, null, $"{seat.Qualification}: {standing.Words}");
    }
}
