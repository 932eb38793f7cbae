using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.FlightControl;

/// <summary>One value of a criterion.</summary>
public sealed record Reading(Instant MeasuredAt, Instant KnownAt, double Value, string Source, string By);

public enum CriterionCondition { NotSeen, Good, Flicker, Red, Clearing, Stale, Waived, Changed }

/// <summary>How a criterion stands at an instant.</summary>
/// <param name="Blocks">True: no GO stands on it.</param>
public sealed record CriterionState(
    CommitCriterion Criterion, Reading? Last, Duration? Age, CriterionCondition Condition, GateLight Light, bool Blocks, string Words, ImmutableArray<Reading> Readings);

/// <summary>Judges a criterion from its readings.</summary>
/// <remarks>The rule of hysteresis. A first value is judged as it is. From good, a criterion is red with the second value in a row beyond
/// its limit, or when one value beyond it has stood for <see cref="CommitCriterion.Settle"/>; before that it flickers and votes stand.
/// From red, it is good again when at least two values in a row, the first and the last at least that long apart, are within the limit;
/// before that it clears and no vote stands. Silence never clears. A value older than the recheck time is stale, whatever it says:
/// exactly that old is not. What is decided once for an attempt (recheck time zero) neither ages nor flickers.</remarks>
public static class CriterionWatch
{
    /// <param name="readings">In the order in which they became known.</param>
    /// <param name="waived">Why it is passed although it does not hold; null: it is not.</param>
    public static CriterionState At(CommitCriterion criterion, ImmutableArray<Reading> readings, string? waived, Instant at)
    {
        ImmutableArray<Reading> known = [.. readings.Where(r => r.KnownAt <= at)];
        CriterionState Of(CriterionCondition condition, GateLight light, bool blocks, string words) =>
            new(criterion, known.IsEmpty ? null : known[^1], known.IsEmpty ? null : at - known[^1].MeasuredAt, condition, light, blocks, words, known);

        if (!criterion.Agreed) return Of(CriterionCondition.Changed, GateLight.Unknown, true, "was changed and is not agreed again");
        if (waived is not null) return Of(CriterionCondition.Waived, GateLight.Amber, false, $"waived: {waived}");
        if (known.IsEmpty) return Of(CriterionCondition.NotSeen, GateLight.Unknown, true, "no value yet");
        var last = known[^1];
        var value = $"{CommitCriterion.Number(last.Value)} {criterion.Unit}";
        var settled = Settled(criterion, known, at);
        if (settled == CriterionCondition.Red) return Of(settled, GateLight.Red, true, $"{value}, the limit is {criterion.LimitWords}");
        if (criterion.RecheckSeconds > 0 && at - last.MeasuredAt > criterion.Recheck)
            return Of(CriterionCondition.Stale, GateLight.Unknown, true, string.Create(CultureInfo.InvariantCulture,
                $"the value is {(at - last.MeasuredAt).TotalSeconds:0} s old, at most {criterion.RecheckSeconds} s are allowed"));
        return settled switch
        {
            CriterionCondition.Flicker => Of(settled, GateLight.Amber, false, $"{value} once, the limit is {criterion.LimitWords}; not yet settled"),
            CriterionCondition.Clearing => Of(settled, GateLight.Amber, true, $"{value}, within the limit, but not for long enough"),
            _ => Of(CriterionCondition.Good, GateLight.Green, false, $"{value}, {criterion.LimitWords}"),
        };
    }

    /// <summary>When a GO on this criterion is first taken back from <paramref name="from"/> to <paramref name="to"/>, both included, and how
    /// the criterion stood then; null: never.</summary>
    public static (Instant At, CriterionState State)? FirstTrouble(CommitCriterion criterion, ImmutableArray<Reading> readings, string? waived, Instant from, Instant to)
    {
        // A state changes when a value becomes known, when one goes stale, and when one beyond the limit has stood long enough.
        var moments = readings.SelectMany(r => new[] { r.KnownAt, r.MeasuredAt + criterion.Recheck + Duration.Epsilon, r.MeasuredAt + criterion.Settle })
            .Where(m => m > from && m < to).Append(from).Append(to).Distinct().Order();
        foreach (var moment in moments)
            if (At(criterion, readings, waived, moment) is { Blocks: true } state) return (moment, state);
        return null;
    }

    private static CriterionCondition Settled(CommitCriterion criterion, ImmutableArray<Reading> known, Instant at)
    {
        bool? red = null;
        Instant? otherSince = null;
        var others = 0;
        foreach (var reading in known)
        {
            var beyond = !criterion.Holds(reading.Value);
            if (red is null || criterion.RecheckSeconds == 0) (red, otherSince, others) = (beyond, null, 0);
            else if (beyond == red) (otherSince, others) = (null, 0);
            else
            {
                (otherSince, others) = (otherSince ?? reading.MeasuredAt, others + 1);
                var lasted = reading.MeasuredAt - otherSince.Value >= criterion.Settle;
                if (others >= 2 && (beyond || lasted)) (red, otherSince, others) = (beyond, null, 0);
            }
        }
        if (red == true) return others > 0 ? CriterionCondition.Clearing : CriterionCondition.Red;
        if (others == 0) return CriterionCondition.Good;
        return at - otherSince!.Value >= criterion.Settle ? CriterionCondition.Red : CriterionCondition.Flicker;
    }
}
