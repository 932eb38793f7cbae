using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>A few customers ask for the hours that another visit has: the planner has to move them a little and say why.</summary>
internal static class SampleCrowding
{
    // Of those that have another visit soon after their own, every third; later only, so that no cargo is late for the wish.
    private const int EveryNth = 3;
    private static readonly Duration Reach = Duration.FromDays(2.5), TooClose = Duration.FromHours(2);

    /// <summary>The liftoffs wished for in place of the nominal ones.</summary>
    public static Dictionary<FlightId, Instant> Wishes(List<SampleFlight> schedule)
    {
        var crowded = new Dictionary<FlightId, Instant>();
        var visits = schedule.Where(f => f.Station is not null).GroupBy(f => f.Station).ToDictionary(g => g.Key!.Value, g => g.ToList());
        var within = 0;
        // Rotations stay: their handover hangs on the time.
        foreach (var flight in schedule.Where(f => f.Station is not null && f.Kind != FlightKind.CrewRotation))
        {
            var near = visits[flight.Station!.Value].Where(v => v != flight).SelectMany(v => new[] { v.Arrival, v.Departure })
                .Where(at => at >= flight.Arrival && at - flight.Arrival < Reach).ToList();
            if (near.Count > 0 && within++ % EveryNth == 1)
                crowded.Add(flight.Id, near.Min() + TooClose - flight.TransitUp);
        }
        return crowded;
    }
}
