namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>segregation: two items whose hazards may not meet ride in one hold. Soft, for they may be stowed apart; people decide.</summary>
internal static class SegregationFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var manifest in facts.Manifests)
            foreach (var pair in manifest.Conflicts)
                judgment.Find(Rules.Segregation, $"{pair.One.Name} (class {pair.One.HazardClass}) and {pair.Other.Name} (class {pair.Other.HazardClass}): {pair.Rule.Rule}; the rule is {pair.Rule.Confidence}",
                    manifest.Flight.Thing, pair.One.Id.Thing, pair.Other.Id.Thing);
    }
}
