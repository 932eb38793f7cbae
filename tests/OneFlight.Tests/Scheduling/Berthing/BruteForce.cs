using OneFlight.Solvers.Scheduling.Berthing;

namespace OneFlight.Tests.Scheduling.Berthing;

/// <summary>The fewest moves by walking through time unit by unit with every choice, no bound and no shortcut. Whole units suffice:
/// where all given times are whole, moves can be made whole without a loss.</summary>
internal sealed class BruteForce(BerthingProblem problem)
{
    private const int End = 75;
    private readonly Occupant[] occupants = [.. problem.Occupants];
    private readonly Berth[] berths = [.. problem.Berths];

    /// <summary>The fewest moves; null: no plan with up to <paramref name="most"/>.</summary>
    internal int? Fewest(int most)
    {
        var start = new State([.. occupants.Select(_ => -1)], [.. berths.Select(_ => (-1000, false))], new bool[occupants.Length], []);
        for (var moves = 0; moves <= most; moves++)
            if (Reaches(start, moves)) return moves;
        return null;
    }

    private bool Reaches(State start, int allowed)
    {
        var states = new Dictionary<string, (State State, int Moves)> { [start.Key] = (start, 0) };
        for (var time = 0; time <= End; time++)
        {
            var next = new Dictionary<string, (State State, int Moves)>();
            foreach (var (state, moves) in states.Values)
                foreach (var (after, used) in At(time, state, moves, allowed))
                    if (!next.TryGetValue(after.Key, out var known) || used < known.Moves) next[after.Key] = (after, used);
            states = next;
        }
        // Whoever is still here must be able to stay for good.
        return states.Values.Any(s => s.State.Where.All(b => b < 0 || berths[b].Open.Any(w => w.To == long.MaxValue) || IsGiven(s.State, b)));
    }

    private bool IsGiven(State state, int berth)
    {
        var o = Array.IndexOf(state.Where, berth);
        return !state.Moved[o] && occupants[o].First == berths[berth].Id && !OpenFor(berth, (int)occupants[o].From);
    }

    private bool OpenFor(int berth, long time) => berths[berth].Open.Any(w => w.From <= time && time < w.To);

    private IEnumerable<(State, int)> At(int time, State state, int moves, int allowed)
    {
        IEnumerable<(State State, int Moves)> now = [(state, moves)];
        foreach (var o in Enumerable.Range(0, occupants.Length).Where(o => occupants[o].To == time)) now = now.SelectMany(s => Depart(time, s.State, s.Moves, o)).ToArray();
        foreach (var o in Enumerable.Range(0, occupants.Length).Where(o => occupants[o].From == time)) now = now.SelectMany(s => Arrive(time, s.State, s.Moves, o)).ToArray();
        foreach (var (s, m) in now)
        {
            foreach (var moved in MovesFrom(time, s, m, allowed))
                if (StillOpen(time, moved.State)) yield return (Forget(time, moved.State), moved.Moves);
        }
    }

    /// <summary>What is too long ago for any rule is all the same.</summary>
    private State Forget(int time, State state) => state with
    {
        Left = [.. state.Left.Select(l => l.At <= time - problem.Rules.SameBerth ? (-1000, false) : l)],
        Flights = [.. state.Flights.Where(f => f.Lands > time - problem.Rules.BetweenEvents)],
    };

    /// <summary>No move, or any one that starts now: a move takes at least a unit, and no two overlap.</summary>
    private IEnumerable<(State State, int Moves)> MovesFrom(int time, State state, int moves, int allowed)
    {
        yield return (state, moves);
        if (moves == allowed) yield break;
        for (var o = 0; o < occupants.Length; o++)
        {
            if (state.Where[o] < 0 || !occupants[o].MayMove || !Clear(time, state, o)) continue;
            foreach (var to in Enumerable.Range(0, berths.Length).Where(b => occupants[o].Berths.Contains(berths[b].Id)))
                if (Relocate(time, state, o, to) is { } after) yield return (after, moves + 1);
        }
    }

    private bool Clear(int time, State state, int mover)
    {
        var (gap, lands) = (problem.Rules.BetweenEvents, time + problem.Rules.MoveDuration);
        bool Far(long at) => at <= time - gap || at >= lands + gap;
        return occupants.Where((_, o) => o != mover).All(o => Far(o.From) && (o.To is not { } to || Far(to)))
            && (occupants[mover].To is not { } own || own >= lands)
            && state.Flights.All(f => f.Mover == mover ? time >= f.Lands : time >= f.Lands + gap);
    }

    private State? Relocate(int time, State state, int o, int to)
    {
        var (from, lands) = (state.Where[o], time + problem.Rules.MoveDuration);
        if (to == from || state.Where.Contains(to) || lands - state.Left[to].At < problem.Rules.SameBerth || !OpenFor(to, lands)) return null;
        var left = state.Left.ToArray();
        left[from] = (time, false);
        var where = state.Where.ToArray();
        where[o] = to;
        var moved = state.Moved.ToArray();
        moved[o] = true;
        return new(where, left, moved, [.. state.Flights, (o, (int)lands)]);
    }

    private IEnumerable<(State, int)> Depart(int time, State state, int moves, int o)
    {
        var berth = state.Where[o];
        var left = state.Left.ToArray();
        left[berth] = (time, !state.Moved[o] && occupants[o].First == berths[berth].Id);
        var where = state.Where.ToArray();
        where[o] = -1;
        var moved = state.Moved.ToArray();
        moved[o] = false;
        yield return (state with { Where = where, Left = left, Moved = moved }, moves);
    }

    private IEnumerable<(State, int)> Arrive(int time, State state, int moves, int o)
    {
        for (var b = 0; b < berths.Length; b++)
        {
            var given = occupants[o].First == berths[b].Id;
            if (occupants[o].First is not null ? !given : !occupants[o].Berths.Contains(berths[b].Id)) continue;
            if (state.Where.Contains(b) || (!given && !OpenFor(b, time))) continue;
            if (time - state.Left[b].At < problem.Rules.SameBerth && !(given && state.Left[b].Given)) continue;
            var where = state.Where.ToArray();
            where[o] = b;
            yield return (state with { Where = where }, moves);
        }
    }

    /// <summary>Everyone landed stands within an open window through the next unit, or stands where it was given to be outside of one.</summary>
    private bool StillOpen(int time, State state)
    {
        for (var o = 0; o < occupants.Length; o++)
        {
            var b = state.Where[o];
            if (b < 0 || state.Flights.Any(f => f.Mover == o && f.Lands > time)) continue;
            if (!OpenFor(b, time) && !IsGiven(state, b)) return false;
        }
        return true;
    }

    private sealed record State(int[] Where, (int At, bool Given)[] Left, bool[] Moved, (int Mover, int Lands)[] Flights)
    {
        internal string Key => $"{string.Join(',', Where)}|{string.Join(',', Left)}|{string.Join(',', Moved)}|{string.Join(',', Flights)}";
    }
}
