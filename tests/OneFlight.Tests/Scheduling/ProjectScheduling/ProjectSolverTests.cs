using System.Collections.Immutable;
using OneFlight.Solvers.Scheduling.ProjectScheduling;
using OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

namespace OneFlight.Tests.Scheduling.ProjectScheduling;

public sealed class ProjectSolverTests
{
    [Fact]
    public void The_kept_instances_are_solved_at_1000_schedules_checked_and_never_below_a_bound()
    {
        var over = new List<double>();
        foreach (var (name, known) in AnyProject.Known)
        {
            var solution = Solved(AnyProject.Kept(name), 1_000);
            Assert.InRange(solution.Makespan, known.LowerBound, int.MaxValue);
            Assert.InRange(solution.Schedules, 1, 1_000);
            over.Add(100.0 * (solution.Makespan - known.Best) / known.Best);
        }
        Assert.InRange(over.Average(), 0, 3.0);
    }

    [Fact]
    public void The_optimum_of_tiny_projects_is_found_and_more_capacity_never_worsens_it()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = AnyProject.Random(seed, activities: 6, longest: 3);
            var optimum = ExactOptimum.Of(problem);
            Assert.Equal(optimum, Solved(problem, 2_000).Makespan);

            var more = problem.With([.. problem.Resources.Select((r, i) => i == seed % 2 ? r with { Capacity = r.Capacity + 1 } : r)]);
            Assert.InRange(ExactOptimum.Of(more), CriticalPath.Of(more).Length, optimum);
        }
    }

    [Fact]
    public void Permuting_the_activities_keeps_feasibility_and_bound()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var problem = AnyProject.Random(seed, activities: 25);
            var to = Enumerable.Range(0, 25).ToArray();
            new Random(seed).Shuffle(to);
            var permuted = ProjectProblem.Create(
                "permuted", [.. Enumerable.Range(0, 25).OrderBy(a => to[a]).Select(a => problem.Activities[a])], problem.Resources,
                [.. problem.Links.Select(l => new FinishStart(to[l.Earlier], to[l.Later]))]).Value;

            var (one, other) = (Solved(problem, 500), Solved(permuted, 500));
            Assert.Equal(one.Bound, other.Bound);
            Assert.Empty(ScheduleChecker.Check(permuted, ProjectSchedule.OfFirstModes([.. Enumerable.Range(0, 25).OrderBy(a => to[a]).Select(a => one.Schedule.Starts[a])])));
        }
    }

    [Fact]
    public void Same_seed_and_schedules_give_the_same_answer_and_another_seed_may_differ()
    {
        var problem = AnyProject.Kept("j12057_9");

        var (once, again) = (Solved(problem, 3_000, seed: 7), Solved(problem, 3_000, seed: 7));
        Assert.Equal(once.Schedule.Starts, again.Schedule.Starts);
        Assert.Equal(once.Improvements, again.Improvements);
        Assert.Equal(once.Schedules, again.Schedules);
        Assert.NotEqual(once.Schedule.Starts, Solved(problem, 3_000, seed: 8).Schedule.Starts);
    }

    [Fact]
    public void Improvements_are_told_at_once_and_only_fall()
    {
        var problem = AnyProject.Kept("j12057_9");
        var told = new List<ScheduleImprovement>();

        var solution = ProjectSolver.Solve(problem, SearchBudget.Of(2_000), seed: 1, told.Add);

        Assert.Equal(told, solution.Improvements);
        Assert.Equal(told.Select(i => i.Makespan).Distinct().OrderDescending(), told.Select(i => i.Makespan));
        Assert.Equal(solution.Makespan, told[^1].Makespan);
    }

    [Fact]
    public void A_search_that_is_stopped_at_once_still_has_a_schedule()
    {
        var problem = AnyProject.Kept("j12057_9");

        var solution = ProjectSolver.Solve(problem, new(long.MaxValue, () => true), seed: 1);

        Assert.Empty(ScheduleChecker.Check(problem, solution.Schedule));
        Assert.InRange(solution.Schedules, 1, 100);
    }

    [Fact]
    public void It_stops_when_the_critical_path_is_reached()
    {
        var solution = Solved(AnyProject.Of([2], [(3, [1]), (3, [1]), (2, [2])], (0, 2)).Value, 1_000);

        Assert.Equal((5, 5), (solution.Makespan, solution.Bound));
        Assert.InRange(solution.Schedules, 1, 20);
    }

    [Fact]
    public void Many_resources_and_large_capacities_give_what_packed_ones_give()
    {
        var problem = AnyProject.Random(3, activities: 40, resources: 4);
        var wide = ProjectProblem.Create(
            "wide",
            [.. problem.Activities.Select(a => new Activity(a.Number, [new(a.Modes[0].Duration, [.. a.Modes[0].Demands, 0, 0, 0])]))],
            [.. problem.Resources, .. Enumerable.Range(0, 3).Select(r => new RenewableResource($"more {r}", 1_000_000))], problem.Links).Value;

        Assert.Equal(Solved(problem, 2_000).Schedule.Starts, Solved(wide, 2_000).Schedule.Starts);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Decoding_allocates_nothing(int resources)
    {
        var problem = AnyProject.Random(5, activities: 60, resources: resources);
        var decoder = Decoder.For(problem);
        var directions = new[] { TimeDirection.Forward(problem), TimeDirection.Backward(problem) };
        var ends = new int[60];
        for (var run = 0; run < 100; run++) decoder.Decode(directions[run % 2], directions[run % 2].Order, ends);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < 1_000; run++) decoder.Decode(directions[run % 2], directions[run % 2].Order, ends);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_longer_search_allocates_no_more_than_a_shorter_one()
    {
        var problem = AnyProject.Kept("j12057_9");
        _ = Allocated(2_000);

        Assert.InRange(Allocated(6_000) - Allocated(3_000), -200_000, 200_000);

        long Allocated(int schedules)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = ProjectSolver.Solve(problem, SearchBudget.Of(schedules), seed: 1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static ProjectSolution Solved(ProjectProblem problem, int schedules, int seed = 1)
    {
        var solution = ProjectSolver.Solve(problem, SearchBudget.Of(schedules), seed);
        Assert.Empty(ScheduleChecker.Check(problem, solution.Schedule));
        Assert.Equal(solution.Makespan, solution.Schedule.Makespan(problem));
        Assert.InRange(solution.Bound, CriticalPath.Of(problem).Length, solution.Makespan);
        return solution;
    }
}
