using System.Collections.Immutable;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>A template as a network: who waits for whom by number, and an order in which each comes after those it waits for.</summary>
internal sealed class TemplateNetwork
{
    private readonly Dictionary<ActivityId, int> numbers = [];

    public TemplateNetwork(ImmutableArray<ActivityTemplate> activities, Dictionary<ResourceId, int> resources)
    {
        Activities = activities;
        for (var i = 0; i < Activities.Length; i++) numbers.TryAdd(Activities[i].Id, i);
        Resources = [.. Activities.Select(a => a.Needs.Where(resources.ContainsKey).Select(n => resources[n]).Distinct().ToImmutableArray())];
        After = [.. Activities.Select((a, i) => a.Prerequisites
            .Where(p => numbers.TryGetValue(p.Activity, out var other) && other != i)
            .Select(p => new Precedence(numbers[p.Activity], p.StartToStart)).ToImmutableArray())];
        Order = TopologicalOrder();
    }

    public ImmutableArray<ActivityTemplate> Activities { get; }
    public ImmutableArray<ImmutableArray<int>> Resources { get; }
    public ImmutableArray<ImmutableArray<Precedence>> After { get; }

    /// <summary>Members of a cycle come last, as they stand in the template: the checker names the cycle.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>Null: the template does not have it.</summary>
    public int? Number(ActivityId id) => numbers.TryGetValue(id, out var number) ? number : null;

    private ImmutableArray<int> TopologicalOrder()
    {
        var open = After.Select(a => a.Length).ToArray();
        var next = After.SelectMany((after, i) => after.Select(p => (Before: p.Task, After: i))).ToLookup(x => x.Before, x => x.After);
        var order = new List<int>(open.Length);
        var ready = new Queue<int>(Enumerable.Range(0, open.Length).Where(i => open[i] == 0));
        while (ready.TryDequeue(out var i))
        {
            order.Add(i);
            foreach (var follower in next[i])
            {
                if (--open[follower] == 0) ready.Enqueue(follower);
            }
        }

        return [.. order, .. Enumerable.Range(0, open.Length).Where(i => open[i] > 0)];
    }
}
