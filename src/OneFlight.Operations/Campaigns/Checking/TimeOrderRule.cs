using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>time-order: nothing ends before it begins. A flight whose own times run backwards is judged by nothing else that depends on times.</summary>
internal static class TimeOrderRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var flight in facts.Flights)
        {
            if (Reversed(flight.Plan) is { Count: > 0 } reversed) judgment.Violate(Rules.TimeOrder, flight.Id, string.Join("; ", reversed));
            else ReversedActivities(flight, judgment);
        }
    }

    private static List<string> Reversed(FlightPlan plan)
    {
        List<string> faults = [];
        (string Name, Instant? At)[] chain =
        [
            ("launch", plan.Launch), ("capture", plan.Flown?.Capture), ("arrival", plan.Arrival),
            ("unberth", plan.Flown?.Unberth), ("departure", plan.Departure), ("end", plan.End),
        ];
        (string Name, Instant At)? before = null;
        foreach (var (name, at) in chain)
        {
            if (at is not { } instant) continue;
            if (before is { } earlier && instant < earlier.At) faults.Add($"{name} {Say.At(instant)} before {earlier.Name} {Say.At(earlier.At)}");
            before = (name, instant);
        }
        foreach (var stay in plan.Stays)
            if (stay.To < stay.From) faults.Add($"leaves {stay.Port} {Say.At(stay.To.Value)} before it comes {Say.At(stay.From)}");
        return faults;
    }

    private static void ReversedActivities(PlannedFlight flight, Judgment judgment)
    {
        foreach (var activity in flight.Plan.Activities)
        {
            if (activity.End < activity.Start)
                judgment.Violate(Rules.TimeOrder, $"{activity.Id} ends {Say.At(activity.End)} before it starts {Say.At(activity.Start)}", flight.Id.Thing, activity.Id.On(flight.Id));
        }
    }
}
