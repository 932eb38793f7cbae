using OneFlight.Operations.Cargo;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>cargo-room: the volumes and the cold items that need power fit into what the vehicle has.</summary>
internal static class CargoRoomFinding
{
    public static void Judge(CheckFacts facts, Judgment judgment)
    {
        foreach (var manifest in facts.Manifests)
        {
            Judge(manifest, "m³ under pressure", manifest.VolumeUp, judgment);
            Judge(manifest, "m³ outside", manifest.Unpressurized, judgment);
            Judge(manifest, "powered cold lockers on the way up", manifest.ColdUp, judgment);
            Judge(manifest, "powered cold lockers on the way down", manifest.ColdDown, judgment);
        }
    }

    private static void Judge(Manifest manifest, string what, ManifestSum sum, Judgment judgment)
    {
        if (sum.Fits == false) judgment.Find(Rules.CargoRoom, FormattableString.Invariant($"needs {sum.Amount:0.###} {what}, {manifest.Type!.Name} has {sum.Capacity:0.###}"), manifest.Flight.Thing);
    }
}
