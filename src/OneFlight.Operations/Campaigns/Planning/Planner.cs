using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Makes a conflict-free plan from wishes.</summary>
/// <remarks>A translation: flights become jobs of <c>OneFlight.Solvers.Scheduling</c>, placements become plans again. First the
/// flights are placed (liftoff, unit, pad, port, moves), then the activities of those that changed.</remarks>
public static class Planner
{
    /// <summary>Plans the campaign; same campaign, request and seed give the same plan.</summary>
    public static PlanningAnswer Plan(Campaign campaign, PlanningRequest request)
    {
        var index = new PlanningFacts(campaign);
        var attempt = new FlightOrder(index, request).Best();
        var finished = new FinishedPlan(index, request, attempt);
        return new(
            campaign with { Flights = finished.Flights },
            [.. attempt.Standings.OfType<Standing>().Select(s => s.Clash).OfType<Clash>()]);
    }
}
