namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>The fewest moves still ahead of a placing when the rules of spacing are left out: a bound from below.</summary>
/// <remarks>Berths that share no occupants are looked at apart, which is exact here because only spacing couples them.</remarks>
internal sealed class MovesAhead
{
    internal const int NoPlan = int.MaxValue / 4;

    private readonly List<BerthGroup> groups;

    internal MovesAhead(Timeline timeline)
    {
        var mustMove = ForcedMoves.Of(timeline).Select(f => f.Occupant).ToHashSet(StringComparer.Ordinal);
        bool[] forced = [.. timeline.Occupants.Select(o => mustMove.Contains(o.Id))];
        groups = [.. Partition(timeline).Select(berths => new BerthGroup(timeline, berths, forced))];
    }

    /// <summary>How many placings were looked at to know this.</summary>
    internal long Placings => groups.Sum(g => g.Placings);

    /// <param name="gap">Number of the event that comes next.</param>
    internal int From(int gap, Placing placing)
    {
        var moves = 0;
        foreach (var group in groups)
        {
            var least = group.MovesFrom(gap, placing);
            if (least >= NoPlan) return NoPlan;
            moves += least;
        }
        return moves;
    }

    private static IEnumerable<int[]> Partition(Timeline timeline)
    {
        var leader = Enumerable.Range(0, timeline.Berths.Length).ToArray();
        int Find(int b) => leader[b] == b ? b : leader[b] = Find(leader[b]);
        for (var o = 0; o < timeline.Occupants.Length; o++)
        {
            int[] all = timeline.First[o] >= 0 ? [timeline.First[o], .. timeline.Choices[o]] : timeline.Choices[o];
            for (var i = 1; i < all.Length; i++) leader[Find(all[i])] = Find(all[0]);
        }
        return Enumerable.Range(0, leader.Length).GroupBy(Find).Select(g => g.ToArray());
    }
}
