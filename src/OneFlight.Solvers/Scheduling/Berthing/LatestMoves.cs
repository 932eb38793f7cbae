namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Turns the choices of a search into times: each move as late as what follows it allows.</summary>
internal static class LatestMoves
{
    /// <summary>The arrivals and moves in order; a move's start is its final one.</summary>
    internal static Step[] Time(Timeline timeline, Placing best)
    {
        var steps = new List<Step>();
        for (var p = best; p.Step is { } step; p = p.Before!) steps.Add(step);
        steps.Reverse();
        var timed = steps.ToArray();
        for (var i = timed.Length - 1; i >= 0; i--)
            if (timed[i].From >= 0) timed[i] = timed[i] with { Start = Start(timeline, timed, i) };
        return timed;
    }

    private static long Start(Timeline timeline, Step[] steps, int index)
    {
        var (rules, step) = (timeline.Rules, steps[index]);
        var latest = timeline.Deadline(step.Gap, step.Occupant);
        if (step.Until < Timeline.Ever) latest = Math.Min(latest, step.Until - 1);
        for (var j = index + 1; j < steps.Length; j++)
        {
            var next = steps[j];
            if (next.From >= 0) latest = Math.Min(latest, next.Start - (next.Occupant == step.Occupant ? 0 : rules.BetweenEvents));
            if (next.To != step.From) continue;
            latest = Math.Min(latest, next.Start + (next.From >= 0 ? rules.MoveDuration : 0) - rules.SameBerth + rules.MoveDuration);
            break;
        }
        var start = Math.Min(latest - rules.MoveDuration, Held(steps, index).Until);
        if (start >= Timeline.Ever / 2) return step.Start;
        // A grain keeps the times readable; it never pushes a move before the earliest instant it can leave.
        var even = start - ((start % rules.Grain) + rules.Grain) % rules.Grain;
        return even >= step.Start ? even : Math.Max(start, step.Start);
    }

    /// <summary>The step that brought the moving occupant to the berth it now leaves.</summary>
    internal static Step Held(Step[] steps, int index)
    {
        var j = index - 1;
        while (steps[j].Occupant != steps[index].Occupant) j--;
        return steps[j];
    }
}
