using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>Where an activity wants to stand once its flight's anchors are known.</summary>
/// <param name="Floats">True: a resource may move it.</param>
/// <param name="Begun">True: nothing moves it any more.</param>
/// <param name="Follows">True: it shifts with its anchor, so its distance from liftoff is fixed.</param>
internal readonly record struct Wanted(long Start, long End, bool Floats, bool Begun, bool Follows);

/// <summary>What each slip behavior means; source <c>slip-behaviors.csv</c>.</summary>
internal static class SlipRules
{
    private static readonly long LongSlip = Duration.FromDays(30).Ticks(), LongScrub = Duration.FromHours(48).Ticks();

    /// <summary>Where an activity of a flight without a plan stands; null: its anchor does not happen.</summary>
    public static Wanted? New(ActivityTemplate activity, FlightTimes times, long now)
    {
        var anchor = times.At(activity.Anchor);
        if (anchor >= Horizon.Never) return null;
        var start = anchor + activity.Offset.Ticks();
        var floats = activity.OnSlip == SlipBehavior.Floats;
        return new(start, start + activity.Duration.Ticks(), floats, floats && start <= now, !floats);
    }

    /// <summary>Where an activity that stands in a plan goes when the flight's anchors move.</summary>
    public static Wanted? Moved(ActivityTemplate activity, PlannedActivity standing, FlightTimes before, FlightTimes after, long now)
    {
        var (from, to) = (before.At(activity.Anchor), after.At(activity.Anchor));
        if (to >= Horizon.Never) return null;
        var (start, end) = (standing.Start.Ticks(), standing.End.Ticks());
        var shift = from >= Horizon.Never ? 0 : to - from;
        if (start <= now) return Begun(activity, start, end, to, shift, now);
        return activity.OnSlip switch
        {
            SlipBehavior.Floats => new(start, end, true, false, false),
            SlipBehavior.Fixed or SlipBehavior.FixedDeadline => new(start, end, false, false, false),
            _ => new(start + shift, end + shift, false, false, true),
        };
    }

    private static Wanted Begun(ActivityTemplate activity, long start, long end, long anchor, long shift, long now)
    {
        var again = anchor + activity.Offset.Ticks();
        var repeats = activity.OnSlip switch
        {
            SlipBehavior.RepeatEachAttempt => shift > 0,
            SlipBehavior.RepeatIfScrubOver48Hours => shift > LongScrub,
            SlipBehavior.RepeatIfSlipOver30Days => end <= now && again - start > LongSlip,
            _ => false,
        };
        if (repeats && again > now) return new(again, again + activity.Duration.Ticks(), false, false, true);
        var extends = activity.OnSlip switch
        {
            // What runs until its anchor goes on until then; what is done is done.
            SlipBehavior.MovesUntilBegunThenExtends or SlipBehavior.MovesWithLaunch => end > now,
            // Renewed every day until its anchor, so it is never done before.
            SlipBehavior.DailyRefresh => shift > 0 && anchor > now,
            _ => false,
        };
        return new(start, extends ? Math.Max(Math.Max(start, now), end + shift) : end, false, true, false);
    }
}
