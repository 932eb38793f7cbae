using System.Collections.Immutable;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Cargo;

/// <summary>What stays on the ground.</summary>
public static class CargoLeft
{
    /// <summary>Missions that have cargo, all of which is left behind.</summary>
    public static ImmutableHashSet<MissionId> MissionsLeft(ImmutableArray<CargoItem> items) =>
        [.. items.Where(i => i.Mission is not null).GroupBy(i => i.Mission!.Value).Where(g => g.All(i => i.LeftBehind)).Select(g => g.Key)];
}
