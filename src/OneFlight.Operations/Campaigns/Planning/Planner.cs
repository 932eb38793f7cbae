namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Makes a conflict-free plan from wishes.</summary>
public static class Planner
{
    /// <summary>Plans the campaign; same campaign, request and seed give the same plan.</summary>
    public static PlanningAnswer Plan(Campaign campaign, PlanningRequest request) => throw new NotImplementedException();
}
