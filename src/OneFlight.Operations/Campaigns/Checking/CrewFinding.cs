using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>Of one flight: capacity of its seats, the crew it needs at least, and people who are not fit.</summary>
internal static class CrewFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var persons = facts.Campaign.People.Persons.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        foreach (var flight in facts.Flights)
        {
            if (flight.Type is not { } type || judgment.AtFault(flight.Id)) continue;
            // No seats at all: it is not known who flies, and not known is not none.
            if (!flight.Flight.Seats.IsEmpty) Seats(flight, type, judgment);
            foreach (var seat in flight.Flight.Seats)
            {
                if (seat.Person is not { } id || !persons.TryGetValue(id, out var person)) continue;
                foreach (var unfit in person.Unfit.Where(u => u.From < flight.UnitFree && flight.Plan.Launch < (u.To ?? Instant.MaxValue)).Take(1))
                    judgment.Find(Rules.OutOfService, $"not cleared from {Say.At(unfit.From)} {(unfit.To is { } to ? Say.Until(to) : "until further notice")}", flight.Id.Thing, id.Thing);
            }
        }
    }

    private static void Seats(PlannedFlight flight, VehicleType type, Judgment judgment)
    {
        int Filled(Legs leg) => flight.Flight.Seats.Count(s => s.Person is not null && s.Legs.HasFlag(leg));
        var (up, down) = (Filled(Legs.Up), Filled(Legs.Down));
        if (type.CrewMaximum is { } most && Math.Max(up, down) > most)
            judgment.Find(Rules.Capacity, $"{Math.Max(up, down)} people in a {type.Name}, at most {most}", flight.Id.Thing);
        if (flight.Flight.Kind is FlightKind.CrewRotation or FlightKind.PrivateMission or FlightKind.FreeFlyer && type.CrewMinimum is { } least && Math.Min(up, down) < least)
            judgment.Find(Rules.CrewMinimum, $"{up} people up and {down} down in a {type.Name}, at least {least}", flight.Id.Thing);
    }
}
