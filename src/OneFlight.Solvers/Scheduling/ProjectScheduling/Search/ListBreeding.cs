namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>Makes a child's list of its parents' lists, and changes lists a little. Lists stay in precedence order.</summary>
internal sealed class ListBreeding(ProjectProblem problem)
{
    private const double ShortestStretch = 0.25, LongestStretch = 0.75;
    private const int Stretches = 6, FarthestShift = 20;

    private readonly int count = problem.Activities.Length;
    private readonly bool[] isInside = new bool[problem.Activities.Length];
    private readonly int[] durations = [.. problem.Activities.Select(a => a.Modes[0].Duration)];

    /// <summary>The share of all resources that each activity takes while it runs, summed.</summary>
    private readonly double[] loads = [.. problem.Activities.Select(a => a.Modes[0].Demands.Zip(problem.Resources, (d, r) => (double)d / Math.Max(1, r.Capacity)).Sum())];

    /// <summary>The father's list, of which a stretch is put in the mother's order: the least busy of a few, so that his peaks stay.</summary>
    /// <remarks>After the peak crossover of Valls, Ballestín and Quintanilla 2008 and the two-point crossover of Debels and Vanhoucke 2005.</remarks>
    public void Cross(Member father, Member mother, Span<int> child, ref SplitMix random)
    {
        var length = Math.Max(1, (int)(count * (ShortestStretch + (LongestStretch - ShortestStretch) * random.Share())));
        var from = 0;
        var least = double.MaxValue;
        for (var tried = 0; tried < Stretches; tried++)
        {
            var candidate = random.Below(count - length + 1);
            var load = LoadOf(father, candidate, length);
            if (load < least) (least, from) = (load, candidate);
        }
        father.List.CopyTo(child);
        Array.Clear(isInside);
        foreach (var activity in father.List.AsSpan(from, length)) isInside[activity] = true;
        foreach (var activity in mother.List)
        {
            if (isInside[activity]) child[from++] = activity;
        }
    }

    /// <summary>Moves some activities to earlier places, each with the given chance.</summary>
    /// <param name="direction">The one in which the list is in precedence order.</param>
    public void Mutate(Span<int> list, TimeDirection direction, double chance, ref SplitMix random)
    {
        for (var at = 1; at < list.Length; at++)
        {
            if (random.Share() >= chance) continue;
            var activity = list[at];
            var before = direction.Before(activity);
            var first = at;
            while (first > Math.Max(0, at - FarthestShift) && !before.Contains(list[first - 1])) first--;
            if (first == at) continue;
            var to = first + random.Below(at - first);
            list[to..at].CopyTo(list[(to + 1)..]);
            list[to] = activity;
        }
    }

    /// <summary>How much is taken on average in the time that a stretch of the member's list covers.</summary>
    private double LoadOf(Member member, int from, int length)
    {
        int begin = member.Ends[member.List[from + length - 1]], end = member.Ends[member.List[from]];
        var sum = 0.0;
        for (var a = 0; a < count; a++)
        {
            var overlap = Math.Min(end, member.Ends[a]) - Math.Max(begin, member.Ends[a] - durations[a]);
            if (overlap > 0) sum += loads[a] * overlap;
        }
        return sum / Math.Max(1, end - begin);
    }
}
