using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Finds a plan with the fewest moves between berths and proves that fewer are impossible.</summary>
public static class BerthingSolver
{
    /// <summary>Same problem, same answer, in whatever order its parts are given.</summary>
    /// <exception cref="ArgumentException">An id is there twice or names nothing, or an occupant leaves no later than it comes.</exception>
    public static BerthingAnswer Solve(BerthingProblem problem)
    {
        var timeline = new Timeline(problem);
        var solution = Fewest(timeline);
        if (solution.Best is not { } best) return new(null, solution.Blocked);
        var steps = LatestMoves.Time(timeline, best);
        var proof = new BerthingProof(
            best.Cost.Moves, ForcedMoves.Of(timeline), solution.LeastWithoutSpacing, solution.PlacingsWithoutSpacing, solution.Exhausted, solution.Examined);
        var stays = Stays(timeline, steps);
        var moves = steps.Where(s => s.From >= 0).OrderBy(s => s.Start)
            .Select(s => Move(timeline, s, MoveCauses.Of(timeline, steps, s, Without(problem, timeline.Occupants[s.Occupant].Id))));
        return new(new(stays, [.. moves], proof), null);
    }

    private static Solution Fewest(Timeline timeline)
    {
        var ahead = new MovesAhead(timeline);
        var least = ahead.From(0, Placing.Empty(timeline.Berths.Length));
        var exhausted = ImmutableArray.CreateBuilder<ExhaustedBound>();
        for (int? allowed = least; allowed is < MovesAhead.NoPlan; )
        {
            var search = new PlacingSearch(timeline, ahead, allowed).Run();
            if (search.Best is { } best) return new(best, null, least, ahead.Placings, exhausted.ToImmutable(), search.Examined);
            // Before trying with ever more moves: is there a plan with any number of them?
            if (exhausted.Count == 0 && new PlacingSearch(timeline, null, null).Run() is { Best: null } any)
                return new(null, Obstacles.Report(timeline, any), least, ahead.Placings, [], any.Examined);
            exhausted.Add(Exhausted(timeline, search, allowed.Value));
            allowed = search.NextAllowed;
        }
        var furthest = new PlacingSearch(timeline, null, null).Run();
        return new(null, Obstacles.Report(timeline, furthest), least, ahead.Placings, exhausted.ToImmutable(), furthest.Examined);
    }

    private static ExhaustedBound Exhausted(Timeline timeline, PlacingSearch search, int allowed)
    {
        var last = timeline.Events[Math.Min(search.Furthest, timeline.Events.Length - 1)];
        return new(allowed, search.Examined, timeline.Occupants[last.Occupant].Id, last.Time);
    }

    private static int? Without(BerthingProblem problem, string occupant)
    {
        var held = problem.Occupants.Select(o => o.Id == occupant ? o with { MayMove = false } : o);
        return Fewest(new(problem with { Occupants = [.. held] })).Best?.Cost.Moves;
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

    private sealed record Solution(
        Placing? Best, NoBerth? Blocked, int LeastWithoutSpacing, long PlacingsWithoutSpacing, ImmutableArray<ExhaustedBound> Exhausted, long Examined);
}
