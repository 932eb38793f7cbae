using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>capacity of a station: no more people aboard than it carries. Counted are those whose way up and down is known.</summary>
internal static class StationCrewFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var station in facts.Campaign.Fleet.Stations)
        {
            if (station.CrewMaximum is not { } most) continue;
            var ports = station.Ports.Select(p => p.Id).ToHashSet();
            var steps = Steps(facts.Flights.Where(f => f.Plan.Stays.Length > 0 && ports.Contains(f.Plan.Stays[0].Port) && !judgment.AtFault(f.Id)));
            Sweep(station, most, steps, judgment);
        }
    }

    private static void Sweep(Station station, int most, List<(Instant At, int Change, FlightId Flight)> steps, Judgment judgment)
    {
        var (aboard, peak) = (0, 0);
        (Instant At, FlightId Flight)? over = null;
        foreach (var (at, change, flight) in steps)
        {
            aboard += change;
            if (aboard > most && over is null) (over, peak) = ((at, flight), aboard);
            peak = Math.Max(peak, aboard);
            if (aboard <= most && over is { } began)
            {
                judgment.Find(Rules.Capacity, $"up to {peak} people at {station.Name} from {Say.At(began.At)} {Say.Until(at)}, at most {most}", station.Id.Thing, began.Flight.Thing);
                over = null;
            }
        }
    }

    private static List<(Instant At, int Change, FlightId Flight)> Steps(IEnumerable<PlannedFlight> flights)
    {
        var legs = flights.SelectMany(f => f.Flight.Seats.Where(s => s.Person is not null).SelectMany(s => Legs(f, s)));
        List<(Instant At, int Change, FlightId Flight)> steps = [];
        foreach (var person in legs.GroupBy(l => l.Person))
        {
            (Instant At, FlightId Flight)? came = null;
            foreach (var (_, at, up, flight) in person.OrderBy(l => l.At).ThenByDescending(l => l.Up).ThenBy(l => l.Flight.Value, StringComparer.Ordinal))
            {
                if (up) came = (at, flight);
                else if (came is { } arrival)
                {
                    steps.Add((arrival.At, 1, arrival.Flight));
                    steps.Add((at, -1, flight));
                    came = null;
                }
            }
        }
        return [.. steps.OrderBy(s => s.At).ThenBy(s => s.Change).ThenBy(s => s.Flight.Value, StringComparer.Ordinal)];
    }

    private static IEnumerable<(PersonId Person, Instant At, bool Up, FlightId Flight)> Legs(PlannedFlight flight, Seat seat)
    {
        if (seat.Legs.HasFlag(Flights.Legs.Up)) yield return (seat.Person!.Value, flight.Plan.Stays[0].From, true, flight.Id);
        if (seat.Legs.HasFlag(Flights.Legs.Down) && flight.Plan.Stays[^1].To is { } leaves) yield return (seat.Person!.Value, leaves, false, flight.Id);
    }
}
