using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>The links of a project seen with time running forward, or backward: then whatever followed an activity comes before it.</summary>
internal sealed class TimeDirection
{
    private readonly int[] first;
    private readonly int[] before;

    private TimeDirection(int count, IEnumerable<(int Earlier, int Later)> links, IEnumerable<int> order)
    {
        Order = [.. order];
        var earlier = links.ToLookup(l => l.Later, l => l.Earlier);
        first = new int[count + 1];
        for (var a = 0; a < count; a++) first[a + 1] = first[a] + earlier[a].Count();
        before = [.. Enumerable.Range(0, count).SelectMany(a => earlier[a])];
    }

    /// <summary>The activities, each after all that it waits for in this direction.</summary>
    public int[] Order { get; }

    public ReadOnlySpan<int> Before(int activity) => before.AsSpan(first[activity], first[activity + 1] - first[activity]);

    public static TimeDirection Forward(ProjectProblem problem) =>
        new(problem.Activities.Length, problem.Links.Select(l => (l.Earlier, l.Later)), problem.Order);

    public static TimeDirection Backward(ProjectProblem problem) =>
        new(problem.Activities.Length, problem.Links.Select(l => (l.Later, l.Earlier)), problem.Order.Reverse());
}
