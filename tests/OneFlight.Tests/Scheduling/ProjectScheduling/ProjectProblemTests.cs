using OneFlight.Solvers.Scheduling.ProjectScheduling;

namespace OneFlight.Tests.Scheduling.ProjectScheduling;

public sealed class ProjectProblemTests
{
    [Fact]
    public void A_cycle_is_refused_and_named()
    {
        var refused = AnyProject.Of([], [(1, []), (1, []), (1, []), (1, [])], (0, 1), (1, 2), (2, 1), (2, 3));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal(("cyclic-precedence", "a cycle 2 → 3 → 2"), (problem.Code, problem.Found));
    }

    [Fact]
    public void Every_wrong_number_is_refused_with_its_activity_or_resource()
    {
        var refused = AnyProject.Of([-1, 3], [(-2, [0, 1]), (1, [0, 4]), (1, [0, -1]), (1, [0])], (0, 9));

        Assert.Equal(["resource R1", "activity 1", "activity 2", "activity 3", "activity 4", "links"], refused.Problems.Select(p => p.Where.Field!));
        Assert.Equal(
            ["negative-capacity", "negative-duration", "demand-over-capacity", "negative-demand", "demands", "unknown-activity"],
            refused.Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_horizon_of_ten_million_is_refused()
    {
        var refused = AnyProject.Of([1], [(5_000_000, [1]), (5_000_000, [1])]);

        Assert.Equal("horizon-too-large", Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public void An_activity_that_takes_no_time_may_ask_for_more_than_there_is() =>
        Assert.True(AnyProject.Of([1], [(0, [9])]).Succeeded);

    [Fact]
    public void The_checker_names_each_broken_rule()
    {
        var problem = AnyProject.Of([2], [(3, [2]), (2, [1]), (1, [0])], (0, 2)).Value;

        Assert.Empty(ScheduleChecker.Check(problem, ProjectSchedule.OfFirstModes([0, 3, 3])));
        Assert.Equal(["precedence", "capacity"], ScheduleChecker.Check(problem, ProjectSchedule.OfFirstModes([0, 2, 2])).Select(v => v.Rule));
        Assert.Equal(["before-zero"], ScheduleChecker.Check(problem, ProjectSchedule.OfFirstModes([-1, 3, 3])).Select(v => v.Rule));
        Assert.Equal(["shape"], ScheduleChecker.Check(problem, ProjectSchedule.OfFirstModes([0, 3])).Select(v => v.Rule));
        Assert.Equal(["shape"], ScheduleChecker.Check(problem, new([0, 3, 3], [0, 1, 0])).Select(v => v.Rule));
    }
}
