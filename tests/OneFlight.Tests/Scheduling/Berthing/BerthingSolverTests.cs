using OneFlight.Solvers.Scheduling.Berthing;
using static OneFlight.Tests.Scheduling.Berthing.BerthingCases;

namespace OneFlight.Tests.Scheduling.Berthing;

public class BerthingSolverTests
{
    [Fact]
    public void Nobody_moves_when_a_wiser_first_berth_will_do()
    {
        var plan = Plan(AProblem([ABerth("a"), ABerth("b")], AnOccupant("long", 0, 100, "a,b"), AnOccupant("picky", 20, 40, "a")));

        Assert.Equal(0, plan.Proof.Minimum);
        Assert.Equal("b", plan.Stays.Single(s => s.Occupant == "long").Berth);
    }

    [Fact]
    public void One_that_stands_where_another_is_given_to_come_moves_just_in_time()
    {
        var plan = Plan(AProblem([ABerth("a"), ABerth("b")], AnOccupant("first", 0, 100, "a,b", "a"), AnOccupant("second", 50, 80, "a", "a")));

        var move = Assert.Single(plan.Moves);
        Assert.Equal(("first", "a", "b", 45L, 46L), (move.Occupant, move.FromBerth, move.ToBerth, move.Leaves, move.Arrives));
        Assert.Equal(("second", 50L, true), (move.Cause.NeededBy, move.Cause.NeededAt, move.Cause.NeededGiven));
        Assert.Null(move.Cause.WithoutIt);
        Assert.Equal("first", Assert.Single(plan.Proof.Forced).Occupant);
    }

    [Fact]
    public void One_whose_next_berth_is_held_waits_for_the_holder_to_make_way()
    {
        var problem = AProblem(
            [ABerth("a", to: 50), ABerth("b"), ABerth("c")],
            AnOccupant("x", 0, 100, "a,b", "a"), AnOccupant("y", 3, 100, "a,b,c", "b"));

        var plan = Plan(problem);

        Assert.Equal(2, plan.Moves.Length);
        Assert.Equal([("y", "c"), ("x", "b")], plan.Moves.Select(m => (m.Occupant, m.ToBerth)));
        Assert.True(plan.Moves[0].Cause.NeededByMove);
        Assert.Equal(50, plan.Moves[1].Cause.NeededAt);
    }

    [Fact]
    public void One_leaves_before_its_berth_closes()
    {
        var plan = Plan(AProblem([ABerth("a", to: 30), ABerth("b", from: 10)], AnOccupant("x", 0, null, "a,b")));

        var move = Assert.Single(plan.Moves);
        Assert.Equal((30L, "b"), (move.Leaves, move.ToBerth));
        Assert.Equal((null, 30L), (move.Cause.NeededBy, move.Cause.NeededAt));
    }

    [Fact]
    public void No_room_between_events_is_no_room_for_a_move_at_another_part_of_the_station()
    {
        // At berth z something comes or leaves every four units; a move takes one and needs two to either side.
        var traffic = Enumerable.Range(0, 15).Select(i => AnOccupant($"t{i:00}", i * 8, (i * 8) + 4, "z"));
        var berths = new[] { ABerth("a"), ABerth("b"), ABerth("z") };
        Occupant[] two = [AnOccupant("x", 1, 110, "a,b", "a"), AnOccupant("y", 60, 90, "a", "a")];

        var crowded = BerthingSolver.Solve(AProblem(berths, [.. two, .. traffic]) with { Rules = new(2, 3, 1) });
        var calm = BerthingSolver.Solve(AProblem(berths, [.. two, .. traffic.Where(t => t.From != 32)]) with { Rules = new(2, 3, 1) });

        Assert.Null(crowded.Plan);
        Assert.Equal(("y", 60L), (crowded.Blocked!.Occupant, crowded.Blocked.At));
        Assert.Equal(new("a", ObstacleKind.Held, "x", 110), Assert.Single(crowded.Blocked.Obstacles));
        Assert.InRange(Assert.Single(calm.Plan!.Moves).Leaves, 30, 37);
    }

