using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>A time in which a resource is not to be had; half-open.</summary>
public readonly record struct Closing(long From, long To);

/// <summary>One holder of a unary resource.</summary>
/// <param name="Busy">When the resource may be held again.</param>
public readonly record struct Holder(int Owner, long From, long Busy);

/// <summary>The holds and closings of one unary resource, in time order, found by binary search.</summary>
public sealed class UnaryTimeline(ImmutableArray<Closing> closings)
{
    private readonly List<Holder> holders = [];

    // Greatest Busy up to and with each holder: lets a search backward stop early even where holds overlap in a given plan.
    private readonly List<long> reach = [];

    public void Add(int owner, Hold hold)
    {
        var at = FirstFromAtOrAfter(hold.From);
        holders.Insert(at, new(owner, hold.From, hold.Busy));
        reach.Insert(at, 0);
        RenewReach(at);
    }

    public void Remove(int owner, Hold hold)
    {
        for (var at = FirstFromAtOrAfter(hold.From); at < holders.Count && holders[at].From == hold.From; at++)
        {
            if (holders[at].Owner != owner || holders[at].Busy != hold.Busy) continue;
            holders.RemoveAt(at);
            reach.RemoveAt(at);
            RenewReach(at);
            return;
        }
    }

    /// <summary>A holder in the way of a hold, or null.</summary>
    public Holder? Blocker(Hold hold)
    {
        for (var at = FirstFromAtOrAfter(Math.Max(hold.Busy, hold.From + 1)) - 1; at >= 0 && reach[at] > hold.From; at--)
        {
            if (holders[at].Busy > hold.From) return holders[at];
        }

        return null;
    }

    /// <summary>Every owner in the way of a hold.</summary>
    public IEnumerable<int> Blockers(Hold hold)
    {
        for (var at = FirstFromAtOrAfter(Math.Max(hold.Busy, hold.From + 1)) - 1; at >= 0 && reach[at] > hold.From; at--)
        {
            if (holders[at].Busy > hold.From) yield return holders[at].Owner;
        }
    }

    /// <summary>A closing in the way of a hold, or null. The gap after a hold may lie in a closing.</summary>
    public Closing? ClosedIn(Hold hold)
    {
        foreach (var closing in closings)
        {
            if (closing.From < hold.To && closing.To > hold.From) return closing;
        }

        return null;
    }

    /// <summary>The first start at or after an instant at which the choice is free.</summary>
    public long Next(Choice choice, long start, Waived waived)
    {
        while (start < Horizon.Never)
        {
            var hold = choice.At(start);
            if ((waived & Waived.Held) == 0 && Blocker(hold) is { } holder) start = Horizon.Add(holder.Busy, -choice.From);
            else if ((waived & Waived.Closed) == 0 && ClosedIn(hold) is { } closing) start = Horizon.Add(closing.To, -choice.From);
            else return start;
        }

        return Horizon.Never;
    }

    /// <summary>The last start at or before an instant at which the choice is free.</summary>
    public long Previous(Choice choice, long start, Waived waived)
    {
        while (start > Horizon.Always)
        {
            var hold = choice.At(start);
            if ((waived & Waived.Held) == 0 && Blocker(hold) is { } holder) start = Before(holder.From, Horizon.Add(choice.To, choice.Gap));
            else if ((waived & Waived.Closed) == 0 && ClosedIn(hold) is { } closing) start = Before(closing.From, choice.To);
            else return start;
        }

        return Horizon.Always;
    }

    /// <summary>Idle time between the holder before and a start; small where a choice fits tightly.</summary>
    public long IdleBefore(long from)
    {
        var at = FirstFromAtOrAfter(from) - 1;
        return at < 0 ? Horizon.Never : Math.Max(0, from - reach[at]);
    }

    private static long Before(long end, long length) => length >= Horizon.Never ? Horizon.Always : Horizon.Add(end, -length);

    private int FirstFromAtOrAfter(long from)
    {
        int low = 0, high = holders.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (holders[middle].From < from) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void RenewReach(int at)
    {
        for (; at < holders.Count; at++) reach[at] = Math.Max(holders[at].Busy, at == 0 ? Horizon.Always : reach[at - 1]);
    }
}
