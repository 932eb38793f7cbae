using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>What a board is made of: the resources and groups that jobs share.</summary>
/// <param name="Unary">Closings of each unary resource.</param>
/// <param name="Spacing">Shortest time between the events of each group.</param>
/// <param name="Capacity">Capacity of each cumulative resource.</param>
public sealed record Supply(ImmutableArray<ImmutableArray<Closing>> Unary, ImmutableArray<long> Spacing, ImmutableArray<int> Capacity);

/// <summary>Everything placed so far. Mutable; lives within one search.</summary>
public sealed class Board(Supply supply)
{
    private readonly UnaryTimeline[] unary = [.. supply.Unary.Select(c => new UnaryTimeline(c))];
    private readonly SpacingTimeline[] groups = [.. supply.Spacing.Select(s => new SpacingTimeline(s))];
    private readonly CapacityTimeline[] cumulative = [.. supply.Capacity.Select(c => new CapacityTimeline(c))];
    private readonly Dictionary<int, Footprint> placed = [];

    public UnaryTimeline Unary(int resource) => unary[resource];
    public SpacingTimeline Group(int group) => groups[group];
    public CapacityTimeline Cumulative(int resource) => cumulative[resource];
    public Footprint? Find(int owner) => placed.GetValueOrDefault(owner);

    public void Add(int owner, Footprint footprint)
    {
        placed.Add(owner, footprint);
        foreach (var hold in footprint.Holds) unary[hold.Resource].Add(owner, hold);
        foreach (var at in footprint.Events) groups[at.Group].Add(owner, at.At);
        foreach (var load in footprint.Loads) cumulative[load.Resource].Add(load.From, load.To, load.Amount);
    }

    /// <summary>Adds owners that take nothing but parts of cumulative resources, all at once.</summary>
    public void AddLoads(IEnumerable<(int Owner, ImmutableArray<Load> Loads)> all)
    {
        var steps = cumulative.Select(_ => new List<(long At, int Change)>()).ToArray();
        foreach (var (owner, loads) in all)
        {
            placed.Add(owner, Footprint.None with { Loads = loads });
            foreach (var load in loads)
            {
                if (load.To <= load.From) continue;
                steps[load.Resource].Add((load.From, load.Amount));
                steps[load.Resource].Add((load.To, -load.Amount));
            }
        }

        for (var r = 0; r < steps.Length; r++)
        {
            if (steps[r].Count > 0) cumulative[r].AddAll(steps[r]);
        }
    }

    /// <summary>Takes an owner off; nothing happens when it is not there.</summary>
    public Footprint? Remove(int owner)
    {
        if (!placed.Remove(owner, out var footprint)) return null;
        foreach (var hold in footprint.Holds) unary[hold.Resource].Remove(owner, hold);
        foreach (var at in footprint.Events) groups[at.Group].Remove(owner, at.At);
        foreach (var load in footprint.Loads) cumulative[load.Resource].Add(load.From, load.To, -load.Amount);
        return footprint;
    }

    /// <summary>True when holds and events meet nobody else's; loads are not judged.</summary>
    public bool Fits(Footprint footprint) => Obstacles(footprint).IsEmpty;

    /// <summary>What stands in the way of holds and events.</summary>
    public ImmutableArray<Obstacle> Obstacles(Footprint footprint)
    {
        var found = ImmutableArray.CreateBuilder<Obstacle>();
        foreach (var hold in footprint.Holds)
        {
            if (unary[hold.Resource].Blocker(hold) is { } holder) found.Add(new(ObstacleKind.Held, hold.Resource, holder.Owner, holder.From, holder.Busy));
            else if (unary[hold.Resource].ClosedIn(hold) is { } closing) found.Add(new(ObstacleKind.Closed, hold.Resource, -1, closing.From, closing.To));
        }

        foreach (var at in footprint.Events)
        {
            if (groups[at.Group].Blocker(at.At) is { } near) found.Add(new(ObstacleKind.Spacing, at.Group, near.Owner, near.At, near.At));
        }

        return found.ToImmutable();
    }
}

/// <summary>What stands where something was to be placed.</summary>
public enum ObstacleKind { Held, Closed, Spacing, Full }

/// <summary>What stands in the way of a start.</summary>
/// <param name="At">The unary resource, the group, or the cumulative resource.</param>
/// <param name="Owner">Whose it is; -1: nobody's.</param>
public readonly record struct Obstacle(ObstacleKind Kind, int At, int Owner, long From, long To);
