using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>deadline: an activity with a fixed deadline ends by the date that the wanted liftoff gave it, whatever the liftoff is now.</summary>
internal static class DeadlineFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var deadlines = facts.Templates.Values.Concat(facts.Own.Values).ToDictionary(t => t, t => t.Template.Activities
            .Where(a => a.OnSlip == SlipBehavior.FixedDeadline).DistinctBy(a => a.Id).ToDictionary(a => a.Id));
        foreach (var flight in facts.Flights)
        {
            if (facts.Template(flight.Flight) is not { } template || !deadlines.TryGetValue(template, out var fixedOnes) || fixedOnes.Count == 0 || judgment.AtFault(Rules.TimeOrder, flight.Id)) continue;
            foreach (var activity in flight.Plan.Activities)
            {
                if (activity.Status == ActivityStatus.Done || !fixedOnes.TryGetValue(activity.Id, out var due) || Anchored(flight.Flight.Wish, due.Anchor) is not { } anchor) continue;
                var latest = anchor + due.Offset + due.Duration;
                if (activity.End > latest)
                    judgment.Find(Rules.Deadline, $"ends {Say.At(activity.End)}, {Say.Long(activity.End - latest)} after {Say.At(latest)}", flight.Id.Thing, activity.Id.On(flight.Id));
            }
        }
    }

    private static Instant? Anchored(FlightWish wish, Anchor anchor) => anchor switch
    {
        Anchor.Launch => wish.Launch,
        Anchor.Arrival => wish.Launch + wish.TransitUp,
        Anchor.Departure => wish.Launch + wish.TransitUp + wish.Stay,
        Anchor.End => wish.Launch + wish.TransitUp + wish.Stay + wish.TransitDown,
        _ => null,
    };
}
