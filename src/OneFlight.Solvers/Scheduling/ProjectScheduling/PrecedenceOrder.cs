using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>Orders activities so that each comes after all that it waits for.</summary>
internal static class PrecedenceOrder
{
    /// <summary>The positions in order, the lowest first where links leave a choice; shorter than <paramref name="count"/> when links form a cycle.</summary>
    public static ImmutableArray<int> Of(int count, ImmutableArray<FinishStart> links)
    {
        var waits = new int[count];
        foreach (var link in links) waits[link.Later]++;
        var later = links.ToLookup(l => l.Earlier, l => l.Later);
        var ready = new PriorityQueue<int, int>(Enumerable.Range(0, count).Where(a => waits[a] == 0).Select(a => (a, a)));
        var order = ImmutableArray.CreateBuilder<int>(count);
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add(next);
            foreach (var waiting in later[next])
            {
                if (--waits[waiting] == 0) ready.Enqueue(waiting, waiting);
            }
        }
        return order.ToImmutable();
    }
}
