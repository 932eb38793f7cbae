using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.FlightControl;

public enum SeatFitness { Empty, NotQualified, Qualified }

/// <summary>Whether a seat counts at an instant, and why.</summary>
/// <param name="Until">When the holder's record stops counting; null: there is none that counts.</param>
public sealed record SeatStanding(ConsoleSeat Seat, PersonId? Holder, SeatFitness Fitness, Instant? Until, string Words);

/// <summary>Judges seats by who holds them and what these people have earned.</summary>
public static class SeatHolding
{
    public static SeatStanding Of(ConsoleSeat seat, ControlBook book, QualificationBook qualifications, FlightId flight, Instant at)
    {
        if (book.HolderOf(flight, seat.Id) is not { } holder) return new(seat, null, SeatFitness.Empty, null, "nobody sits here");
        var untils = qualifications.Records
            .Where(r => r.Person == holder.Person && r.Type == seat.Qualification && r.KnownAt <= at && (r.Flight is null || r.Flight == flight.Value))
            .Where(r => StartOf(r.Earned) <= at)
            .Select(r => StartOf(r.Earned.PlusMonths(seat.CurrentForMonths).PlusDays(1))).ToList();
        if (untils.Count == 0) return new(seat, holder.Person, SeatFitness.NotQualified, null, $"its holder has no record of {seat.Qualification}");
        var until = untils.Max();
        return until > at
            ? new(seat, holder.Person, SeatFitness.Qualified, until, $"qualified until {TimeText.Day(until)}")
            : new(seat, holder.Person, SeatFitness.NotQualified, null, $"its holder's {seat.Qualification} ended on {TimeText.Day(until)}");
    }

    private static Instant StartOf(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
