using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>What a schedule breaks.</summary>
/// <param name="Rule"><c>shape</c>, <c>before-zero</c>, <c>precedence</c> or <c>capacity</c>.</param>
public readonly record struct ScheduleViolation(string Rule, string Text);

/// <summary>Judges a schedule against its problem, whoever made it; shares no code with the search.</summary>
public static class ScheduleChecker
{
    /// <summary>Every violation; empty when the schedule holds.</summary>
    public static ImmutableArray<ScheduleViolation> Check(ProjectProblem problem, ProjectSchedule schedule)
    {
        var count = problem.Activities.Length;
        if (schedule.Starts.Length != count || schedule.Modes.Length != count)
        {
            return [new("shape", $"{schedule.Starts.Length} starts and {schedule.Modes.Length} modes for {count} activities")];
        }
        var unknown = Enumerable.Range(0, count).Where(a => schedule.Modes[a] < 0 || schedule.Modes[a] >= problem.Activities[a].Modes.Length).ToArray();
        if (unknown.Length > 0) return [.. unknown.Select(a => new ScheduleViolation("shape", $"activity {problem.Activities[a].Number} has no mode {schedule.Modes[a]}"))];
        return [.. BeforeZero(problem, schedule), .. Precedence(problem, schedule), .. Capacity(problem, schedule)];
    }

    private static IEnumerable<ScheduleViolation> BeforeZero(ProjectProblem problem, ProjectSchedule schedule) =>
        from a in Enumerable.Range(0, schedule.Starts.Length)
        where schedule.Starts[a] < 0
        select new ScheduleViolation("before-zero", $"activity {problem.Activities[a].Number} starts at {schedule.Starts[a]}");

    private static IEnumerable<ScheduleViolation> Precedence(ProjectProblem problem, ProjectSchedule schedule) =>
        from link in problem.Links
        let end = End(problem, schedule, link.Earlier)
        where schedule.Starts[link.Later] < end
        select new ScheduleViolation("precedence", $"activity {problem.Activities[link.Later].Number} starts at {schedule.Starts[link.Later]}, activity {problem.Activities[link.Earlier].Number} ends at {end}");

    /// <summary>What is taken rises only at starts, so only these times need to be looked at.</summary>
    private static IEnumerable<ScheduleViolation> Capacity(ProjectProblem problem, ProjectSchedule schedule)
    {
        for (var r = 0; r < problem.Resources.Length; r++)
        {
            var changes = new SortedDictionary<int, long>();
            for (var a = 0; a < schedule.Starts.Length; a++)
            {
                var demand = problem.Activities[a].Modes[schedule.Modes[a]].Demands[r];
                if (demand == 0 || End(problem, schedule, a) == schedule.Starts[a]) continue;
                changes[schedule.Starts[a]] = changes.GetValueOrDefault(schedule.Starts[a]) + demand;
                changes[End(problem, schedule, a)] = changes.GetValueOrDefault(End(problem, schedule, a)) - demand;
            }
            var taken = 0L;
            foreach (var (time, change) in changes)
            {
                taken += change;
                if (taken > problem.Resources[r].Capacity)
                {
                    yield return new("capacity", $"at {time} {taken} of {problem.Resources[r].Name} are taken, it has {problem.Resources[r].Capacity}");
                }
            }
        }
    }

    private static int End(ProjectProblem problem, ProjectSchedule schedule, int activity) =>
        schedule.Starts[activity] + problem.Activities[activity].Modes[schedule.Modes[activity]].Duration;
}
