using OneFlight.Operations.Cargo;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>cargo-mass: what a flight takes up and brings down, with its bags, is no more than its vehicle can.</summary>
internal static class CargoMassRule
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var manifest in facts.Manifests)
        {
            Judge(manifest, "up", manifest.MassUp, judgment);
            Judge(manifest, "down", manifest.MassDown, judgment);
        }
    }

    private static void Judge(Manifest manifest, string way, ManifestSum sum, Judgment judgment)
    {
        if (sum.Fits == false)
            judgment.Violate(Rules.CargoMass, manifest.Flight.Id, FormattableString.Invariant($"{sum.Amount:0.###} kg {way}, {manifest.Type!.Name} takes {sum.Capacity:0.###} kg"), manifest.Flight.Plan!.Vehicle.Thing);
    }
}
