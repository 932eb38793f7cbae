using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>person-double: a person is on one flight at a time. Crews may go up on one flight and come down on another, in turn.</summary>
internal static class PersonRule
{
    /// <param name="Unsure">Its times run backwards: nothing can be told of where the person is after it.</param>
    private sealed record Ride(PersonId Person, PlannedFlight Flight, Legs Legs, Instant From, Instant To, bool Unsure)
    {
        public bool Up => Legs.HasFlag(Legs.Up);

        /// <summary>When the person has left the ground, or is back on it.</summary>
        public Instant Counts => Up ? From : To;
    }

    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var person in facts.Flights.SelectMany(f => Rides(f, judgment.AtFault(Rules.TimeOrder, f.Id))).GroupBy(r => r.Person))
        {
            var rides = person.OrderBy(r => r.Counts).ThenBy(r => r.To).ThenBy(r => r.Flight.Id.Value, StringComparer.Ordinal).ThenBy(r => r.Legs).ToList();
            HashSet<(FlightId, FlightId)> told = [];
            for (var i = 1; i < rides.Count; i++)
                if (!rides[i - 1].Unsure && !rides[i].Unsure && InTurn(rides[i - 1], rides[i]) is { } fault) Tell(rides[i - 1].Flight, rides[i].Flight, fault);
            foreach (var (one, other) in Overlaps(rides))
                Tell(one, other, $"goes up and down on {(Both(rides, one) ? one : other).Id} and is on {(Both(rides, one) ? other : one).Id} in that time");

            void Tell(PlannedFlight one, PlannedFlight other, string fault)
            {
                if (!told.Contains((other.Id, one.Id)) && told.Add((one.Id, other.Id))) judgment.Violate(Rules.PersonDouble, one.Id, other.Id, person.Key.Thing, fault);
            }
        }
    }

    private static string? InTurn(Ride before, Ride ride)
    {
        if (before.Flight.Id == ride.Flight.Id && (before.Legs & ride.Legs) != 0) return $"holds two seats of {ride.Flight.Id}";
        if (ride.From < before.To) return $"is on {before.Flight.Id} {Say.Until(before.To)} and on {ride.Flight.Id} from {Say.At(ride.From)}";
        return before.Legs == Legs.Up && ride.Up
            ? $"goes up on {before.Flight.Id} {Say.At(before.From)} and again on {ride.Flight.Id} {Say.At(ride.From)} without coming down"
            : null;
    }

    /// <summary>Who rides a flight both ways has nothing to do with another flight in that time.</summary>
    private static IEnumerable<(PlannedFlight, PlannedFlight)> Overlaps(List<Ride> rides)
    {
        (PlannedFlight? any, PlannedFlight? both) = (null, null);
        foreach (var flight in rides.Where(r => !r.Unsure).Select(r => r.Flight).Distinct().OrderBy(f => f.Plan.Launch).ThenBy(f => f.Id.Value, StringComparer.Ordinal))
        {
            var rider = Both(rides, flight);
            if (both is not null && flight.Plan.Launch < both.UnitFree) yield return (both, flight);
            else if (rider && any is not null && flight.Plan.Launch < any.UnitFree) yield return (any, flight);
            if (any is null || flight.UnitFree >= any.UnitFree) any = flight;
            if (rider && (both is null || flight.UnitFree >= both.UnitFree)) both = flight;
        }
    }

    private static bool Both(List<Ride> rides, PlannedFlight flight) =>
        rides.Where(r => r.Flight == flight).Aggregate(default(Legs), (legs, r) => legs | r.Legs) == Legs.Both;

    private static IEnumerable<Ride> Rides(PlannedFlight flight, bool unsure)
    {
        var plan = flight.Plan;
        var end = plan.End ?? Instant.MaxValue;
        foreach (var seat in flight.Flight.Seats)
        {
            if (seat.Person is not { } person) continue;
            // Without a station there is no way to change: who goes up there comes down with it.
            if (plan.Arrival is null && plan.Stays.IsEmpty)
            {
                yield return new(person, flight, Legs.Both, plan.Launch, end, unsure);
                continue;
            }
            if (seat.Legs.HasFlag(Legs.Up)) yield return new(person, flight, Legs.Up, plan.Launch, plan.Arrival ?? plan.Launch, unsure);
            if (seat.Legs.HasFlag(Legs.Down)) yield return new(person, flight, Legs.Down, plan.Departure ?? end, end, unsure);
        }
    }
}
