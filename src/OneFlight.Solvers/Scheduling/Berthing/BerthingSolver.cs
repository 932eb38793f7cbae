using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Finds a plan with the fewest moves between berths and proves that fewer are impossible.</summary>
public static class BerthingSolver
{
    /// <summary>Same problem, same answer, in whatever order its parts are given.</summary>
    /// <param name="budget">How many placings each search may look at; five shared berths need a few thousand. Past it a
    /// narrow search may still find a plan with no more moves than are needed at least; which of several such plans is then not promised.</param>
    /// <exception cref="ArgumentException">An id is there twice or names nothing, or an occupant leaves no later than it comes.</exception>
    public static BerthingAnswer Solve(BerthingProblem problem, long budget = 200_000)
    {
        var timeline = new Timeline(problem);
        var solution = FewestMoves.Of(timeline, budget);
        if (solution.Best is not { } best) return new(null, solution.Blocked, solution.Decided ? null : new(solution.AtLeast, solution.Examined));
        var steps = LatestMoves.Time(timeline, best);
        var forced = ForcedMoves.Of(timeline);
        var proof = new BerthingProof(
            best.Cost.Moves, forced, solution.LeastWithoutSpacing, solution.PlacingsWithoutSpacing, solution.Exhausted, solution.Examined);
        var stays = Stays(timeline, steps);
        var moves = steps.Where(s => s.From >= 0).OrderBy(s => s.Start)
            .Select(s => Move(timeline, s, MoveCauses.Of(timeline, steps, s, Without(problem, forced, timeline.Occupants[s.Occupant].Id, budget))));
        return new(new(stays, [.. moves], proof), null);
    }

    /// <summary>The fewest moves when the occupant may not move; null and decided: there is no plan then.</summary>
    private static (int? Moves, bool Decided) Without(BerthingProblem problem, ImmutableArray<ForcedMove> forced, string occupant, long budget)
    {
        if (forced.Any(f => f.Occupant == occupant)) return (null, true);
        var held = problem.Occupants.Select(o => o.Id == occupant ? o with { MayMove = false } : o);
        var fewest = FewestMoves.Of(new(problem with { Occupants = [.. held] }), budget);
        return (fewest.Best?.Cost.Moves, fewest.Decided);
    }

    private static ImmutableArray<BerthStay> Stays(Timeline timeline, Step[] steps)
    {
        var stays = ImmutableArray.CreateBuilder<BerthStay>();
        foreach (var own in steps.GroupBy(s => s.Occupant).OrderBy(g => g.Key))
        {
            var parts = own.ToArray();
            for (var i = 0; i < parts.Length; i++)
            {
                var from = parts[i].Start + (i > 0 ? timeline.Rules.MoveDuration : 0);
                stays.Add(new(timeline.Occupants[own.Key].Id, timeline.Berths[parts[i].To].Id, from,
                    i + 1 < parts.Length ? parts[i + 1].Start : timeline.Occupants[own.Key].To));
            }
        }
        return stays.ToImmutable();
    }

    private static BerthMove Move(Timeline timeline, Step step, MoveCause cause) => new(
        timeline.Occupants[step.Occupant].Id, timeline.Berths[step.From].Id, timeline.Berths[step.To].Id,
        step.Start, step.Start + timeline.Rules.MoveDuration, cause);
}
