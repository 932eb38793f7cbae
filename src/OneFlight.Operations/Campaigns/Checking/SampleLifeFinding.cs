namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>sample-life: a prepared sample is used or back before its life ends.</summary>
internal static class SampleLifeFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var manifest in facts.Manifests)
            foreach (var item in manifest.Items)
                if (item is { Life: { } life, LeftBehind: false } && life.Needed(item, manifest.Flight.Plan) is { } needed && needed > life.Ends)
                    judgment.Find(Rules.SpoiledSample, $"{item.Name} is good until {Say.At(life.Ends)}, needed {Say.At(needed)}, {Say.Long(needed - life.Ends)} later", manifest.Flight.Thing, item.Id.Thing);
    }
}
