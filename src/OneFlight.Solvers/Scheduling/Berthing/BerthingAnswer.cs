using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>A plan with the fewest moves, or what stands in the way of any plan, or that the budget ran out; exactly one of the three.</summary>
public sealed record BerthingAnswer(BerthingPlan? Plan, NoBerth? Blocked, Undecided? Undecided = null);

/// <param name="AtLeast">No plan has fewer moves than this.</param>
/// <param name="Examined">How many placings were looked at.</param>
public sealed record Undecided(int AtLeast, long Examined);

/// <param name="Stays">By arrival, then by occupant.</param>
/// <param name="Moves">In time order. Among plans with as few moves: fewer occupants that move, then later moves, then more stays at preferred berths.</param>
public sealed record BerthingPlan(ImmutableArray<BerthStay> Stays, ImmutableArray<BerthMove> Moves, BerthingProof Proof);

/// <param name="To">Null: it does not leave as far as is known.</param>
public sealed record BerthStay(string Occupant, string Berth, long From, long? To);

/// <param name="Leaves">When it leaves the old berth.</param>
/// <param name="Arrives">When it is at the new one.</param>
public sealed record BerthMove(string Occupant, string FromBerth, string ToBerth, long Leaves, long Arrives, MoveCause Cause);

/// <summary>What forced a move.</summary>
/// <param name="NeededBy">Who comes to the berth it leaves and could not do otherwise, or else the first to come; null: nobody comes before it
/// would have left anyway.</param>
/// <param name="NeededAt">When that one comes, or when the berth closes; null: neither.</param>
/// <param name="NeededGiven">The one who comes has this berth given.</param>
/// <param name="NeededByMove">The one who comes is itself moving.</param>
/// <param name="Others">Why the one who comes could not take another berth, one line for each other berth it can hold.</param>
/// <param name="WithoutIt">The fewest moves when this occupant may not move; null: see
/// <paramref name="Decided"/>.</param>
/// <param name="Decided">True: without <paramref name="WithoutIt"/> there is no plan then. False: the budget ran out.</param>
public sealed record MoveCause(
    string? NeededBy, long? NeededAt, bool NeededGiven, bool NeededByMove, ImmutableArray<BerthObstacle> Others, int? WithoutIt, bool Decided);

public enum ObstacleKind { Held, LeftTooRecently, Closed, Free }

/// <summary>Why a berth is not to be had at an instant.</summary>
/// <param name="Occupant">Who holds it or left it.</param>
/// <param name="Until">Until when it is held, or from when it can be had again; null: not known, or never.</param>
public sealed record BerthObstacle(string Berth, ObstacleKind Kind, string? Occupant, long? Until);

/// <summary>Why fewer moves are impossible. Either line of argument is complete where it applies.</summary>
/// <param name="Minimum">The fewest moves.</param>
/// <param name="Forced">Occupants that must move whatever else is chosen, because their given berth is given to another while they are here, or closes.</param>
/// <param name="LeastWithoutSpacing">A bound from below that leaves all rules of spacing out: from every possible placing at every event, or, where
/// these are too many, by the forced moves alone.</param>
/// <param name="PlacingsWithoutSpacing">How many placings that argument looked at; zero: the forced moves alone.</param>
/// <param name="Exhausted">Each smaller number of moves that was searched to the end with the rules of spacing, in rising order.</param>
/// <param name="Examined">How many placings the search that found the plan looked at.</param>
public sealed record BerthingProof(
    int Minimum, ImmutableArray<ForcedMove> Forced, int LeastWithoutSpacing, long PlacingsWithoutSpacing,
    ImmutableArray<ExhaustedBound> Exhausted, long Examined);

/// <param name="By">Who comes to the same given berth; null: the berth closes.</param>
public sealed record ForcedMove(string Occupant, string Berth, string? By, long At);

/// <summary>With this many moves or fewer no placing gets past the named arrival or departure.</summary>
public sealed record ExhaustedBound(int Moves, long Placings, string Occupant, long At);

/// <summary>The event that no placing gets past, with any number of moves.</summary>
/// <param name="Obstacles">For one of the placings that get furthest: each berth it can hold, and why it is not to be had.</param>
public sealed record NoBerth(string Occupant, long At, ImmutableArray<BerthObstacle> Obstacles);
