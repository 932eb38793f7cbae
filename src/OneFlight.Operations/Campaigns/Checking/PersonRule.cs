using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>person-double: a person is on one flight at a time. Crews may go up on one and come down on another, in turn.</summary>
internal static class PersonRule
{
    /// <param name="Up">Rides up; else down. A free flight is one ride up and down.</param>
    /// <param name="Unsure">Its times run backwards: nothing can be told of where the person is after it.</param>
    private sealed record Ride(PersonId Person, PlannedFlight Flight, bool Up, bool Down, Instant From, Instant To, bool Unsure)
    {
        /// <summary>When the person has left the ground, or is back on it.</summary>
        public Instant Counts => Up ? From : To;
    }

    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var lastLaunch = facts.Flights.IsEmpty ? Instant.MinValue : facts.Flights.Max(f => f.Plan.Launch);
        var rides = facts.Flights.SelectMany(f => Rides(f, judgment.AtFault(Rules.TimeOrder, f.Id)));
        foreach (var person in rides.GroupBy(r => r.Person))
        {
            Ride? before = null;
            foreach (var ride in person.OrderBy(r => r.Counts).ThenBy(r => r.To).ThenBy(r => r.Flight.Id.Value, StringComparer.Ordinal).ThenBy(r => r.Up))
            {
                if (before is { Unsure: false } && !ride.Unsure && Fault(before, ride, lastLaunch) is { } fault)
                    judgment.Violate(Rules.PersonDouble, before.Flight.Id, ride.Flight.Id, person.Key.Thing, fault);
                before = ride;
            }
        }
    }

    private static string? Fault(Ride before, Ride ride, Instant lastLaunch)
    {
        if (before.Flight.Id == ride.Flight.Id && before.Up == ride.Up) return $"holds two seats of {ride.Flight.Id}";
        if (ride.From < before.To) return $"is on {before.Flight.Id} {Say.Until(before.To)} and on {ride.Flight.Id} from {Say.At(ride.From)}";
        if (before is { Up: true, Down: false } && ride.Up) return $"goes up on {before.Flight.Id} {Say.At(before.From)} and again on {ride.Flight.Id} {Say.At(ride.From)} without coming down";
        // Someone may have gone up on a flight after the last that the campaign knows; between known launches nobody goes up unseen.
        if (before.Down && !ride.Up && ride.From < lastLaunch)
            return $"comes down on {before.Flight.Id} {Say.At(before.To)} and again on {ride.Flight.Id} {Say.At(ride.To)} without going up";
        return null;
    }

    private static IEnumerable<Ride> Rides(PlannedFlight flight, bool unsure)
    {
        var plan = flight.Plan;
        var end = plan.End ?? Instant.MaxValue;
        foreach (var seat in flight.Flight.Seats)
        {
            if (seat.Person is not { } person) continue;
            if (plan.Arrival is null && plan.Stays.IsEmpty)
            {
                yield return new(person, flight, true, true, plan.Launch, end, unsure);
                continue;
            }
            if (seat.Legs.HasFlag(Legs.Up)) yield return new(person, flight, true, false, plan.Launch, plan.Arrival ?? plan.Launch, unsure);
            if (seat.Legs.HasFlag(Legs.Down)) yield return new(person, flight, false, true, plan.Departure ?? end, end, unsure);
        }
    }
}
