using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>What is free of every resource at every unit of time. A struct, so that the decoder is compiled for each kind without calls.</summary>
internal interface IResourceProfile
{
    /// <summary>The earliest start, from a time on, at which the activity fits for its whole duration.</summary>
    int EarliestFit(int activity, int from, int duration);

    /// <summary>Takes the activity's demands for its duration.</summary>
    void Take(int activity, int start, int duration);

    /// <summary>Gives back everything before a time; nothing is taken after it.</summary>
    void Clear(int until);
}

/// <summary>Up to four resources in one word a unit of time: each has sixteen bits, of which the highest stays set as long as what is taken from the lane is there.</summary>
internal readonly struct PackedProfile : IResourceProfile
{
    public const int Lanes = 4, LargestCapacity = short.MaxValue;
    private const ulong Guards = 0x8000_8000_8000_8000;

    private readonly ulong[] free;
    private readonly ulong[] demands;
    private readonly ulong full;

    public PackedProfile(ProjectProblem problem)
    {
        full = Guards | Pack(problem.Resources.Select(r => r.Capacity));
        demands = [.. problem.Activities.Select(a => a.Modes[0].Duration == 0 ? 0 : Pack(a.Modes[0].Demands))];
        free = new ulong[problem.Horizon + 1];
        Array.Fill(free, full);
    }

    public static bool Takes(ProjectProblem problem) => problem.Resources.Length <= Lanes && problem.Resources.All(r => r.Capacity <= LargestCapacity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EarliestFit(int activity, int from, int duration)
    {
        var demand = demands[activity];
        if (demand == 0) return from;
        ref var at = ref MemoryMarshal.GetArrayDataReference(free);
        // Looked through from the end: what blocks there lets the start jump past it, and what is known to fit is not looked at again.
        int start = from, unseen = from, time = from + duration - 1;
        while (time >= unseen)
        {
            if (((Unsafe.Add(ref at, time) - demand) & Guards) == Guards)
            {
                time--;
                continue;
            }
            unseen = start + duration;
            start = time + 1;
            time = start + duration - 1;
        }
        return start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int activity, int start, int duration)
    {
        var demand = demands[activity];
        foreach (ref var time in free.AsSpan(start, duration)) time -= demand;
    }

    public void Clear(int until) => free.AsSpan(0, until).Fill(full);

    private static ulong Pack(IEnumerable<int> amounts) => amounts.Select((amount, lane) => (ulong)amount << (16 * lane)).Aggregate(0UL, (all, one) => all | one);
}

/// <summary>Any number of resources of any capacity.</summary>
internal readonly struct WideProfile : IResourceProfile
{
    private readonly int resources;
    private readonly int[] free;
    private readonly int[] demands;
    private readonly int[] capacities;

    public WideProfile(ProjectProblem problem)
    {
        resources = problem.Resources.Length;
        capacities = [.. problem.Resources.Select(r => r.Capacity)];
        demands = [.. problem.Activities.SelectMany(a => a.Modes[0].Duration == 0 ? new int[problem.Resources.Length] : a.Modes[0].Demands.AsEnumerable())];
        free = new int[(problem.Horizon + 1) * resources];
        Clear(problem.Horizon + 1);
    }

    public int EarliestFit(int activity, int from, int duration)
    {
        int start = from, unseen = from, time = from + duration - 1;
        while (time >= unseen)
        {
            if (Fits(activity, time))
            {
                time--;
                continue;
            }
            unseen = start + duration;
            start = time + 1;
            time = start + duration - 1;
        }
        return start;
    }

    public void Take(int activity, int start, int duration)
    {
        var demand = demands.AsSpan(activity * resources, resources);
        for (var time = start; time < start + duration; time++)
        {
            var left = free.AsSpan(time * resources, resources);
            for (var r = 0; r < left.Length; r++) left[r] -= demand[r];
        }
    }

    public void Clear(int until)
    {
        for (var time = 0; time < until; time++) capacities.CopyTo(free.AsSpan(time * resources, resources));
    }

    private bool Fits(int activity, int time)
    {
        var demand = demands.AsSpan(activity * resources, resources);
        var left = free.AsSpan(time * resources, resources);
        for (var r = 0; r < left.Length; r++)
        {
            if (left[r] < demand[r]) return false;
        }
        return true;
    }
}
