using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Tries ever more moves, from the bound without spacing on, until a plan is found or none can be.</summary>
/// <param name="Decided">False: the budget ran out before a plan was found or ruled out.</param>
/// <param name="AtLeast">No plan has fewer moves.</param>
internal sealed record FewestMoves(
    Placing? Best, NoBerth? Blocked, bool Decided, int AtLeast, int LeastWithoutSpacing, long PlacingsWithoutSpacing,
    ImmutableArray<ExhaustedBound> Exhausted, long Examined)
{
    private const int WidthOfNarrowSearch = 200;

    internal static FewestMoves Of(Timeline timeline, long budget)
    {
        var ahead = new MovesAhead(timeline);
        var least = ahead.From(0, Placing.Empty(timeline.Berths.Length));
        var none = new FewestMoves(null, null, true, least, least, ahead.Placings, [], 0);
        var examined = 0L;
        for (int? allowed = least; allowed is < MovesAhead.NoPlan;)
        {
            var search = new PlacingSearch(timeline, ahead, allowed, budget - examined).Run();
            examined += search.Examined;
            if (search.Best is not null) return none with { Best = search.Best, AtLeast = allowed.Value, Examined = search.Examined };
            if (search.GaveUp) return Narrow(timeline, ahead, none with { AtLeast = allowed.Value, Examined = examined });
            // Before trying with ever more moves: is there a plan with any number of them?
            if (none.Exhausted.IsEmpty && Blocking(timeline, budget) is { } blocked) return none with { Blocked = blocked };
            none = none with { Exhausted = none.Exhausted.Add(Bound(timeline, search, allowed.Value)) };
            allowed = search.NextAllowed;
        }
        return Blocking(timeline, budget) is { } obstacle ? none with { Blocked = obstacle } : none with { Decided = false, Examined = examined };
    }

    /// <summary>Where there are too many placings to follow all, a plan with as few moves as are needed at least is still the best there is.</summary>
    private static FewestMoves Narrow(Timeline timeline, MovesAhead ahead, FewestMoves undecided)
    {
        var search = new PlacingSearch(timeline, ahead, undecided.AtLeast, long.MaxValue, WidthOfNarrowSearch).Run();
        return undecided with { Best = search.Best, Decided = search.Best is not null, Examined = undecided.Examined + search.Examined };
    }

    /// <summary>What stands in the way of any plan; null: nothing, or the budget ran out.</summary>
    private static NoBerth? Blocking(Timeline timeline, long budget) =>
        new PlacingSearch(timeline, null, null, budget).Run() is { Best: null, GaveUp: false } search ? Obstacles.Report(timeline, search) : null;

    private static ExhaustedBound Bound(Timeline timeline, PlacingSearch search, int allowed)
    {
        var last = timeline.Events[Math.Min(search.Furthest, timeline.Events.Length - 1)];
        return new(allowed, search.Examined, timeline.Occupants[last.Occupant].Id, last.Time);
    }
}
