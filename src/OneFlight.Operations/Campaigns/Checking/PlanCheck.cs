namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>Judges any plan by the rules, sharing no code with the planner.</summary>
public static class PlanCheck
{
    public static CheckReport Judge(Campaign campaign) => throw new NotImplementedException();
}
