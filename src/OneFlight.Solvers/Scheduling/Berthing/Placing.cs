namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Who is where after some events and moves, and how soon the next move can follow. Never changed once it is in a search.</summary>
internal sealed class Placing
{
    private Placing(int berths)
    {
        Holder = new int[berths];
        Until = new long[berths];
        Ready = new long[berths];
    }

    /// <summary>By berth: the occupant, or -1.</summary>
    internal int[] Holder { get; }

    /// <summary>By berth: when the holder must be gone because the berth closes.</summary>
    internal long[] Until { get; }

    /// <summary>By berth: the earliest next arrival; far in the past once that binds nobody.</summary>
    internal long[] Ready { get; }

    /// <summary>A bit for each berth: its holder has moved.</summary>
    internal ulong Moved { get; set; }

    /// <summary>A bit for each berth: whoever left it last stood there as given and left as given.</summary>
    internal ulong LeftAsGiven { get; set; }

    internal Cost Cost { get; set; }

    internal Placing? Before { get; set; }

    internal Step? Step { get; set; }

    /// <summary>A better placing took its place.</summary>
    internal bool Dominated { get; set; }

    private long LastTime { get; set; }

    private int LastWho { get; set; }

    /// <summary>The latest event of anyone but <see cref="LastWho"/>.</summary>
    private long LastOther { get; set; }

    internal static Placing Empty(int berths)
    {
        var placing = new Placing(berths) { LastTime = -Timeline.Ever, LastOther = -Timeline.Ever, LastWho = -1 };
        Array.Fill(placing.Holder, -1);
        Array.Fill(placing.Until, Timeline.Ever);
        Array.Fill(placing.Ready, -Timeline.Ever);
        return placing;
    }

    /// <summary>A copy that goes on with an event.</summary>
    internal Placing After(int who, long time, Step? step)
    {
        var next = new Placing(Holder.Length)
        {
            Moved = Moved, LeftAsGiven = LeftAsGiven, Cost = Cost, LastTime = time, LastWho = who,
            LastOther = who == LastWho ? LastOther : LastTime,
            Before = step is null ? Before : this, Step = step ?? Step,
        };
        Holder.CopyTo(next.Holder, 0);
        Until.CopyTo(next.Until, 0);
        Ready.CopyTo(next.Ready, 0);
        return next;
    }

    /// <summary>Puts an occupant at a berth.</summary>
    internal void Take(int berth, int occupant, long until, bool moved)
    {
        Holder[berth] = occupant;
        Until[berth] = until;
        Ready[berth] = -Timeline.Ever;
        LeftAsGiven &= ~(1UL << berth);
        Moved = moved ? Moved | (1UL << berth) : Moved & ~(1UL << berth);
    }

    /// <summary>Takes the occupant of a berth away.</summary>
    internal void Leave(int berth, long ready, bool asGiven)
    {
        Holder[berth] = -1;
        Until[berth] = Timeline.Ever;
        Ready[berth] = ready;
        Moved &= ~(1UL << berth);
        LeftAsGiven = asGiven ? LeftAsGiven | (1UL << berth) : LeftAsGiven & ~(1UL << berth);
    }

    /// <summary>Forgets waits that are over, so that placings alike from now on compare as alike.</summary>
    internal void Forget(long now)
    {
        for (var b = 0; b < Ready.Length; b++)
        {
            if (Ready[b] > now) continue;
            Ready[b] = -Timeline.Ever;
            LeftAsGiven &= ~(1UL << b);
        }
    }

    internal bool HasMoved(int berth) => (Moved >> berth & 1) == 1;

    internal int BerthOf(int occupant) => Array.IndexOf(Holder, occupant);

    /// <summary>The earliest start of a move as far as the events before it say.</summary>
    internal long EarliestStart(int occupant, long betweenEvents) =>
        occupant == LastWho ? Math.Max(LastTime, LastOther + betweenEvents) : LastTime + betweenEvents;

    /// <summary>Whatever the other can still do, this one can too, at no higher cost. Asked only of placings with the same holders.</summary>
    internal bool IsAsGoodAs(Placing other, long betweenEvents)
    {
        if (Cost.CompareTo(other.Cost) > 0 || (other.LeftAsGiven & ~LeftAsGiven) != 0) return false;
        for (var b = 0; b < Holder.Length; b++)
        {
            if (Ready[b] > other.Ready[b] || Until[b] < other.Until[b]) return false;
            if (Holder[b] >= 0 && EarliestStart(Holder[b], betweenEvents) > other.EarliestStart(Holder[b], betweenEvents)) return false;
        }
        return true;
    }
}

/// <summary>Compared in this order: moves, occupants that move, how early the moves are, stays away from a preferred berth.</summary>
internal readonly record struct Cost(int Moves, int Movers, long Early, int Away) : IComparable<Cost>
{
    public int CompareTo(Cost other) =>
        Moves != other.Moves ? Moves.CompareTo(other.Moves)
        : Movers != other.Movers ? Movers.CompareTo(other.Movers)
        : Early != other.Early ? Early.CompareTo(other.Early)
        : Away.CompareTo(other.Away);
}

/// <summary>A choice: an arrival at a berth (<paramref name="From"/> is -1) or a move, before the event <paramref name="Gap"/>.</summary>
/// <param name="Start">Of a move: the earliest instant at which it can leave.</param>
/// <param name="Until">When the berth it comes to closes.</param>
internal sealed record Step(int Gap, int Occupant, int From, int To, long Start, long Until);
