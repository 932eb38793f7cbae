using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Turns placements back into flights with plans; a flight that stands as it stood is the same object.</summary>
internal sealed class FinishedPlan
{
    private readonly PlanningFacts index;
    private readonly PlanningRequest request;
    private readonly IReadOnlyList<Standing?> standings;
    private readonly Reasons reasons;
    private readonly ActivityPlanning activities;

    public FinishedPlan(PlanningFacts index, PlanningRequest request, Attempt attempt)
    {
        (this.index, this.request, standings) = (index, request, attempt.Standings);
        reasons = new(index, attempt.Board, standings);
        activities = new(index, request, standings, [.. standings.OfType<Standing>().Where(NeedsActivities).Select(s => s.Number)]);
        Flights = [.. index.Campaign.Flights.Select(Finish)];
    }

    public ImmutableArray<Flight> Flights { get; }

    private bool NeedsActivities(Standing standing)
    {
        if (standing.Plan is null) return false;
        if (standing.Placement is not null) return true;
        if (standing.Plan.Launch <= request.Now) return false;
        if (!standing.Flight.OwnActivities.IsEmpty && MissesOwn(standing.Flight, standing.Plan)) return true;
        return request.Bounds.Any(b => b.Flight == standing.Flight.Id &&
            standing.Plan.Activities.Any(a => a.Id == b.Activity && a.Start < b.NotBefore && a.Start > request.Now));
    }

    /// <summary>True when activities of its own were booked after the flight was planned.</summary>
    private static bool MissesOwn(Flight flight, FlightPlan plan)
    {
        var planned = plan.Activities.Select(a => a.Id).ToHashSet();
        return flight.OwnActivities.Any(a => !planned.Contains(a.Id));
    }

    private Flight Finish(Flight flight, int number)
    {
        if (standings[number] is not { } standing) return flight.Plan is null ? flight : flight with { Plan = null };
        if (standing.Plan is not { } plan) return flight.Plan is null ? flight : flight with { Plan = null };
        var schedule = activities.Schedules.GetValueOrDefault(number);
        if (standing.Placement is null && standing.Moves.IsEmpty && schedule is null) return flight;

        var acts = schedule?.Activities.Planned(flight.Plan, schedule.Starts, request.Now.Ticks()) ?? flight.Plan?.Activities ?? [];
        if (flight.Plan is { } before && Same(before, plan) && before.Activities.SequenceEqual(acts)) return flight;
        var why = standing.Placement is null ? flight.Plan!.Why.RemoveAll(b => b.Choice == "move" && !standing.Moves.IsEmpty) : reasons.Of(standing);
        why = why.AddRange(standing.Moves.Select(reasons.Moved));
        if (schedule is not null) why = WithActivities(why, flight, schedule);
        return flight with { Plan = plan with { Activities = acts, Why = why } };
    }

    private ImmutableArray<Binding> WithActivities(ImmutableArray<Binding> why, Flight flight, FlightSchedule schedule)
    {
        foreach (var binding in ActivityReasons.Of(index, request, standings, flight, schedule))
        {
            why = why.RemoveAll(b => b.Choice == binding.Choice).Add(binding);
        }

        return why;
    }

    private static bool Same(FlightPlan before, FlightPlan after) =>
        before.Launch == after.Launch && before.Arrival == after.Arrival && before.Departure == after.Departure && before.End == after.End &&
        before.Vehicle == after.Vehicle && before.Pad == after.Pad && before.Stays.SequenceEqual(after.Stays);
}
