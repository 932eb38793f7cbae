namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Berths that share occupants, and for every placing on them after every event of theirs the fewest moves still ahead,
/// spacing left out. Worked out backward from the last event; where there are too many placings, only the occupants count that
/// must move whatever else is chosen.</summary>
internal sealed class BerthGroup
{
    /// <summary>Past this many placings over all events the exact bound is not worth its time.</summary>
    private const double PlacingsWorthwhile = 1_000_000;

    private readonly Timeline timeline;
    private readonly int[] berths;
    private readonly int[] slotOf;
    private readonly int[] eventsBefore;
    private readonly bool[] forced;
    private readonly int[] forcedToCome;
    private readonly Dictionary<ulong, int>[]? layers;

    internal BerthGroup(Timeline timeline, int[] berths, bool[] forced)
    {
        (this.timeline, this.berths, this.forced) = (timeline, berths, forced);
        slotOf = new int[timeline.Occupants.Length];
        Array.Fill(slotOf, -1);
        var own = timeline.Events.Where(e => timeline.Arrivals(e.Occupant) is [var any, ..] && berths.Contains(any)).ToArray();
        (eventsBefore, forcedToCome) = (new int[timeline.Gaps], new int[timeline.Gaps]);
        Count(own);
        var docked = Docked(own);
        if (berths.Length > 16 || docked is null) return;
        layers = new Dictionary<ulong, int>[own.Length + 1];
        for (var layer = own.Length; layer >= 0; layer--)
        {
            var placings = AllPlacings(docked[layer]);
            layers[layer] = placings.ToDictionary(p => p, p => layer == own.Length ? 0 : After(p, own[layer], docked[layer], layers[layer + 1]));
            LetMove(layers[layer], docked[layer]);
            Placings += layers[layer].Count;
        }
    }

    internal long Placings { get; }

    internal int MovesFrom(int gap, Placing placing)
    {
        if (layers is null) return forcedToCome[gap] + berths.Count(b => placing.Holder[b] is >= 0 and var o && forced[o] && !placing.HasMoved(b));
        var key = 0UL;
        for (var k = 0; k < berths.Length; k++)
            if (placing.Holder[berths[k]] is >= 0 and var occupant) key |= Bits(slotOf[occupant], k);
        return layers[eventsBefore[gap]].TryGetValue(key, out var least) ? least : MovesAhead.NoPlan;
    }

    /// <summary>Before each event of the whole timeline: how many of ours are past, and how many of the forced are still to come.</summary>
    private void Count(GivenEvent[] own)
    {
        forcedToCome[0] = own.Count(e => e.Arrives && forced[e.Occupant]);
        for (int i = 0, past = 0; i < timeline.Events.Length; i++)
        {
            var mine = past < own.Length && own[past] == timeline.Events[i];
            forcedToCome[i + 1] = forcedToCome[i] - (mine && own[past].Arrives && forced[own[past].Occupant] ? 1 : 0);
            eventsBefore[i + 1] = past += mine ? 1 : 0;
        }
    }

    private static ulong Bits(int slot, int k) => (ulong)(slot + 1) << (4 * k);

    /// <summary>Who is here after each number of events; gives each a slot for its stay. Null: too many for the bound.</summary>
    private int[][]? Docked(GivenEvent[] events)
    {
        var docked = new int[events.Length + 1][];
        docked[0] = [];
        var placings = 0.0;
        for (var i = 0; i < events.Length; i++)
        {
            var occupant = events[i].Occupant;
            docked[i + 1] = events[i].Arrives ? [.. docked[i], occupant] : [.. docked[i].Where(o => o != occupant)];
            if (events[i].Arrives) slotOf[occupant] = Enumerable.Range(0, 16).First(s => s == 15 || docked[i].All(o => slotOf[o] != s));
            if (slotOf[occupant] == 15) return null;
            // Nearly exact where the choices contain one another, as those of a station's ports mostly do.
            placings += docked[i + 1].Select(o => Held(o).Length).Order().Select((choices, taken) => Math.Max(1.0, choices - taken)).Aggregate(1.0, (a, b) => a * b);
            if (placings > PlacingsWorthwhile) return null;
        }
        return docked;
    }

    /// <summary>The berths an occupant may be found at.</summary>
    private int[] Held(int occupant) => timeline.First[occupant] is >= 0 and var first && !timeline.CanHold(occupant, first)
        ? [first, .. timeline.Choices[occupant]]
        : timeline.Choices[occupant];

    private List<ulong> AllPlacings(int[] docked)
    {
        List<ulong> placings = [0];
        foreach (var occupant in docked)
        {
            List<ulong> next = [];
            foreach (var placing in placings)
                foreach (var berth in Held(occupant))
                    if (Array.IndexOf(berths, berth) is var k && (placing >> (4 * k) & 15) == 0) next.Add(placing | Bits(slotOf[occupant], k));
            placings = next;
        }
        return placings;
    }

    private int After(ulong placing, GivenEvent given, int[] docked, Dictionary<ulong, int> next)
    {
        foreach (var occupant in docked)
            if (berths[IndexOf(placing, occupant)] is var berth && berth != timeline.First[occupant] && !timeline.OpenAt(berth, given.Time)) return MovesAhead.NoPlan;
        if (!given.Arrives) return next[placing & ~(15UL << (4 * IndexOf(placing, given.Occupant)))];
        var least = MovesAhead.NoPlan;
        foreach (var berth in timeline.Arrivals(given.Occupant))
        {
            var k = Array.IndexOf(berths, berth);
            if ((placing >> (4 * k) & 15) != 0 || (berth != timeline.First[given.Occupant] && !timeline.OpenAt(berth, given.Time))) continue;
            least = Math.Min(least, next[placing | Bits(slotOf[given.Occupant], k)]);
        }
        return least;
    }

    private int IndexOf(ulong placing, int occupant)
    {
        var k = 0;
        while ((int)(placing >> (4 * k) & 15) != slotOf[occupant] + 1) k++;
        return k;
    }

    /// <summary>Lowers each placing to one more than the best that a single move makes of it, until nothing falls.</summary>
    private void LetMove(Dictionary<ulong, int> least, int[] docked)
    {
        var wave = least.Where(p => p.Value < MovesAhead.NoPlan).GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.Select(p => p.Key).ToList());
        for (var moves = 0; wave.Count > 0; moves++)
        {
            if (!wave.Remove(moves, out var placings)) continue;
            foreach (var placing in placings.Where(p => least[p] == moves))
                foreach (var before in OneMoveBefore(placing, docked))
                {
                    if (least[before] <= moves + 1) continue;
                    least[before] = moves + 1;
                    if (!wave.TryGetValue(moves + 1, out var next)) wave.Add(moves + 1, next = []);
                    next.Add(before);
                }
        }
    }

    private IEnumerable<ulong> OneMoveBefore(ulong placing, int[] docked)
    {
        foreach (var occupant in docked)
        {
            var at = IndexOf(placing, occupant);
            if (!timeline.Occupants[occupant].MayMove || !timeline.CanHold(occupant, berths[at])) continue;
            foreach (var berth in Held(occupant))
                if (Array.IndexOf(berths, berth) is var k && (placing >> (4 * k) & 15) == 0)
                    yield return placing & ~(15UL << (4 * at)) | Bits(slotOf[occupant], k);
        }
    }
}
