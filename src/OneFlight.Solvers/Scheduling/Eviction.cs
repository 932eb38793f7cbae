using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>Puts a job at a given start among jobs that may be sent away, so that as few as possible have to go.</summary>
public static class Eviction
{
    /// <summary>The placement and who has to go for it; null when what stays is in the way.</summary>
    /// <param name="mayGo">Whether an owner may be sent away.</param>
    public static (Placement Placement, ImmutableSortedSet<int> Leaving)? At(Board board, Job job, int mode, long start, Func<int, bool> mayGo)
    {
        var leaving = ImmutableSortedSet.CreateBuilder<int>();
        foreach (var at in job.Modes[mode].Events)
        {
            foreach (var owner in board.Group(at.Group).Blockers(at.At + start))
            {
                if (!mayGo(owner)) return null;
                leaving.Add(owner);
            }
        }

        var choices = ImmutableArray.CreateBuilder<Choice>();
        foreach (var need in job.Modes[mode].Needs)
        {
            if (Best(board, need, start, mayGo, leaving) is not { } choice) return null;
            choices.Add(choice);
            leaving.UnionWith(board.Unary(choice.Resource).Blockers(choice.At(start)));
        }

        return (new(job, start, mode, choices.ToImmutable()), leaving.ToImmutable());
    }

    private static Choice? Best(Board board, Need need, long start, Func<int, bool> mayGo, ISet<int> leaving)
    {
        Choice? best = null;
        var least = (More: int.MaxValue, Cost: int.MaxValue);
        foreach (var choice in need.Choices)
        {
            var hold = choice.At(start);
            if (board.Unary(choice.Resource).ClosedIn(hold) is not null) continue;
            var blockers = board.Unary(choice.Resource).Blockers(hold).ToList();
            if (!blockers.All(mayGo)) continue;
            var rank = (More: blockers.Except(leaving).Count(), choice.Cost);
            if (rank.CompareTo(least) < 0) (best, least) = (choice, rank);
        }

        return best;
    }
}
