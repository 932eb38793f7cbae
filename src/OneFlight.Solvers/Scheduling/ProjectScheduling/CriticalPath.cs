using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>When activities could start if every resource were without end, each in its shortest mode.</summary>
/// <param name="Earliest">Earliest start of each activity.</param>
/// <param name="Latest">Latest start of each activity that lets all end at <paramref name="Length"/>.</param>
/// <param name="Length">The length of the longest chain: no schedule ends earlier.</param>
public sealed record CriticalPath(ImmutableArray<int> Earliest, ImmutableArray<int> Latest, int Length)
{
    public static CriticalPath Of(ProjectProblem problem)
    {
        var shortest = problem.Activities.Select(a => a.Modes.Min(m => m.Duration)).ToArray();
        var later = problem.Links.ToLookup(l => l.Earlier, l => l.Later);
        var earliest = new int[shortest.Length];
        foreach (var a in problem.Order)
        {
            foreach (var next in later[a]) earliest[next] = Math.Max(earliest[next], earliest[a] + shortest[a]);
        }
        var length = Enumerable.Range(0, shortest.Length).Max(a => earliest[a] + shortest[a]);
        var latest = new int[shortest.Length];
        foreach (var a in problem.Order.Reverse())
        {
            latest[a] = later[a].Select(next => latest[next]).DefaultIfEmpty(length).Min() - shortest[a];
        }
        return new([.. earliest], [.. latest], length);
    }
}
