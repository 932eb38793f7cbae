using OneFlight.Solvers.Scheduling.Berthing;
using static OneFlight.Tests.Scheduling.Berthing.BerthingCases;

namespace OneFlight.Tests.Scheduling.Berthing;

public class BerthingPropertyTests
{
    private const int MostMovesTriedByForce = 3;

    [Fact]
    public void The_fewest_moves_are_what_brute_force_finds()
    {
        var seen = new Dictionary<string, int>();
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = Drawn(seed);

            var answer = BerthingSolver.Solve(problem);

            var force = new BruteForce(problem).Fewest(MostMovesTriedByForce);
            var found = answer.Plan?.Proof.Minimum;
            Assert.True(force == (found > MostMovesTriedByForce ? null : found), $"seed {seed}: {found} moves, by force {force}");
            if (answer.Plan is { } plan) Assert.Empty(BerthingVerifier.Faults(problem, plan));
            var key = found is null ? "none" : $"{Math.Min(found.Value, MostMovesTriedByForce)}";
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }
        // The drawn problems are worth something only if they need moves.
        Assert.All(new[] { "0", "1", "2", "3", "none" }, k => Assert.True(seen.GetValueOrDefault(k) > 4, string.Join(", ", seen)));
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = Drawn(seed);
            var random = new Random(seed);
            var shuffled = problem with
            {
                Occupants = [.. problem.Occupants.OrderBy(_ => random.Next()).Select(o => o with { Berths = [.. o.Berths.OrderBy(_ => random.Next())] })],
                Berths = [.. problem.Berths.OrderBy(_ => random.Next())],
            };

            var (one, other) = (BerthingSolver.Solve(problem).Plan, BerthingSolver.Solve(shuffled).Plan);

            Assert.Equal(one?.Stays, other?.Stays);
            Assert.Equal(one?.Proof.Minimum, other?.Proof.Minimum);
        }
    }

    [Fact]
    public void The_bound_without_spacing_and_the_forced_moves_never_exceed_the_fewest()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            if (BerthingSolver.Solve(Drawn(seed)).Plan is not { Proof: var proof }) continue;
            Assert.InRange(proof.LeastWithoutSpacing, 0, proof.Minimum);
            Assert.InRange(proof.Forced.Length, 0, proof.Minimum);
            Assert.Equal(proof.Minimum > proof.LeastWithoutSpacing, proof.Exhausted.Length > 0);
        }
    }

    [Fact]
    public void A_move_whose_loss_leaves_no_plan_or_more_moves_says_so()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = Drawn(seed);
            if (BerthingSolver.Solve(problem).Plan is not { } plan) continue;
            foreach (var move in plan.Moves)
            {
                var held = problem with { Occupants = [.. problem.Occupants.Select(o => o.Id == move.Occupant ? o with { MayMove = false } : o)] };
                Assert.Equal(move.Cause.WithoutIt, BerthingSolver.Solve(held).Plan?.Proof.Minimum);
            }
        }
    }
}
