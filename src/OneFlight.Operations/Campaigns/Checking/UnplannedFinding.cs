namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>unplanned: a flight that is wanted and stands nowhere.</summary>
internal static class UnplannedFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var flight in facts.Campaign.Flights)
            if (flight is { Plan: null, Cancelled: null }) judgment.Find(Rules.Unplanned, $"{flight.Name} has no plan", flight.Thing);
    }
}
