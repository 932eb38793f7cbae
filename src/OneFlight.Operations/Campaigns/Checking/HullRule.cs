namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>hull: no item is heavier than its bag may weigh loaded, or larger than it; one violation for each item, with both figures.</summary>
internal static class HullRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var manifest in facts.Manifests)
            foreach (var (item, why) in manifest.Overloaded)
                judgment.Violate(Rules.Hull, manifest.Flight.Id, $"{item.Name}: {why.Found}, {why.Expected}", item.Id.Thing);
    }
}
