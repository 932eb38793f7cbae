using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>What the planner is asked. A flight that has launched by <paramref name="Now"/>, or is pinned, is never changed; a flight
/// with a plan keeps it as long as nothing forces it to move; a flight without a plan is planned from its wish.</summary>
/// <param name="Targets">Flights that have to move, and where to.</param>
/// <param name="Yields">Who gives way where a target meets a flight that stands there.</param>
/// <param name="Bounds">Earliest starts that other capabilities ask for, such as a late cargo item.</param>
public sealed record PlanningRequest(
    Instant Now, ImmutableArray<FlightTarget> Targets, WhoYields Yields, ImmutableArray<StartBound> Bounds, int Seed = 1)
{
    /// <summary>Plan what has no plan, keep the rest.</summary>
    public static PlanningRequest At(Instant now) => new(now, [], WhoYields.Moved, []);
}

/// <param name="NotBefore">The liftoff may not be earlier.</param>
/// <param name="Preferred">The liftoff it should be close to; at or after <paramref name="NotBefore"/>.</param>
/// <param name="MaySwap">May take another vehicle unit, pad or port than now.</param>
public sealed record FlightTarget(FlightId Flight, Instant NotBefore, Instant Preferred, bool MaySwap, ThingId Cause, string Why);

/// <summary>Who gives way: the flights in the targets take what is left free, or the others are moved out of their way.</summary>
public enum WhoYields { Moved, Others }

/// <summary>An activity may not start before an instant, for a reason that lies outside the plan.</summary>
public sealed record StartBound(FlightId Flight, ActivityId Activity, Instant NotBefore, ThingId Cause, string Why);

/// <param name="Plan">The campaign with its plan; unchanged flights are the same objects as before.</param>
/// <param name="Clashes">One for each flight that could not be planned; such a flight has no plan.</param>
public sealed record PlanningAnswer(Campaign Plan, ImmutableArray<Clash> Clashes);

/// <summary>The smallest set of wishes and rules that cannot all hold for a flight: dropping any one of them would let it be planned.</summary>
public sealed record Clash(FlightId Flight, ImmutableArray<ClashMember> Members);

/// <param name="Thing">The wish, flight, port, unit … concerned.</param>
/// <param name="Rule">Code of the rule, as the checker names it, or <c>wish</c>.</param>
public sealed record ClashMember(ThingId Thing, string Rule, string Text);
