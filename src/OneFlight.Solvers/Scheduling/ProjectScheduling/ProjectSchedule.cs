using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>When each activity starts and in which of its modes it runs, in the order of the problem's activities. Whether it holds is for the checker to say.</summary>
public sealed record ProjectSchedule(ImmutableArray<int> Starts, ImmutableArray<int> Modes)
{
    /// <summary>When the last activity ends.</summary>
    public int Makespan(ProjectProblem problem)
    {
        var latest = 0;
        for (var a = 0; a < Starts.Length; a++) latest = Math.Max(latest, Starts[a] + problem.Activities[a].Modes[Modes[a]].Duration);
        return latest;
    }

    /// <summary>A schedule in which every activity runs in its first mode.</summary>
    public static ProjectSchedule OfFirstModes(ImmutableArray<int> starts) => new(starts, [.. new int[starts.Length]]);
}
