namespace OneFlight.Solvers.Scheduling;

/// <summary>Events that must lie a shortest time apart from those of other jobs.</summary>
/// <param name="spacing">Shortest time between two events; exactly this is enough.</param>
public sealed class SpacingTimeline(long spacing)
{
    private readonly List<(long At, int Owner)> events = [];

    public void Add(int owner, long at) => events.Insert(FirstAfter(at - 1), (at, owner));

    public void Remove(int owner, long at)
    {
        for (var i = FirstAfter(at - 1); i < events.Count && events[i].At == at; i++)
        {
            if (events[i].Owner != owner) continue;
            events.RemoveAt(i);
            return;
        }
    }

    /// <summary>The latest event that is too close to an instant, or null.</summary>
    public (long At, int Owner)? Blocker(long at)
    {
        var i = FirstAfter(at + spacing - 1) - 1;
        return spacing > 0 && i >= 0 && events[i].At > at - spacing ? events[i] : null;
    }

    /// <summary>Every owner of an event that is too close to an instant.</summary>
    public IEnumerable<int> Blockers(long at)
    {
        for (var i = FirstAfter(at + spacing - 1) - 1; i >= 0 && events[i].At > at - spacing; i--) yield return events[i].Owner;
    }

    /// <summary>The first start at or after an instant at which an event at an offset keeps its distance.</summary>
    public long Next(long start, long offset)
    {
        while (Blocker(start + offset) is { } near) start = near.At + spacing - offset;
        return start;
    }

    /// <summary>The last such start at or before an instant.</summary>
    public long Previous(long start, long offset)
    {
        while (Blocker(start + offset) is { } near) start = near.At - spacing - offset;
        return start;
    }

    private int FirstAfter(long at)
    {
        int low = 0, high = events.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (events[middle].At <= at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
