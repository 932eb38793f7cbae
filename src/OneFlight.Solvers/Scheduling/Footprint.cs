using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>A unary resource held from <paramref name="From"/> to <paramref name="To"/>, and not to be held again before a gap after.</summary>
public readonly record struct Hold(int Resource, long From, long To, long Gap)
{
    /// <summary>When the resource may be held again.</summary>
    public long Busy => Horizon.Add(To, Gap);
}

/// <summary>An instant that must keep its group's spacing from the events of other jobs.</summary>
public readonly record struct SpacedEvent(int Group, long At);

/// <summary>A part of a cumulative resource's capacity, taken from <paramref name="From"/> to <paramref name="To"/>.</summary>
public readonly record struct Load(int Resource, long From, long To, int Amount);

/// <summary>All that one placed job takes, at absolute times.</summary>
public sealed record Footprint(ImmutableArray<Hold> Holds, ImmutableArray<SpacedEvent> Events, ImmutableArray<Load> Loads)
{
    public static Footprint None { get; } = new([], [], []);
}
