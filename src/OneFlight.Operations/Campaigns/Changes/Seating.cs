using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Campaigns.Changes;

/// <summary>Gives a seat to another person.</summary>
internal static class Seating
{
    /// <remarks>Refused: <c>unknown-reference</c>, <c>already-flown</c>, <c>cancelled</c>, <c>already-seated</c>.</remarks>
    public static Result<AppliedChanges> Give(AppliedChanges to, GiveSeat change, Instant now)
    {
        var movable = Application.Movable(to.Facts, change.Flight, now);
        if (!movable.Succeeded) return movable.Problems;
        var flight = movable.Value;
        var thing = new ThingId(FlightKinds.Seat, string.Create(CultureInfo.InvariantCulture, $"{flight.Id}/{change.Seat}"));
        if (flight.Seats.FirstOrDefault(s => s.Number == change.Seat) is not { } seat) return Application.Unknown(thing, $"a seat of {flight.Name}");
        if (to.Facts.People.Persons.FirstOrDefault(p => p.Id == change.Person) is not { } person) return Application.Unknown(change.Person.Thing, "a person of this campaign");
        if (flight.Seats.FirstOrDefault(s => s.Person == person.Id) is { } taken)
            return new Problem("already-seated", Place.Of(thing.ToString()), string.Create(CultureInfo.InvariantCulture, $"{person.PublicName}, who sits in seat {taken.Number}"), "someone who is not on this flight");

        var leaving = seat.Person is { } left ? to.Facts.People.Persons.FirstOrDefault(p => p.Id == left)?.PublicName ?? left.Value : "nobody";
        var text = string.Create(CultureInfo.InvariantCulture, $"{person.PublicName} takes seat {seat.Number} of {flight.Name} ({seat.Role}) from {leaving}");
        var seats = flight.Seats.Replace(seat, seat with { Person = person.Id, Backup = seat.Backup == person.Id ? null : seat.Backup });
        return to with
        {
            Facts = Application.Replace(to.Facts, flight with { Seats = seats }),
            Roots = to.Roots.Add(new(thing, text)),
            Sentences = to.Sentences.Add(text),
        };
    }
}
