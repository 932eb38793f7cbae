using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>prerequisite: an activity starts when what it needs is done (or begun), and what it needs is in the plan.</summary>
internal static class PrerequisiteRule
{
    private enum Presence { Missing, Placed, Reversed }

    private record struct Placed(Presence Presence, Instant Start, Instant End);

    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        Placed[] placed = [];
        foreach (var flight in facts.Flights)
        {
            if (judgment.AtFault(Rules.TimeOrder, flight.Id) || facts.Template(flight.Flight) is not { } template) continue;
            if (placed.Length < template.Prerequisites.Length) placed = new Placed[template.Prerequisites.Length];
            Place(flight, template, placed.AsSpan(0, template.Prerequisites.Length), judgment);
            foreach (var activity in flight.Plan.Activities)
                if (template.Number.TryGetValue(activity.Id, out var number) && activity.End >= activity.Start) Judge(flight, activity, number, template, placed, judgment);
        }
    }

    /// <summary>Of an activity that is done more than once, the first time counts for those who wait for it.</summary>
    private static void Place(PlannedFlight flight, TemplateFacts template, Span<Placed> placed, Judgment judgment)
    {
        placed.Clear();
        foreach (var activity in flight.Plan.Activities)
        {
            if (!template.Number.TryGetValue(activity.Id, out var number))
            {
                judgment.Violate(Rules.Prerequisite, flight.Id, $"{activity.Id} is not in template {template.Template.Id}", activity.Id.On(flight.Id));
                continue;
            }
            ref var at = ref placed[number];
            if (activity.End < activity.Start) at.Presence = at.Presence == Presence.Missing ? Presence.Reversed : at.Presence;
            else if (at.Presence != Presence.Placed || activity.End < at.End) at = new(Presence.Placed, activity.Start, activity.End);
        }
    }

    private static void Judge(PlannedFlight flight, PlannedActivity activity, int number, TemplateFacts template, ReadOnlySpan<Placed> placed, Judgment judgment)
    {
        foreach (var (needed, prerequisite) in template.Prerequisites[number])
        {
            if (needed >= 0 && template.InOneLoop(number, needed)) continue;
            var at = needed < 0 ? default : placed[needed];
            var ready = prerequisite.StartToStart ? at.Start : at.End;
            if (at.Presence == Presence.Reversed || (at.Presence == Presence.Placed && activity.Start >= ready)) continue;
            judgment.Violate(Rules.Prerequisite, flight.Id, at.Presence == Presence.Missing
                ? $"{activity.Id} needs {prerequisite.Activity}, which is not in the plan"
                : $"{activity.Id} starts {Say.At(activity.Start)}, {prerequisite.Activity} {(prerequisite.StartToStart ? "starts" : "ends")} {Say.At(ready)}",
                activity.Id.On(flight.Id), prerequisite.Activity.On(flight.Id));
        }
    }
}
