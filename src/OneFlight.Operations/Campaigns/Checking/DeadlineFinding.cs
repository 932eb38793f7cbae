using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>deadline: an activity with a fixed deadline ends by the date that the wanted liftoff gave it, whatever the liftoff is now.</summary>
internal static class DeadlineFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var deadlines = facts.Templates.ToDictionary(t => t.Key, t => t.Value.Template.Activities
            .Where(a => a.OnSlip == SlipBehavior.FixedDeadline).DistinctBy(a => a.Id).ToDictionary(a => a.Id));
        foreach (var flight in facts.Flights)
        {
            if (flight.Flight.Template is not { } id || !deadlines.TryGetValue(id, out var fixedOnes) || fixedOnes.Count == 0 || judgment.AtFault(Rules.TimeOrder, flight.Id)) continue;
            foreach (var activity in flight.Plan.Activities)
            {
                if (activity.Status == ActivityStatus.Done || !fixedOnes.TryGetValue(activity.Id, out var template) || Anchored(flight.Flight.Wish, template.Anchor) is not { } anchor) continue;
                var due = anchor + template.Offset + template.Duration;
                if (activity.End > due)
                    judgment.Find(Rules.Deadline, $"ends {Say.At(activity.End)}, {Say.Long(activity.End - due)} after {Say.At(due)}", flight.Id.Thing, activity.Id.On(flight.Id));
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
