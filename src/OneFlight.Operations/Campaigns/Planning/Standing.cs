using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Where one flight stands while a plan is made.</summary>
/// <param name="Plan">Times, unit, pad and ports; activities and reasons follow later.</param>
/// <param name="Job">Null: it was not searched for, it stands as it stood.</param>
/// <param name="Why">What asked for the place, when something outside the plan did.</param>
internal sealed record Standing(int Number, Flight Flight, FlightPlan? Plan, Job? Job, Placement? Placement, Reason? Why, ImmutableArray<Move> Moves, Clash? Clash = null);

/// <summary>A docked vehicle goes to another port.</summary>
/// <param name="For">The flight that needs its port, or <see cref="OutOfService"/>.</param>
internal sealed record Move(int For, PortStay Before, PortStay After)
{
    public const int OutOfService = -1;
}

/// <param name="Wanted">The liftoff that was asked for.</param>
internal sealed record Reason(ThingId Cause, string Text, long Wanted);
