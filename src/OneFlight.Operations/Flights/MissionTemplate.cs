using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Flights;

/// <summary>The event an activity hangs on: liftoff, docking, undocking, splashdown.</summary>
public enum Anchor { Launch, Arrival, Departure, End }

/// <summary>What an activity does when its anchor moves by d. Meanings in <c>data/slip-behaviors.csv</c>.</summary>
public enum SlipBehavior
{
    Anchor, MovesWithLaunch, MovesWithLanding, MovesUntilBegunThenExtends, Floats, Fixed, FixedDeadline,
    RepeatEachAttempt, RepeatIfScrubOver48Hours, RepeatIfSlipOver30Days, DailyRefresh, DailyOrWeekly, RecheckOnVehicleOrHazardChange,
}

/// <summary>The activities that a kind of mission goes through.</summary>
public sealed record MissionTemplate(string Id, string Name, ImmutableArray<ActivityTemplate> Activities);

/// <summary>One activity of a template.</summary>
/// <param name="Offset">Start relative to the anchor.</param>
/// <param name="Duration">Elapsed, never stretched.</param>
/// <param name="Needs">One booking of each of these resources for the whole duration.</param>
/// <param name="Who">Roles that hold it, the first is accountable.</param>
public sealed record ActivityTemplate(
    ActivityId Id, string Name, string Type, Anchor Anchor, Duration Offset,
    Duration Duration, Duration Shortest, Duration Longest, ImmutableArray<ResourceId> Needs,
    ImmutableArray<Prerequisite> Prerequisites, ImmutableArray<string> Who, SlipBehavior OnSlip, string Confidence);

/// <param name="StartToStart">True: it may start once the other has started; false: once the other has ended.</param>
public sealed record Prerequisite(ActivityId Activity, bool StartToStart);
