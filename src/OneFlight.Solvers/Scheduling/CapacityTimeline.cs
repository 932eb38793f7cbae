using System.Runtime.InteropServices;

namespace OneFlight.Solvers.Scheduling;

/// <summary>How much of a cumulative resource is taken when: a step function kept as its steps.</summary>
public sealed class CapacityTimeline(int capacity)
{
    // levels[i] holds from times[i] up to times[i + 1].
    private readonly List<long> times = [Horizon.Always];
    private readonly List<int> levels = [0];

    public int Capacity => capacity;

    public void Add(long from, long to, int amount)
    {
        if (to <= from || amount == 0) return;
        var first = StepAt(from);
        var last = StepAt(to);
        foreach (ref var level in CollectionsMarshal.AsSpan(levels)[first..last]) level += amount;
        if (last < levels.Count && levels[last] == levels[last - 1]) Drop(last);
        if (first > 0 && levels[first] == levels[first - 1]) Drop(first);
    }

    /// <summary>Adds many changes of level at once: far cheaper than one by one.</summary>
    public void AddAll(List<(long At, int Change)> steps)
    {
        for (var i = 1; i < times.Count; i++) steps.Add((times[i], levels[i] - levels[i - 1]));
        steps.Sort();
        times.RemoveRange(1, times.Count - 1);
        levels.RemoveRange(1, levels.Count - 1);
        for (var i = 0; i < steps.Count;)
        {
            var (at, level) = (steps[i].At, levels[^1]);
            for (; i < steps.Count && steps[i].At == at; i++) level += steps[i].Change;
            if (level == levels[^1]) continue;
            times.Add(at);
            levels.Add(level);
        }
    }

    /// <summary>The greatest level within a time.</summary>
    public int Peak(long from, long to)
    {
        var peak = 0;
        for (var i = Covering(from); i < times.Count && times[i] < to; i++) peak = Math.Max(peak, levels[i]);
        return peak;
    }

    /// <summary>True when an amount more fits into a time. An amount beyond the capacity asks for the whole of it.</summary>
    public bool Fits(long from, long to, int amount) => to <= from || Peak(from, to) + Math.Min(amount, capacity) <= capacity;

    /// <summary>The first start at or after an instant from which an amount fits for a length.</summary>
    public long Next(long from, long length, int amount)
    {
        var room = capacity - Math.Min(amount, capacity);
        if (length <= 0) return from;
        for (var i = Covering(from); i < times.Count && times[i] < from + length; i++)
        {
            if (levels[i] <= room) continue;
            if (i + 1 == times.Count) return Horizon.Never;
            from = times[i + 1];
        }

        return from;
    }

    /// <summary>The last such start at or before an instant.</summary>
    public long Previous(long from, long length, int amount)
    {
        var room = capacity - Math.Min(amount, capacity);
        if (length <= 0) return from;
        for (var i = Covering(from + length - 1); i >= 0 && (i + 1 == times.Count || times[i + 1] > from); i--)
        {
            if (levels[i] <= room) continue;
            if (i == 0) return Horizon.Always;
            from = times[i] - length;
        }

        return from;
    }

    private int Covering(long at)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle] <= at) low = middle + 1;
            else high = middle;
        }

        return Math.Max(0, low - 1);
    }

    private int StepAt(long at)
    {
        var i = Covering(at);
        if (times[i] == at) return i;
        times.Insert(i + 1, at);
        levels.Insert(i + 1, levels[i]);
        return i + 1;
    }

    private void Drop(int step)
    {
        times.RemoveAt(step);
        levels.RemoveAt(step);
    }
}
