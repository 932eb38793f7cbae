using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>Looks for a good order in which to place jobs one after another.</summary>
/// <remarks>Squeaky wheel: after each try, what came off badly is placed earlier next time (Joslin and Clements, 1999).</remarks>
public static class OrderSearch
{
    /// <summary>The best result of a number of tries; the first try is the order as given.</summary>
    /// <param name="place">Places in an order; returns the result, its cost, and the part of each job in the cost, in that order.</param>
    public static TResult Improve<TResult>(
        IReadOnlyList<int> order, int rounds, int seed, Func<IReadOnlyList<int>, (TResult Result, double Cost, ImmutableArray<double> Parts)> place)
    {
        var (best, bestCost, parts) = place(order);
        var random = new Random(seed);
        var current = order;
        for (var round = 1; round < rounds && bestCost > 0; round++)
        {
            current = Squeak(current, parts, random);
            (var result, var cost, parts) = place(current);
            if (cost < bestCost) (best, bestCost) = (result, cost);
        }

        return best;
    }

    /// <summary>Moves each job forward in the order by how badly it came off, with a little chance in how far.</summary>
    private static IReadOnlyList<int> Squeak(IReadOnlyList<int> order, ImmutableArray<double> parts, Random random)
    {
        var worst = parts.Max();
        return [.. order
            .Select((job, i) => (Job: job, Rank: i - (worst > 0 ? parts[i] / worst : 0) * order.Count * (0.2 + 0.8 * random.NextDouble()), Index: i))
            .OrderBy(x => x.Rank).ThenBy(x => x.Index).Select(x => x.Job)];
    }
}
