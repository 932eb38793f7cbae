using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Flights;

/// <summary>When a flight passes each gate.</summary>
public static class GateTimes
{
    /// <summary>Days after liftoff at which a gate is passed when the flight's template has no activity for it: planning values.</summary>
    private static readonly Dictionary<Gate, (string? Stem, double Days)> nominal = new()
    {
        [Gate.Contract] = ("CONTR", -270), [Gate.TrainingStart] = ("TRNPLAN", -215), [Gate.License] = (null, -60),
        [Gate.CrewQualification] = ("QUALBD", -22), [Gate.FlightReadiness] = ("FRR", -6), [Gate.LaunchReadiness] = ("LRR", -2), [Gate.Countdown] = (null, 0),
    };

    /// <summary>The instant by which what the gate asks must be true; null: the flight has no date, or never comes to the gate.</summary>
    public static Instant? Of(Flight flight, Gate gate)
    {
        if (flight.Plan is not { } plan) return null;
        return gate switch
        {
            Gate.Docking => plan.Arrival,
            Gate.Undocking => plan.Departure,
            Gate.Deorbit => plan.End is { } end ? end - Duration.FromHours(1) : null,
            Gate.PostFlight => plan.End is { } landed ? landed + Duration.FromDays(90) : null,
            _ => nominal[gate] is { Stem: { } stem } && plan.Activities.FirstOrDefault(a => a.Id.Stem == stem) is { } activity
                ? activity.End : plan.Launch + Duration.FromDays(nominal[gate].Days),
        };
    }

    /// <summary>Past this nobody is on board any more: landing and its reserve; null: not planned, or it stays for good.</summary>
    public static Instant? LandingAndReserve(Flight flight) => flight.Plan?.End + SeatStatement.Reserve;
}