    [Fact]
    public void Given_events_closer_than_the_rules_allow_are_facts()
    {
        var plan = Plan(AProblem(
            [ABerth("a"), ABerth("b")], AnOccupant("x", 0, 20, "a", "a"), AnOccupant("y", 20, 30, "a", "a"), AnOccupant("z", 20, 30, "b")));

        Assert.Empty(plan.Moves);
    }

    [Fact]
    public void A_chosen_berth_is_never_taken_too_soon_after_it_was_left()
    {
        var answer = BerthingSolver.Solve(AProblem([ABerth("a")], AnOccupant("x", 0, 20, "a"), AnOccupant("y", 24, 30, "a")));

        Assert.Equal(("y", 24L), (answer.Blocked!.Occupant, answer.Blocked.At));
        Assert.Equal(new("a", ObstacleKind.LeftTooRecently, "x", 25), Assert.Single(answer.Blocked.Obstacles));
    }

    [Fact]
    public void A_given_berth_that_is_not_its_own_or_not_open_is_a_fact()
    {
        var plan = Plan(AProblem([ABerth("a", to: 10), ABerth("b")], AnOccupant("module", 10, null, "b", "a", mayMove: false)));

        Assert.Equal(new BerthStay("module", "a", 10, null), Assert.Single(plan.Stays));
    }

    [Fact]
    public void Preferred_berths_are_chosen_when_that_costs_no_move()
    {
        var x = AnOccupant("x", 0, 10, "a,b,c") with { Preferred = ["c"] };

        Assert.Equal("c", Assert.Single(Plan(AProblem([ABerth("a"), ABerth("b"), ABerth("c")], x)).Stays).Berth);
    }

    [Fact]
    public void A_budget_too_small_for_all_placings_still_finds_a_plan_that_is_the_best()
    {
        var berths = Enumerable.Range(0, 12).Select(i => ABerth($"b{i:00}")).ToArray();
        var all = string.Join(',', berths.Select(b => b.Id));
        var problem = AProblem(berths, [.. Enumerable.Range(0, 20).Select(i => AnOccupant($"o{i:000}", i * 20, (i * 20) + 150, all, $"b{i % 7:00}"))]);

        var plan = BerthingSolver.Solve(problem, budget: 2000).Plan!;

        // Each stays 150 and its berth is given to another after 140: all but the last seven make way.
        Assert.Equal(13, plan.Proof.Minimum);
        Assert.Equal(13, plan.Proof.Forced.Length);
        Assert.Empty(BerthingVerifier.Faults(problem, plan));
    }

    [Fact]
    public void What_the_budget_cannot_decide_is_not_claimed()
    {
        // One move is needed at least, but there is time for none; with the budget spent nothing is said but the bound.
        var problem = AProblem(
            [ABerth("a"), ABerth("b")], AnOccupant("first", 0, 100, "a,b", "a"), AnOccupant("second", 4, 80, "a", "a"));

        var (decided, undecided) = (BerthingSolver.Solve(problem), BerthingSolver.Solve(problem, budget: 1));

        Assert.Equal(("second", 4L), (decided.Blocked!.Occupant, decided.Blocked.At));
        Assert.Equal((null, null), (undecided.Plan, undecided.Blocked));
        Assert.Equal(1, undecided.Undecided!.AtLeast);
    }

    [Fact]
    public void A_repeated_name_an_unknown_berth_and_reversed_times_are_refused()
    {
        var x = AnOccupant("x", 0, 10, "a");

        Assert.Throws<ArgumentException>(() => BerthingSolver.Solve(AProblem([ABerth("a")], x, x)));
        Assert.Throws<ArgumentException>(() => BerthingSolver.Solve(AProblem([ABerth("b")], x)));
        Assert.Throws<ArgumentException>(() => BerthingSolver.Solve(AProblem([ABerth("a")], x with { To = 0 })));
    }

    private static BerthingPlan Plan(BerthingProblem problem)
    {
        var answer = BerthingSolver.Solve(problem);
        Assert.NotNull(answer.Plan);
        Assert.Empty(BerthingVerifier.Faults(problem, answer.Plan));
        return answer.Plan;
    }
}
