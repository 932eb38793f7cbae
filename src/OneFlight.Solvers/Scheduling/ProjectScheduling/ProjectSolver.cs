using System.Collections.Immutable;
using OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>When a search ends at the latest: after a number of schedules, or when the caller says so. At least one schedule is always made.</summary>
/// <param name="Schedules">Every list of activities that is turned into a schedule counts, also those of the improvement passes.</param>
/// <param name="IsOver">Asked before every schedule; a search ended by it is not repeatable, one ended by its schedules is.</param>
public sealed record SearchBudget(long Schedules, Func<bool> IsOver)
{
    public static SearchBudget Of(long schedules) => new(schedules, () => false);
}

/// <summary>A better schedule was found.</summary>
/// <param name="Schedules">How many schedules had been made by then.</param>
public readonly record struct ScheduleImprovement(long Schedules, int Makespan);

/// <summary>The best schedule found.</summary>
/// <param name="CriticalPath">Its length, if resources were without end.</param>
/// <param name="Bound">No schedule ends earlier.</param>
/// <param name="Schedules">How many were made.</param>
public sealed record ProjectSolution(
    ProjectSchedule Schedule, int Makespan, int CriticalPath, int Bound, long Schedules, ImmutableArray<ScheduleImprovement> Improvements);

/// <summary>Schedules projects so that they end as early as possible.</summary>
public static class ProjectSolver
{
    /// <summary>The best schedule within the budget; the search ends early when the bound is reached.</summary>
    /// <param name="seed">Same problem, seed and number of schedules: same solution, everywhere.</param>
    /// <param name="improved">Told each improvement at once; it must not take long.</param>
    public static ProjectSolution Solve(ProjectProblem problem, SearchBudget budget, int seed, Action<ScheduleImprovement>? improved = null)
    {
        var path = CriticalPath.Of(problem);
        var run = new SearchRun(problem, budget, path.Length, improved);
        new PopulationSearch(problem, path, run, seed).Run(budget.Schedules);
        return new(ProjectSchedule.OfFirstModes([.. run.BestStarts]), run.BestMakespan, path.Length, path.Length, run.Schedules, [.. run.Improvements]);
    }
}
