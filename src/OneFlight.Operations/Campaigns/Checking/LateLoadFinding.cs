namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>late-load: a late-load item is with us before its activity ends.</summary>
internal static class LateLoadFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var manifest in facts.Manifests)
            foreach (var (item, deadline) in manifest.Late)
                judgment.Find(Rules.LateLoad, $"{item.Name} is ready {Say.At(item.Ready)}, {Say.Long(item.Ready - deadline)} after its load ends {Say.At(deadline)}", manifest.Flight.Thing, item.Id.Thing);
    }
}
