namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>The placings worth keeping at one point in time, in the order found.</summary>
internal sealed class Frontier(long betweenEvents)
{
    private readonly Dictionary<Placing, List<Placing>> alike = new(SameHolders.Instance);
    private readonly List<Placing> inOrder = [];

    internal int Count => inOrder.Count;

    internal Placing this[int index] => inOrder[index];

    /// <summary>Keeps the placing unless one that is as good is here; those that it is as good as are marked.</summary>
    internal void Add(Placing placing)
    {
        if (!alike.TryGetValue(placing, out var rivals)) alike.Add(placing, rivals = []);
        foreach (var rival in rivals)
            if (rival.IsAsGoodAs(placing, betweenEvents)) return;
        foreach (var rival in rivals) rival.Dominated = placing.IsAsGoodAs(rival, betweenEvents);
        rivals.RemoveAll(r => r.Dominated);
        rivals.Add(placing);
        inOrder.Add(placing);
    }

    /// <summary>In a narrow search, how many times the width may be reached by moves between two events.</summary>
    internal const int MovesWorthwhile = 4;

    /// <summary>Only the most promising: by the moves made and still ahead, then by cost.</summary>
    internal Frontier Narrowed(int width, Func<Placing, int> moves)
    {
        var narrow = new Frontier(betweenEvents);
        foreach (var placing in inOrder.Where(p => !p.Dominated).OrderBy(moves).ThenBy(p => p.Cost).Take(width)) narrow.Add(placing);
        return narrow;
    }

    private sealed class SameHolders : IEqualityComparer<Placing>
    {
        internal static readonly SameHolders Instance = new();

        public bool Equals(Placing? x, Placing? y) => x!.Moved == y!.Moved && x.Holder.AsSpan().SequenceEqual(y.Holder);

        public int GetHashCode(Placing placing)
        {
            var hash = new HashCode();
            foreach (var holder in placing.Holder) hash.Add(holder);
            hash.Add(placing.Moved);
            return hash.ToHashCode();
        }
    }
}
