namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>Judges any plan by the rules, sharing no code with the planner.</summary>
/// <remarks>
/// The rules run in layers, first causes first. What is at fault in a layer is left out of the later ones that would only repeat it:
/// a flight whose times run backwards holds no port, and two vehicles at one port are not also too close in traffic.
/// A fault thus shows once, under its own code. The report does not depend on the order of anything in the campaign.
/// </remarks>
public static class PlanCheck
{
    public static CheckReport Judge(Campaign campaign)
    {
        var facts = CheckFacts.Of(campaign);
        var judgment = new Judgment();

        TimeOrderRule.Judge(facts, judgment);
        CycleRule.Judge(facts, judgment);
        CompatibilityRule.Judge(facts, judgment);
        TurnaroundRule.Judge(facts, judgment);
        PadRule.Judge(facts, judgment);
        PortRule.Judge(facts, judgment);
        AvailabilityRule.Judge(facts, judgment);
        OutOfServiceRule.Judge(facts, judgment);
        TrafficRule.Judge(facts, judgment);
        PrerequisiteRule.Judge(facts, judgment);
        PersonRule.Judge(facts, judgment);
        AttachmentOrderRule.Judge(facts, judgment);
        HullRule.Judge(facts, judgment);
        CargoMassRule.Judge(facts, judgment);

        HandoverFinding.Judge(facts, judgment);
        EnduranceFinding.Judge(facts, judgment);
        CrewFinding.Judge(facts, judgment);
        StationCrewFinding.Judge(facts, judgment);
        ResourceFinding.Judge(facts, judgment);
        DeadlineFinding.Judge(facts, judgment);
        UnplannedFinding.Judge(facts, judgment);
        CargoRoomFinding.Judge(facts, judgment);
        SegregationFinding.Judge(facts, judgment);
        LateLoadFinding.Judge(facts, judgment);
        SampleLifeFinding.Judge(facts, judgment);
        return judgment.Report();
    }
}
