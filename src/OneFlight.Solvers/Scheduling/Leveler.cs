using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>When a resource may begin work: both ends are starts that it accepts, in time order.</summary>
public readonly record struct Opening(long First, long Last);

/// <summary>Cumulative resources with what is taken of them, and when they may begin work.</summary>
/// <param name="Openings">Of each resource; empty: at any time.</param>
public sealed record CapacityBook(ImmutableArray<CapacityTimeline> Timelines, Func<int, ImmutableArray<Opening>> Openings);

/// <param name="StartToStart">False: it waits for the other's end.</param>
public readonly record struct Precedence(int Task, bool StartToStart);

/// <summary>One task of a network.</summary>
/// <param name="Start">Where it stands or is wanted.</param>
/// <param name="NotBefore">No start before, unless it stands there already.</param>
/// <param name="Firm">True: a full resource does not move it. It still waits for its predecessors, unless <paramref name="Begun"/>.</param>
/// <param name="Begun">True: nothing moves it any more.</param>
/// <param name="Stands">True: it stands there in a plan already, and a calendar does not move it.</param>
/// <param name="Resources">One unit of each is taken while it runs.</param>
public readonly record struct LevelTask(
    long Start, long Length, long NotBefore, bool Firm, bool Begun, bool Stands, ImmutableArray<int> Resources, ImmutableArray<Precedence> After);

/// <summary>Places the tasks of one network: each stays where it stands, unless a predecessor, a successor or a full resource moves it.</summary>
public static class Leveler
{
    /// <summary>Takes the loads of the tasks that resources do not move, so that all networks' firm loads are known before any task gives way.</summary>
    public static void TakeFirm(CapacityBook book, ReadOnlySpan<LevelTask> tasks)
    {
        foreach (ref readonly var task in tasks)
        {
            if (task.Firm || task.Begun) Take(book, task, task.Start, 1);
        }
    }

    /// <summary>Starts of the tasks; the loads of those not firm are taken.</summary>
    /// <param name="order">The tasks so that each comes after its predecessors.</param>
    public static long[] Level(CapacityBook book, ReadOnlySpan<LevelTask> tasks, ReadOnlySpan<int> order)
    {
        var latest = LatestStarts(tasks, order);
        var starts = new long[tasks.Length];
        foreach (var i in order)
        {
            ref readonly var task = ref tasks[i];
            var earliest = Horizon.Always;
            foreach (var before in task.After)
            {
                earliest = Math.Max(earliest, starts[before.Task] + (before.StartToStart ? 0 : tasks[before.Task].Length));
            }

            starts[i] = task.Begun ? task.Start
                : task.Firm ? Math.Max(task.Start, earliest)
                : Fitting(book, task, Math.Max(earliest, Math.Min(task.Start, task.NotBefore)), Math.Max(earliest, latest[i]));
            if (!task.Firm && !task.Begun) Take(book, task, starts[i], 1);
            else if (starts[i] != task.Start)
            {
                Take(book, task, task.Start, -1);
                Take(book, task, starts[i], 1);
            }
        }

        return starts;
    }

    /// <summary>The start nearest to where the task stands, between two bounds, at which its resources have room; without room, the nearest at all.</summary>
    public static long Fitting(CapacityBook book, in LevelTask task, long earliest, long latest)
    {
        var near = Math.Max(earliest, Math.Min(task.Start, latest));
        return Room(book, task, near, earliest, latest) ?? near;
    }

    /// <summary>As <see cref="Fitting"/>, but null without room.</summary>
    public static long? Room(CapacityBook book, in LevelTask task, long near, long earliest, long latest)
    {
        var from = Math.Max(near, Math.Min(task.NotBefore, task.Start));
        if (Fits(book, task, near) && (task.Stands && near == task.Start || Opens(book, task, near))) return near;
        var after = Next(book, task, from, latest);
        var floor = Math.Max(earliest, Math.Max(task.NotBefore, after is { } later ? near - (later - near) : Horizon.Always));
        return Previous(book, task, near, floor) ?? after;
    }

    private static bool Opens(CapacityBook book, in LevelTask task, long start)
    {
        foreach (var resource in task.Resources)
        {
            if (NextOpening(book.Openings(resource), start) != start) return false;
        }

        return true;
    }

    /// <summary>True when every resource has room for the task; its calendar is not asked.</summary>
    public static bool Fits(CapacityBook book, in LevelTask task, long start)
    {
        foreach (var resource in task.Resources)
        {
            if (!book.Timelines[resource].Fits(start, start + task.Length, 1)) return false;
        }

        return true;
    }

    /// <summary>Takes one unit of each of the task's resources, or gives them back.</summary>
    public static void Take(CapacityBook book, in LevelTask task, long start, int sign)
    {
        foreach (var resource in task.Resources) book.Timelines[resource].Add(start, start + task.Length, sign);
    }

    private static long[] LatestStarts(ReadOnlySpan<LevelTask> tasks, ReadOnlySpan<int> order)
    {
        var latest = new long[tasks.Length];
        for (var i = 0; i < tasks.Length; i++) latest[i] = tasks[i].Firm || tasks[i].Begun ? tasks[i].Start : Horizon.Never;
        for (var at = order.Length - 1; at >= 0; at--)
        {
            foreach (var before in tasks[order[at]].After)
            {
                if (tasks[before.Task].Firm || tasks[before.Task].Begun) continue;
                latest[before.Task] = Math.Min(latest[before.Task], latest[order[at]] - (before.StartToStart ? 0 : tasks[before.Task].Length));
            }
        }

        return latest;
    }

    private static long? Next(CapacityBook book, in LevelTask task, long from, long limit)
    {
        while (from <= limit)
        {
            var moved = from;
            foreach (var resource in task.Resources)
            {
                moved = NextOpening(book.Openings(resource), moved);
                moved = book.Timelines[resource].Next(moved, task.Length, 1);
            }

            if (moved == from) return from;
            from = moved;
        }

        return null;
    }

    private static long? Previous(CapacityBook book, in LevelTask task, long from, long limit)
    {
        while (from >= limit)
        {
            var moved = from;
            foreach (var resource in task.Resources)
            {
                moved = PreviousOpening(book.Openings(resource), moved);
                moved = book.Timelines[resource].Previous(moved, task.Length, 1);
            }

            if (moved == from) return from;
            from = moved;
        }

        return null;
    }

    private static long NextOpening(ImmutableArray<Opening> openings, long at)
    {
        if (openings.IsEmpty) return at;
        var i = FirstEndingFrom(openings, at);
        return i == openings.Length ? at : Math.Max(at, openings[i].First);
    }

    private static long PreviousOpening(ImmutableArray<Opening> openings, long at)
    {
        if (openings.IsEmpty) return at;
        var i = FirstEndingFrom(openings, at);
        if (i < openings.Length && openings[i].First <= at) return at;
        return i == 0 ? at : openings[i - 1].Last;
    }

    private static int FirstEndingFrom(ImmutableArray<Opening> openings, long at)
    {
        int low = 0, high = openings.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (openings[middle].Last < at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
