namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>The problem in order and by number: berths by id, occupants by arrival, the given events by time.</summary>
internal sealed class Timeline
{
    /// <summary>Stands for "without end"; leaves room to add and subtract durations.</summary>
    internal const long Ever = long.MaxValue / 4;

    private readonly Dictionary<string, int> berthNumbers;

    internal Timeline(BerthingProblem problem)
    {
        Rules = problem.Rules;
        Berths = [.. problem.Berths.OrderBy(b => b.Id, StringComparer.Ordinal)];
        if (Berths.Length > 64) throw new ArgumentException($"{Berths.Length} berths; at most 64 can be placed together.", nameof(problem));
        berthNumbers = Berths.Select((b, i) => (b.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        Windows = [.. Berths.Select(b => b.Open.Select(w => new OpenWindow(Math.Max(w.From, -Ever), Math.Min(w.To, Ever))).ToArray())];
        Occupants = [.. problem.Occupants.OrderBy(o => o.From).ThenBy(o => o.Id, StringComparer.Ordinal)];
        Refuse(Occupants.GroupBy(o => o.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key, "is there twice");
        Refuse(Occupants.FirstOrDefault(o => o.To <= o.From)?.Id, "leaves no later than it comes");
        Choices = [.. Occupants.Select(o => o.Berths.Distinct(StringComparer.Ordinal).Select(NumberOf).Order().ToArray())];
        First = [.. Occupants.Select(o => o.First is { } first ? NumberOf(first) : -1)];
        Preferred = [.. Occupants.Select(o => o.Preferred.Where(berthNumbers.ContainsKey).Select(NumberOf).ToHashSet())];
        GivenTo = Enumerable.Range(0, Occupants.Length).Where(o => First[o] >= 0).ToLookup(o => First[o]);
        LeavesCloseBeforeAnother = [.. Occupants.Select((o, i) => GivenTo[First[i]].SkipWhile(other => Occupants[other].From < o.To)
            .TakeWhile(other => Occupants[other].From < o.To + Rules.SameBerth).Any())];
        Events = [.. Occupants.SelectMany(Ends).OrderBy(e => e.Time).ThenBy(e => e.Arrives).ThenBy(e => e.Occupant)];
    }

    internal BerthingRules Rules { get; }

    internal Berth[] Berths { get; }

    internal OpenWindow[][] Windows { get; }

    internal Occupant[] Occupants { get; }

    /// <summary>The berths an occupant can hold, by number.</summary>
    internal int[][] Choices { get; }

    /// <summary>The given first berth, or -1.</summary>
    internal int[] First { get; }

    /// <summary>By berth: the occupants that are given it first, in the order they come.</summary>
    internal ILookup<int, int> GivenTo { get; }

    internal HashSet<int>[] Preferred { get; }

    /// <summary>Another is given its first berth sooner after it leaves than the rules allow: a fact only if it has not moved.</summary>
    internal bool[] LeavesCloseBeforeAnother { get; }

    /// <summary>Departures before arrivals at the same instant.</summary>
    internal GivenEvent[] Events { get; }

    internal int Gaps => Events.Length + 1;

    /// <summary>The berths an occupant may come to.</summary>
    internal ReadOnlySpan<int> Arrivals(int occupant) => First[occupant] >= 0 ? new ReadOnlySpan<int>(in First[occupant]) : Choices[occupant];

    internal bool CanHold(int occupant, int berth) => Array.IndexOf(Choices[occupant], berth) >= 0;

    /// <summary>An end of a stay at this instant is within an open window, its closing instant included.</summary>
    internal bool OpenAt(int berth, long time)
    {
        foreach (var window in Windows[berth])
            if (window.From <= time && time <= window.To) return true;
        return false;
    }

    /// <summary>Until when one may stay that arrives now; null: not open for arrivals.</summary>
    internal long? OpenUntil(int berth, long time)
    {
        foreach (var window in Windows[berth])
            if (window.From <= time && (time < window.To || window.To == Ever)) return window.To;
        return null;
    }

    /// <summary>When an occupant that moves before the event <paramref name="gap"/> must be at its new berth.</summary>
    internal long Deadline(int gap, int occupant)
    {
        var deadline = Ever;
        for (var i = gap; i < Events.Length; i++)
        {
            if (Events[i].Occupant != occupant) return Math.Min(deadline, Events[i].Time - Rules.BetweenEvents);
            deadline = Math.Min(deadline, Events[i].Time);
        }
        return deadline;
    }

    private static void Refuse(string? occupant, string why)
    {
        if (occupant is not null) throw new ArgumentException($"Occupant {occupant} {why}.");
    }

    private static IEnumerable<GivenEvent> Ends(Occupant occupant, int number)
    {
        yield return new(occupant.From, number, true);
        if (occupant.To is { } to) yield return new(to, number, false);
    }

    private int NumberOf(string berth) => berthNumbers.TryGetValue(berth, out var number)
        ? number
        : throw new ArgumentException($"There is no berth {berth}.");
}

/// <summary>A given arrival or departure.</summary>
internal readonly record struct GivenEvent(long Time, int Occupant, bool Arrives);
