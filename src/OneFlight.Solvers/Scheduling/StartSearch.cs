using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>Finds feasible starts by jumping from obstacle to obstacle; it never walks through time.</summary>
public static class StartSearch
{
    /// <summary>The placement nearest to the job's preferred start, or null when its window has none.</summary>
    /// <param name="loads">False: full cumulative resources do not matter.</param>
    public static Placement? Nearest(Board board, Job job, bool loads = true)
    {
        Placement? best = null;
        var bestCost = long.MaxValue;
        for (var m = 0; m < job.Modes.Length; m++)
        {
            var mode = job.Modes[m];
            if (NearestStart(board, job, mode, loads) is not { } start) continue;
            var cost = Math.Abs(start - job.Preferred) + mode.Cost;
            if (cost >= bestCost) continue;
            bestCost = cost;
            best = At(board, job, m, start);
        }

        return best;
    }

    /// <summary>The first feasible start of a mode in a window, or null.</summary>
    public static long? Next(Board board, Mode mode, long from, long limit, bool loads = true)
    {
        for (var start = from; start <= limit;)
        {
            var moved = start;
            foreach (var need in mode.Needs) moved = Math.Max(moved, FirstChoice(board, need, moved));
            if (moved > limit) return null;
            foreach (var at in mode.Events) moved = board.Group(at.Group).Next(moved, at.At);
            if (loads)
            {
                foreach (var load in mode.Loads)
                {
                    if (moved > limit) return null;
                    moved = Horizon.Add(board.Cumulative(load.Resource).Next(moved + load.From, load.To - load.From, load.Amount), -load.From);
                }
            }

            if (moved == start) return start;
            start = moved;
        }

        return null;
    }

    /// <summary>The last feasible start of a mode in a window, or null.</summary>
    public static long? Previous(Board board, Mode mode, long from, long limit, bool loads = true)
    {
        for (var start = from; start >= limit;)
        {
            var moved = start;
            foreach (var need in mode.Needs) moved = Math.Min(moved, LastChoice(board, need, moved));
            if (moved < limit) return null;
            foreach (var at in mode.Events) moved = board.Group(at.Group).Previous(moved, at.At);
            if (loads)
            {
                foreach (var load in mode.Loads)
                {
                    if (moved < limit) return null;
                    moved = Horizon.Add(board.Cumulative(load.Resource).Previous(moved + load.From, load.To - load.From, load.Amount), -load.From);
                }
            }

            if (moved == start) return start;
            start = moved;
        }

        return null;
    }

    /// <summary>Everything that keeps the modes from a start, the first mode's first.</summary>
    public static ImmutableArray<Obstacle> Obstacles(Board board, Job job, long start)
    {
        var found = ImmutableArray.CreateBuilder<Obstacle>();
        foreach (var mode in job.Modes)
        {
            foreach (var need in mode.Needs)
            {
                if (need.Choices.Any(c => IsFree(board, c, start, need.Waived))) continue;
                foreach (var choice in need.Choices) found.AddRange(board.Obstacles(new([choice.At(start)], [], [])));
            }

            found.AddRange(board.Obstacles(new([], [.. mode.Events.Select(e => e with { At = e.At + start })], [])));
            foreach (var load in mode.Loads)
            {
                if (board.Cumulative(load.Resource).Fits(start + load.From, start + load.To, load.Amount)) continue;
                found.Add(new(ObstacleKind.Full, load.Resource, -1, start + load.From, start + load.To));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The placement of a mode at a start known to be feasible: of the free choices the cheapest, then the tightest fit.</summary>
    public static Placement At(Board board, Job job, int mode, long start) =>
        new(job, start, mode, [.. job.Modes[mode].Needs.Select(n => Best(board, n, start))]);

    private static long? NearestStart(Board board, Job job, Mode mode, bool loads)
    {
        var from = Math.Clamp(job.Preferred, job.Earliest, Math.Max(job.Earliest, job.Latest));
        if (from > job.Latest) return null;
        var after = Next(board, mode, from, job.Latest, loads);
        if (after == from) return after;
        var reach = after is { } later ? Math.Max(job.Earliest, from - (later - from)) : job.Earliest;
        return Previous(board, mode, from, reach, loads) ?? after;
    }

    private static Choice Best(Board board, Need need, long start)
    {
        Choice? best = null;
        var bestIdle = long.MaxValue;
        foreach (var choice in need.Choices)
        {
            if (best is { } held && choice.Cost > held.Cost || !IsFree(board, choice, start, need.Waived)) continue;
            var idle = board.Unary(choice.Resource).IdleBefore(start + choice.From);
            if (best is { } other && choice.Cost == other.Cost && idle >= bestIdle) continue;
            (best, bestIdle) = (choice, idle);
        }

        return best ?? throw new InvalidOperationException("A placement was asked for at a start that is not feasible.");
    }

    private static bool IsFree(Board board, Choice choice, long start, Waived waived) =>
        board.Unary(choice.Resource).Next(choice, start, waived) == start;

    private static long FirstChoice(Board board, Need need, long start)
    {
        var first = Horizon.Never;
        foreach (var choice in need.Choices)
        {
            first = Math.Min(first, board.Unary(choice.Resource).Next(choice, start, need.Waived));
            if (first == start) break;
        }

        return first;
    }

    private static long LastChoice(Board board, Need need, long start)
    {
        var last = Horizon.Always;
        foreach (var choice in need.Choices)
        {
            last = Math.Max(last, board.Unary(choice.Resource).Previous(choice, start, need.Waived));
            if (last == start) break;
        }

        return last;
    }
}
