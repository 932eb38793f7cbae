using System.Diagnostics;
using System.Text;
using OneFlight.Cli.Answers;
using OneFlight.Primitives;
using OneFlight.Solvers.Scheduling.ProjectScheduling;

namespace OneFlight.Cli.Verbs;

/// <summary>Solves a project scheduling benchmark file, so that anyone can check the engine; the checker judges the schedule before it is told.</summary>
internal static class SolveVerb
{
    private const int Unlimited = 0;

    public static Verb Verb { get; } = new("solve", "FILE", "schedule a project of a benchmark file (PSPLIB .sm): starts, makespan, bound",
    [
        new("--schedules", "N", "stop after so many schedules; 50000 unless told, or without end when --seconds is given"),
        new("--seconds", "S", "stop after so many whole seconds; such a run cannot be repeated exactly"),
        new("--seed", "K", "1 unless told; same seed and schedules, same answer"),
    ], Run);

    private static Task<Result<Answer>> Run(Arguments arguments, CancellationToken stop)
    {
        var seconds = arguments.Whole("--seconds", Unlimited, 1, 86_400);
        var schedules = arguments.Whole("--schedules", seconds is { Succeeded: true, Value: not Unlimited } ? int.MaxValue : 50_000, 1, int.MaxValue);
        var seed = arguments.Whole("--seed", 1, 0, int.MaxValue);
        if (seconds.Problems.AddRange(schedules.Problems).AddRange(seed.Problems) is { IsEmpty: false } problems) return Task.FromResult<Result<Answer>>(problems);

        var path = arguments.Place!;
        var answer = Files.Read(path)
            .Then(bytes => ProjectLibraryFile.Read(path, Encoding.UTF8.GetString(bytes.Span)))
            .Then<Answer>(problem => Solved(problem, schedules.Value, seconds.Value, seed.Value, stop));
        return Task.FromResult(answer);
    }

    private static Answer Solved(ProjectProblem problem, int schedules, int seconds, int seed, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var improvements = new List<TimedImprovement>();
        bool IsOver() => stop.IsCancellationRequested || seconds != Unlimited && clock.Elapsed.TotalSeconds >= seconds;
        var solution = ProjectSolver.Solve(problem, new(schedules, IsOver), seed, i => improvements.Add(new(clock.Elapsed.TotalMilliseconds, i.Makespan)));
        if (ScheduleChecker.Check(problem, solution.Schedule) is [var violation, ..]) throw new InvalidOperationException($"The schedule does not hold: {violation.Text}");

        var instance = Path.GetFileNameWithoutExtension(problem.Name);
        return Answer.Of(CommandLine.Done, Json(instance, solution, improvements, seed), text => Write(text, instance, problem, solution));
    }

    private static object Json(string instance, ProjectSolution solution, List<TimedImprovement> improvements, int seed) => new
    {
        answer = "oneflight-solve/1",
        instance,
        status = Status(solution),
        makespan = solution.Makespan,
        delay = solution.Makespan - solution.CriticalPath,
        bound = solution.Bound,
        starts = solution.Schedule.Starts,
        modes = solution.Schedule.Modes.Select(m => m + 1),
        improvements = improvements.Select(i => new { milliseconds = Math.Round(i.Milliseconds, 3), makespan = i.Makespan }),
        schedules = solution.Schedules,
        seed,
    };

    private static void Write(TextWriter text, string instance, ProjectProblem problem, ProjectSolution solution)
    {
        text.WriteLine($"{instance}: makespan {solution.Makespan}, {Status(solution)}; none ends before {solution.Bound}. {Say.Count(checked((int)solution.Schedules), "schedule")} tried");
        text.WriteLine();
        Table.Write(text, problem.Activities.Select((a, i) => new[] { $"  {a.Number}", $"{solution.Schedule.Starts[i]}" }).Prepend(["  activity", "start"]));
    }

    private static string Status(ProjectSolution solution) => solution.Makespan == solution.Bound ? "optimal" : "feasible";

    private readonly record struct TimedImprovement(double Milliseconds, int Makespan);
}
