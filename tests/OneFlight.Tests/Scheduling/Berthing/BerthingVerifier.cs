using OneFlight.Solvers.Scheduling.Berthing;

namespace OneFlight.Tests.Scheduling.Berthing;

/// <summary>Judges a plan by the words of the rules, apart from the solver: every line it returns is a fault.</summary>
internal static class BerthingVerifier
{
    internal static IEnumerable<string> Faults(BerthingProblem problem, BerthingPlan plan)
    {
        var stays = plan.Stays.GroupBy(s => s.Occupant).ToDictionary(g => g.Key, g => g.OrderBy(s => s.From).ToArray());
        foreach (var occupant in problem.Occupants)
        {
            if (!stays.TryGetValue(occupant.Id, out var own)) yield return $"{occupant.Id} is nowhere";
            else
                foreach (var fault in OfOccupant(problem, occupant, own)) yield return fault;
        }
        foreach (var fault in OfBerths(problem, plan).Concat(OfMoves(problem, plan))) yield return fault;
        if (plan.Moves.Length != plan.Stays.Length - problem.Occupants.Length) yield return "moves and stays disagree";
    }

    private static IEnumerable<string> OfOccupant(BerthingProblem problem, Occupant occupant, BerthStay[] own)
    {
        if (own[0].From != occupant.From || own[^1].To != occupant.To) yield return $"{occupant.Id} comes or leaves at another time";
        if (occupant.First is { } first && own[0].Berth != first) yield return $"{occupant.Id} does not come to {first}";
        if (!occupant.MayMove && own.Length > 1) yield return $"{occupant.Id} may not move";
        for (var i = 1; i < own.Length; i++)
            if (own[i].From != own[i - 1].To + problem.Rules.MoveDuration) yield return $"{occupant.Id} is too long or too short in flight";
        foreach (var stay in own)
        {
            if (stay == own[0] && occupant.First is not null) continue;
            if (!occupant.Berths.Contains(stay.Berth)) yield return $"{occupant.Id} cannot hold {stay.Berth}";
            var open = problem.Berths.Single(b => b.Id == stay.Berth).Open;
            if (!open.Any(w => w.From <= stay.From && stay.From < w.To && (stay.To ?? long.MaxValue) <= w.To)) yield return $"{stay} is outside the open windows";
        }
    }

    private static IEnumerable<string> OfBerths(BerthingProblem problem, BerthingPlan plan)
    {
        bool Given(BerthStay stay) => problem.Occupants.Single(o => o.Id == stay.Occupant) is { First: { } first } o && stay.Berth == first && stay.From == o.From;
        foreach (var held in plan.Stays.GroupBy(s => s.Berth))
        {
            var ordered = held.OrderBy(s => s.From).ToArray();
            for (var i = 1; i < ordered.Length; i++)
            {
                var (before, after) = (ordered[i - 1], ordered[i]);
                if (before.To is not { } left || left > after.From) yield return $"{before} and {after} hold one berth";
                else if (after.From - left < problem.Rules.SameBerth
                    && !(Given(before) && Given(after) && left == problem.Occupants.Single(o => o.Id == before.Occupant).To))
                    yield return $"{after} comes too soon after {before}";
            }
        }
    }

    private static IEnumerable<string> OfMoves(BerthingProblem problem, BerthingPlan plan)
    {
        var between = problem.Rules.BetweenEvents;
        foreach (var move in plan.Moves)
        {
            foreach (var other in problem.Occupants.Where(o => o.Id != move.Occupant))
                foreach (var at in new[] { other.From, other.To ?? long.MaxValue / 2 })
                    if (at > move.Leaves - between && at < move.Arrives + between) yield return $"{move} is too close to {other}";
            foreach (var other in plan.Moves.Where(m => m.Occupant != move.Occupant))
                if (other.Arrives > move.Leaves - between && other.Leaves < move.Arrives + between) yield return $"{move} is too close to {other}";
        }
    }
}
