using System.Collections.Immutable;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>Finds groups of nodes that reach each other. Source: Tarjan, Depth-first search and linear graph algorithms, 1972; here without recursion.</summary>
internal static class Loops
{
    /// <param name="edges">For each node, where its edges lead.</param>
    /// <returns>For each node the number of its loop; -1 for a node in none.</returns>
    public static ImmutableArray<int> Find(int[][] edges)
    {
        var (index, low, loop) = (Filled(edges.Length), new int[edges.Length], Filled(edges.Length));
        var onPath = new bool[edges.Length];
        Stack<int> path = [];
        Stack<(int Node, int Edge)> calls = [];
        var (visited, found) = (0, 0);
        for (var root = 0; root < edges.Length; root++)
        {
            if (index[root] < 0) calls.Push((root, 0));
            while (calls.TryPop(out var call))
            {
                var (node, edge) = call;
                if (edge == 0)
                {
                    index[node] = low[node] = visited++;
                    path.Push(node);
                    onPath[node] = true;
                }
                else Lower(node, edges[node][edge - 1]);

                while (edge < edges[node].Length && index[edges[node][edge]] >= 0)
                {
                    if (onPath[edges[node][edge]]) low[node] = Math.Min(low[node], index[edges[node][edge]]);
                    edge++;
                }
                if (edge < edges[node].Length)
                {
                    calls.Push((node, edge + 1));
                    calls.Push((edges[node][edge], 0));
                }
                else if (low[node] == index[node]) Close(node);
            }
        }
        return [.. loop];

        void Lower(int node, int to)
        {
            if (onPath[to]) low[node] = Math.Min(low[node], low[to]);
        }

        void Close(int node)
        {
            List<int> group = [];
            int member;
            do
            {
                group.Add(member = path.Pop());
                onPath[member] = false;
            }
            while (member != node);
            if (group.Count == 1 && !edges[node].Contains(node)) return;
            foreach (var each in group) loop[each] = found;
            found++;
        }
    }

    private static int[] Filled(int length)
    {
        var array = new int[length];
        Array.Fill(array, -1);
        return array;
    }
}
