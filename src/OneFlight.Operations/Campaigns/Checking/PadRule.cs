namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>pad-double: a pad is held for one liftoff at a time, from some time before it until some time after.</summary>
internal static class PadRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        var uses = facts.Flights.Where(f => f.Plan.Pad is not null && !judgment.AtFault(Rules.TimeOrder, f.Id));
        foreach (var held in uses.GroupBy(f => f.Plan.Pad!.Value))
        {
            if (!facts.Pads.TryGetValue(held.Key, out var pad)) continue;
            PlannedFlight? before = null;
            foreach (var flight in held.OrderBy(f => f.Plan.Launch).ThenBy(f => f.Id.Value, StringComparer.Ordinal))
            {
                if (before is not null && flight.Plan.Launch - pad.Before < before.Plan.Launch + pad.After && !judgment.AtFaultTogether(before.Id, flight.Id))
                {
                    judgment.Violate(Rules.PadDouble, before.Id, flight.Id, pad.Id.Thing,
                        $"{pad.Name} is held by {before.Id} until {Say.At(before.Plan.Launch + pad.After)} and by {flight.Id} from {Say.At(flight.Plan.Launch - pad.Before)}");
                }
                before = flight;
            }
        }
    }
}
