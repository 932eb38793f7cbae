namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Looks at every placing that no more than so many moves can reach, event by event.</summary>
/// <remarks>Exact. Between two given events any number of moves may follow one another, each as early as what came before allows: in a fixed order
/// of moves an earlier one never hinders a later one, so a plan exists exactly when the earliest one does. A placing is dropped only for
/// another with the same holders from which everything it could do is possible at no higher cost.</remarks>
/// <param name="ahead">A bound on the moves still ahead, or null for none.</param>
/// <param name="allowed">The most moves; null: any number, and then moves are not counted.</param>
/// <param name="budget">How many placings may be looked at.</param>
/// <param name="width">Null: all are kept. Else only this many of the most promising go past each event: a plan that is found is one, but finding
/// none then says nothing.</param>
internal sealed class PlacingSearch(Timeline timeline, MovesAhead? ahead, int? allowed, long budget, int? width = null)
{
    private readonly BerthingRules rules = timeline.Rules;

    /// <summary>The best placing after the last event; null: no placing gets there.</summary>
    internal Placing? Best { get; private set; }

    internal long Examined { get; private set; }

    /// <summary>Number of the last event that some placing stands before.</summary>
    internal int Furthest { get; private set; }

    /// <summary>One of the placings that stand there.</summary>
    internal Placing? Stuck { get; private set; }

    /// <summary>The budget ran out: nothing is known.</summary>
    internal bool GaveUp { get; private set; }

    /// <summary>The smallest number of moves that would have let a refused placing go on; null: none was refused.</summary>
    internal int? NextAllowed { get; private set; }

    internal PlacingSearch Run()
    {
        var frontier = new Frontier(rules.BetweenEvents);
        Keep(frontier, 0, Placing.Empty(timeline.Berths.Length));
        for (var gap = 0; frontier.Count > 0; gap++)
        {
            for (var i = 0; i < frontier.Count; i++)
            {
                if (frontier[i].Dominated) continue;
                if (++Examined > budget)
                {
                    GaveUp = true;
                    return this;
                }
                if (width is null || i < Frontier.MovesWorthwhile * width) MoveOne(frontier, gap, frontier[i]);
            }
            (Furthest, Stuck) = (gap, First(frontier));
            if (gap == timeline.Events.Length)
            {
                Best = Cheapest(frontier);
                return this;
            }
            frontier = Beyond(frontier, gap);
            if (width is { } most) frontier = frontier.Narrowed(most, p => p.Cost.Moves + (ahead?.From(gap + 1, p) ?? 0));
        }
        return this;
    }

    private static Placing First(Frontier frontier)
    {
        for (var i = 0; ; i++)
            if (!frontier[i].Dominated) return frontier[i];
    }

    private static Placing? Cheapest(Frontier frontier)
    {
        Placing? best = null;
        for (var i = 0; i < frontier.Count; i++)
        {
            if (frontier[i].Dominated || frontier[i].Until.Any(u => u < Timeline.Ever)) continue;
            if (best is null || frontier[i].Cost.CompareTo(best.Cost) < 0) best = frontier[i];
        }
        return best;
    }

    /// <summary>Keeps a placing unless it needs more moves than allowed.</summary>
    private void Keep(Frontier frontier, int gap, Placing placing)
    {
        if (allowed is { } most)
        {
            var least = placing.Cost.Moves + (ahead?.From(gap, placing) ?? 0);
            if (least > most)
            {
                if (least < MovesAhead.NoPlan && (NextAllowed is null || least < NextAllowed)) NextAllowed = least;
                return;
            }
        }
        frontier.Add(placing);
    }

    private Frontier Beyond(Frontier frontier, int gap)
    {
        var next = new Frontier(rules.BetweenEvents);
        var given = timeline.Events[gap];
        for (var i = 0; i < frontier.Count; i++)
        {
            if (frontier[i].Dominated || frontier[i].Until.Any(u => u < given.Time)) continue;
            if (given.Arrives) Arrive(next, gap, frontier[i]);
            else Depart(next, gap, frontier[i]);
        }
        return next;
    }

    private void Depart(Frontier next, int gap, Placing placing)
    {
        var (time, occupant, _) = timeline.Events[gap];
        var berth = placing.BerthOf(occupant);
        var after = placing.After(occupant, time, null);
        after.Leave(berth, time + rules.SameBerth, timeline.LeavesCloseBeforeAnother[occupant] && berth == timeline.First[occupant] && !placing.HasMoved(berth));
        after.Forget(time);
        Keep(next, gap + 1, after);
    }

    private void Arrive(Frontier next, int gap, Placing placing)
    {
        var (time, occupant, _) = timeline.Events[gap];
        foreach (var berth in timeline.Arrivals(occupant))
        {
            if (Obstacles.ToArrival(timeline, placing, occupant, berth, time) is not null) continue;
            var until = timeline.OpenUntil(berth, time) ?? Timeline.Ever;
            var after = placing.After(occupant, time, new(gap, occupant, -1, berth, time, until));
            after.Take(berth, occupant, until, moved: false);
            after.Forget(time);
            if (allowed is not null) after.Cost = after.Cost with { Away = after.Cost.Away + Away(occupant, berth) };
            Keep(next, gap + 1, after);
        }
    }

    private int Away(int occupant, int berth) =>
        timeline.Preferred[occupant].Count == 0 || timeline.Preferred[occupant].Contains(berth) ? 0 : 1;

    private void MoveOne(Frontier frontier, int gap, Placing placing)
    {
        for (var from = 0; from < placing.Holder.Length; from++)
        {
            if (placing.Holder[from] is not (>= 0 and var occupant) || !timeline.Occupants[occupant].MayMove) continue;
            var earliest = placing.EarliestStart(occupant, rules.BetweenEvents);
            var latest = Math.Min(placing.Until[from], timeline.Deadline(gap, occupant) - rules.MoveDuration);
            if (earliest > latest) continue;
            foreach (var to in timeline.Choices[occupant])
            {
                if (placing.Holder[to] >= 0) continue;
                foreach (var window in timeline.Windows[to])
                    Move(frontier, gap, placing, new(gap, occupant, from, to, earliest, window.To), window, latest);
            }
        }
    }

    private void Move(Frontier frontier, int gap, Placing placing, Step step, OpenWindow window, long latest)
    {
        var start = Math.Max(step.Start, Math.Max(placing.Ready[step.To], window.From) - rules.MoveDuration);
        var arrives = start + rules.MoveDuration;
        if (start > latest || (arrives >= window.To && window.To < Timeline.Ever)) return;
        var after = placing.After(step.Occupant, arrives, step with { Start = start });
        after.Leave(step.From, start + rules.SameBerth, asGiven: false);
        var hadMoved = placing.HasMoved(step.From);
        // Where moves are not counted, having moved matters only to one that could leave as given.
        after.Take(step.To, step.Occupant, window.To, moved: allowed is not null || timeline.LeavesCloseBeforeAnother[step.Occupant]);
        if (allowed is not null) after.Cost = new(
            placing.Cost.Moves + 1, placing.Cost.Movers + (hadMoved ? 0 : 1),
            placing.Cost.Early + timeline.Events.Length - gap, placing.Cost.Away + Away(step.Occupant, step.To));
        Keep(frontier, gap, after);
    }
}
