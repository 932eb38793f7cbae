namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>Makes and counts schedules, and keeps the best.</summary>
internal sealed class SearchRun(ProjectProblem problem, SearchBudget budget, int bound, Action<ScheduleImprovement>? improved)
{
    private readonly IDecoder decoder = Decoder.For(problem);
    private readonly TimeDirection[] directions = [TimeDirection.Forward(problem), TimeDirection.Backward(problem)];
    private readonly int[] durations = [.. problem.Activities.Select(a => a.Modes[0].Duration)];

    public long Schedules { get; private set; }
    public int BestMakespan { get; private set; } = int.MaxValue;
    public int[] BestStarts { get; } = new int[problem.Activities.Length];
    public List<ScheduleImprovement> Improvements { get; } = [];

    /// <summary>True when nothing better can come, or the budget is spent. Never before the first schedule.</summary>
    public bool IsOver => Schedules > 0 && (BestMakespan <= bound || Schedules >= budget.Schedules || budget.IsOver());

    /// <summary>Zero is forward in time, one backward.</summary>
    public TimeDirection Direction(int direction) => directions[direction];

    /// <summary>One schedule: fills in the ends in the time of the direction and returns the makespan.</summary>
    public int Decode(int direction, ReadOnlySpan<int> list, Span<int> ends)
    {
        Schedules++;
        var makespan = decoder.Decode(directions[direction], list, ends);
        if (makespan < BestMakespan) Keep(direction, ends, makespan);
        return makespan;
    }

    private void Keep(int direction, ReadOnlySpan<int> ends, int makespan)
    {
        BestMakespan = makespan;
        for (var a = 0; a < ends.Length; a++) BestStarts[a] = direction == 0 ? ends[a] - durations[a] : makespan - ends[a];
        var improvement = new ScheduleImprovement(Schedules, makespan);
        Improvements.Add(improvement);
        improved?.Invoke(improvement);
    }
}
