using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Which berth each occupant holds over its fixed time, with as few moves between berths as possible.</summary>
/// <remarks>Times are plain counts of one unit, the caller's choice. What is given is a fact and is never judged: the rules bind only what the
/// solver chooses. Two given arrivals or departures that stand closer than the rules allow are taken as they are, and so is a given first berth:
/// the occupant may stay there although the berth is not among its own, was not open when it came, or had been left too recently by an
/// occupant that stood at its own given berth. Two occupants at one berth are never accepted.</remarks>
/// <param name="Occupants">In any order: the answer does not depend on it.</param>
public sealed record BerthingProblem(ImmutableArray<Berth> Berths, ImmutableArray<Occupant> Occupants, BerthingRules Rules);

/// <summary>A place that one occupant at a time can hold.</summary>
/// <param name="Open">When it can be held, in time order, not overlapping; an occupant leaves at the latest when a window closes.</param>
public sealed record Berth(string Id, ImmutableArray<OpenWindow> Open);

/// <summary>Half-open: arrivals from <paramref name="From"/> on and before <paramref name="To"/>.</summary>
public readonly record struct OpenWindow(long From, long To)
{
    /// <summary>Open without end or beginning.</summary>
    public static OpenWindow Always { get; } = new(long.MinValue, long.MaxValue);
}

/// <summary>Something that comes at a given time, leaves at a given time, and holds one berth at a time in between.</summary>
/// <param name="To">Null: it does not leave as far as is known.</param>
/// <param name="Berths">Ids of the berths it can hold.</param>
/// <param name="First">The berth it comes to, when that is given; null: the solver chooses.</param>
/// <param name="Preferred">Berths that are chosen before others when the moves are equally few.</param>
/// <param name="MayMove">False: it stays where it comes to.</param>
public sealed record Occupant(
    string Id, long From, long? To, ImmutableArray<string> Berths, string? First, ImmutableArray<string> Preferred, bool MayMove = true);

/// <param name="BetweenEvents">Shortest time from any arrival, departure or end of a move to one of another occupant; none falls into a move either.</param>
/// <param name="SameBerth">Shortest time from leaving a berth to the next arrival at it.</param>
/// <param name="MoveDuration">How long a moving occupant is at no berth.</param>
/// <param name="Grain">A move starts at a multiple of this where there is room.</param>
public sealed record BerthingRules(long BetweenEvents, long SameBerth, long MoveDuration, long Grain = 1);
