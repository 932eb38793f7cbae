namespace OneFlight.Solvers.Scheduling.ProjectScheduling.Search;

/// <summary>First lists: activities that may come next are drawn, more often those whose latest start is early.</summary>
/// <remarks>Regret-based biased random sampling with the rule of latest starts: Drexl 1991; Kolisch 1996.</remarks>
internal sealed class ListSampler(TimeDirection forward, TimeDirection backward, int[] latest)
{
    // The more the draws differ in bias, the longer a population stays varied; large projects need that less. Found by trial on 60 and 120 activities.
    private readonly int mostSoftening = (int)Math.Min(100, 20 * Math.Pow(62.0 / latest.Length, 2));
    private readonly int[] waits = new int[latest.Length];
    private readonly int[] ready = new int[latest.Length];
    private readonly int[] initialWaits = [.. Enumerable.Range(0, latest.Length).Select(a => forward.Before(a).Length)];

    /// <summary>A list for the forward direction.</summary>
    public void Draw(Span<int> list, ref SplitMix random)
    {
        var count = Begin();
        var least = 1 + random.Below(mostSoftening + 1);
        for (var at = 0; at < list.Length; at++)
        {
            var worst = Worst(count);
            long sum = 0;
            foreach (var activity in ready.AsSpan(0, count)) sum += worst - latest[activity] + least;
            var drawn = (long)(random.Share() * sum);
            var pick = 0;
            while (pick < count - 1 && (drawn -= worst - latest[ready[pick]] + least) >= 0) pick++;
            list[at] = ready[pick];
            count = Release(pick, count);
        }
    }

    /// <summary>The list that the rule alone makes.</summary>
    public void Rule(Span<int> list)
    {
        var count = Begin();
        for (var at = 0; at < list.Length; at++)
        {
            var pick = 0;
            for (var other = 1; other < count; other++)
            {
                if ((latest[ready[other]], ready[other]).CompareTo((latest[ready[pick]], ready[pick])) < 0) pick = other;
            }
            list[at] = ready[pick];
            count = Release(pick, count);
        }
    }

    private int Begin()
    {
        initialWaits.CopyTo(waits, 0);
        var count = 0;
        foreach (var activity in forward.Order)
        {
            if (waits[activity] == 0) ready[count++] = activity;
        }
        return count;
    }

    private int Worst(int count)
    {
        var worst = int.MinValue;
        foreach (var activity in ready.AsSpan(0, count)) worst = Math.Max(worst, latest[activity]);
        return worst;
    }

    /// <summary>Takes an activity out of the ready ones and lets in those that waited for it last; returns how many are ready.</summary>
    private int Release(int pick, int count)
    {
        var taken = ready[pick];
        ready[pick] = ready[--count];
        // What comes before it with time running backward is what follows it.
        foreach (var following in backward.Before(taken))
        {
            if (--waits[following] == 0) ready[count++] = following;
        }
        return count;
    }
}
