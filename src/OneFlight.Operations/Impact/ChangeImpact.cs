using System.Collections.Immutable;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Impact;

/// <summary>Where a change enters the model: a thing it touches by itself, and what the change is, in words.</summary>
public sealed record ChangeRoot(ThingId Thing, string Text);

/// <summary>What differs between two plans, and why. Knows no capability: only stated values and links.</summary>
public static class ChangeImpact
{
    /// <summary>Every thing whose value differs, each with the shortest path of differing things from a root of the change.</summary>
    /// <param name="roots">Where the change enters; a root whose value does not differ is passed over.</param>
    /// <remarks>Links of both plans are walked, the new plan's first: what let go of a thing is a cause as much as what takes it.
    /// A thing that differs without a path comes last, with an empty one: then a capability has left out a link.</remarks>
    public static ImpactReport Between(Statement before, Statement after, ImmutableArray<ChangeRoot> roots)
    {
        var differing = Differing(before, after, out var unchanged);
        var paths = Walk(before, after, differing, roots);

        var touched = differing.Values
            .OrderBy(t => paths.TryGetValue(t.Thing, out var step) ? step.Distance : int.MaxValue)
            .ThenBy(t => t.Thing)
            .Select(t => t with { Path = PathTo(t.Thing, paths, differing) })
            .ToImmutableArray();
        return new(touched, unchanged);
    }

    private static Dictionary<ThingId, Touched> Differing(Statement before, Statement after, out int unchanged)
    {
        var same = before.Parts.ToHashSet();
        same.IntersectWith(after.Parts);
        unchanged = same.Sum(p => p.Things.Count);
        var was = before.Parts.Where(p => !same.Contains(p)).SelectMany(p => p.Things.Values).ToDictionary(t => t.Id);

        var differing = new Dictionary<ThingId, Touched>();
        foreach (var thing in after.Parts.Where(p => !same.Contains(p)).SelectMany(p => p.Things.Values))
        {
            var known = was.Remove(thing.Id, out var old);
            if (known && old!.Value.Equals(thing.Value)) unchanged++;
            else differing.Add(thing.Id, new(thing.Id, thing.Name, old?.Value, thing.Value, []));
        }
        foreach (var gone in was.Values) differing.Add(gone.Id, new(gone.Id, gone.Name, gone.Value, null, []));
        return differing;
    }

    private readonly record struct Step(ThingId? From, string Reason, int Distance);

    private static Dictionary<ThingId, Step> Walk(
        Statement before, Statement after, Dictionary<ThingId, Touched> differing, ImmutableArray<ChangeRoot> roots)
    {
        var reached = new Dictionary<ThingId, Step>();
        var queue = new Queue<ThingId>();
        foreach (var root in roots)
            if (differing.ContainsKey(root.Thing) && reached.TryAdd(root.Thing, new(null, root.Text, 0))) queue.Enqueue(root.Thing);

        while (queue.TryDequeue(out var cause))
        {
            var distance = reached[cause].Distance + 1;
            Follow(after.EffectsOf(cause));
            Follow(before.EffectsOf(cause));

            void Follow(IEnumerable<Link> links)
            {
                foreach (var link in links)
                    if (differing.ContainsKey(link.Effect) && reached.TryAdd(link.Effect, new(cause, link.Reason, distance)))
                        queue.Enqueue(link.Effect);
            }
        }
        return reached;
    }

    private static ImmutableArray<TouchStep> PathTo(ThingId thing, Dictionary<ThingId, Step> paths, Dictionary<ThingId, Touched> differing)
    {
        if (!paths.ContainsKey(thing)) return [];
        var steps = new List<TouchStep>();
        for (ThingId? at = thing; at is { } id; at = paths[id].From) steps.Add(new(id, differing[id].Name, paths[id].Reason));
        steps.Reverse();
        return [.. steps];
    }
}
