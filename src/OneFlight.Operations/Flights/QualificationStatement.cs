using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Flights;

/// <summary>States, for each filled seat of a flight that demands something, what its demands come to through landing and reserve, and the
/// clearance of who sits in it, each as a row of a gate.</summary>
public static class QualificationStatement
{
    /// <summary>Kinds of the rows: <c>demand:FLIGHT/SEAT/DEMAND</c> and <c>clearance:FLIGHT/SEAT</c>.</summary>
    public const string Demand = "demand", Clearance = "clearance";

    private const string Surgeon = "flight surgeon";
    private static readonly StatedBefore before = new();
    private static object lastNow = Instant.MinValue;

    public static void State(
        QualificationBook book, ImmutableArray<Clearance> clearances, PeopleBook people, ImmutableArray<Flight> flights, FleetBook fleet, Instant now, StatementBuilder statement)
    {
        if (book.Demands.IsEmpty) return;
        var persons = people.Persons.ToDictionary(p => p.Id);
        var cleared = clearances.GroupBy(c => c.Person).ToDictionary(g => g.Key, g => g.MaxBy(c => c.IssuedAt)!);
        var vehicles = fleet.Vehicles.ToDictionary(v => v.Id);
        var at = Shared(now);
        foreach (var flight in flights)
        {
            if (flight.Plan is not { } plan || !book.Demands.Any(d => Concerns(d, flight))) continue;
            var vehicle = vehicles.GetValueOrDefault(plan.Vehicle);
            var seated = flight.Seats.Select(s => s.Person is { } id ? persons.GetValueOrDefault(id) : null).ToArray();
            var tokens = seated.Select(p => p is null ? null : cleared.GetValueOrDefault(p.Id)).ToArray();
            statement.Once(before, flight, [book, at, vehicle, .. seated, .. tokens], own => State(book, flight, vehicle, seated, tokens, now, own));
        }
    }

    public static ThingId RowOf(FlightId flight, Seat seat, QualificationDemand demand) => new(Demand, $"{flight}/{seat.Number}/{demand.Id}");

    public static ThingId ClearanceOf(FlightId flight, Seat seat) => new(Clearance, $"{flight}/{seat.Number}");

    /// <summary>True when anything is demanded on the flight at all; of others no clearance is stated.</summary>
    public static bool Concerns(QualificationDemand demand, Flight flight) =>
        (demand.FlightKind is null || demand.FlightKind == flight.Kind.ToString()) && (demand.Station is null || demand.Station == flight.Wish.Station?.Value);

    private static void State(QualificationBook book, Flight flight, Vehicle? vehicle, Person?[] seated, Clearance?[] tokens, Instant now, StatementBuilder statement)
    {
        for (var i = 0; i < flight.Seats.Length; i++)
        {
            if (seated[i] is not { } person) continue;
            var seat = flight.Seats[i];
            foreach (var (demand, standing) in SeatQualifications.Of(book, flight, seat, person.Id, vehicle?.Type, now))
                Row(RowOf(flight.Id, seat, demand), $"{standing.Rule?.Name ?? demand.Type} of {person.PublicName}",
                    new GateState(flight.Thing, demand.Gate, standing.Light, standing.Words, standing.TurnsAt, demand.Holder), "must hold through landing and reserve");

            var clearance = SeatQualifications.Clearance(book, tokens[i], person, flight, seat, now);
            Row(ClearanceOf(flight.Id, seat), $"Clearance of {person.PublicName}",
                new GateState(flight.Thing, Gate.CrewQualification, clearance.Light, clearance.Words, clearance.TurnsAt, Surgeon), "must be fit through landing and reserve");

            void Row(ThingId thing, string name, GateState state, string why)
            {
                statement.State(thing, name, state);
                statement.Link(flight.Thing, thing, why);
                statement.Link(person.Id.Thing, thing, "is asked of the person");
                statement.Link(seat.On(flight.Id), thing, "is asked of who sits in it");
            }
        }
    }

    // The same instant as the same object, so that parts stated before are found again by it.
    private static object Shared(Instant now)
    {
        var last = lastNow;
        return last is Instant at && at == now ? last : lastNow = now;
    }
}
