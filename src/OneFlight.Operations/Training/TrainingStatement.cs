using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Training;

/// <summary>States each module of each flight as a gate row.</summary>
public static class TrainingStatement
{
    private static readonly StatedBefore before = new();

    // "Now" enters every row, so the parts of one "now" are told from those of another by reference.
    private static Tuple<Instant>? lastNow;

    public static void State(TrainingBook book, ImmutableArray<Flight> flights, QualificationBook qualifications, Instant now, StatementBuilder statement)
    {
        if (book.Assignments.IsEmpty) return;
        var facts = TrainingFacts.Of(book, qualifications);
        var at = Volatile.Read(ref lastNow) is { } known && known.Item1 == now ? known : lastNow = new(now);
        foreach (var flight in flights.Where(f => facts.Trains(f.Id)))
            statement.Once(before, flight, [book, qualifications, at], own => State(facts, flight, now, own));
    }

    /// <summary>How each module of each flight stands, by <c>training:FLIGHT/MODULE</c>.</summary>
    public static IEnumerable<KeyValuePair<ThingId, GateLight>> Lights(TrainingBook book, ImmutableArray<Flight> flights, QualificationBook qualifications, Instant now)
    {
        if (book.Assignments.IsEmpty) return [];
        var facts = TrainingFacts.Of(book, qualifications);
        return flights.SelectMany(f => ModuleStanding.Of(facts, f, now).Select(m => KeyValuePair.Create(TrainingKinds.Module(f.Id, m.Module.Id), m.Light)));
    }

    private static void State(TrainingFacts facts, Flight flight, Instant now, StatementBuilder statement)
    {
        foreach (var standing in ModuleStanding.Of(facts, flight, now).DistinctBy(s => s.Module.Id))
        {
            var thing = TrainingKinds.Module(flight.Id, standing.Module.Id);
            statement.State(thing, $"{standing.Module.Title}, {flight.Name}", standing.State(flight.Id));
            statement.Link(flight.Thing, thing, "has to be done by liftoff and hold through landing");
            foreach (var session in facts.Sessions(flight.Id, standing.Module.Id)) statement.Link(session.Thing, thing, "is a session of it");
            foreach (var seat in standing.Seats)
            {
                statement.Link(new(FlightKinds.Seat, $"{flight.Id}/{seat.Seat}"), thing, "whoever sits there takes it");
                if (seat.Person is { } person) statement.Link(person.Thing, thing, "is who takes it");
            }
        }
    }
}
