namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>Makes a schedule of a list of activities: one after another, each as early as what it waits for and the resources allow.</summary>
internal interface IDecoder
{
    /// <summary>Fills in the end of each activity and returns the makespan. Nothing is allocated.</summary>
    /// <param name="list">The activities, each after all that it waits for in this direction.</param>
    int Decode(TimeDirection direction, ReadOnlySpan<int> list, Span<int> ends);
}

/// <summary>The serial schedule generation scheme on a dense profile, in either direction of time.</summary>
/// <remarks>Kolisch and Hartmann, "Heuristic algorithms for the resource-constrained project scheduling problem", 1999.</remarks>
internal sealed class Decoder<TProfile>(TProfile profile, int[] durations) : IDecoder where TProfile : struct, IResourceProfile
{
    public int Decode(TimeDirection direction, ReadOnlySpan<int> list, Span<int> ends)
    {
        var makespan = 0;
        foreach (var activity in list)
        {
            var ready = 0;
            foreach (var before in direction.Before(activity)) ready = Math.Max(ready, ends[before]);
            var duration = durations[activity];
            var start = profile.EarliestFit(activity, ready, duration);
            profile.Take(activity, start, duration);
            ends[activity] = start + duration;
            makespan = Math.Max(makespan, start + duration);
        }
        profile.Clear(makespan);
        return makespan;
    }
}

internal static class Decoder
{
    /// <summary>The fast kind where the capacities fit in one word, else the general one.</summary>
    public static IDecoder For(ProjectProblem problem)
    {
        int[] durations = [.. problem.Activities.Select(a => a.Modes[0].Duration)];
        return PackedProfile.Takes(problem)
            ? new Decoder<PackedProfile>(new PackedProfile(problem), durations)
            : new Decoder<WideProfile>(new WideProfile(problem), durations);
    }
}
