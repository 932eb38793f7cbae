using System.Globalization;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Promises;

/// <summary>The states of a promise, from best to worst after the two that say nothing yet.</summary>
public enum PromiseStatus { NotApplicable, Waiting, Kept, Watch, AtRisk, Bent, Broken }

/// <summary>A promise as a plan has it.</summary>
/// <param name="Measured">The fact's value in the rule's unit; null while nobody can know it.</param>
/// <param name="Gap">0 at the kept limit, 1 at the broken limit, linear between, clamped.</param>
/// <param name="Due">When it is decided; null: not tied to an instant.</param>
public sealed record PromiseState(PromiseStatus Status, double? Measured, double Gap, string Unit, Instant? Due) : StateValue
{
    /// <inheritdoc/>
    public override string Text
    {
        get
        {
            var words = PromiseJudgment.Word(Status);
            if (Measured is { } value) words += $", {MeasureWords.Of(value, Unit)}";
            return Due is { } due ? $"{words}, due {TimeText.Day(due)}" : words;
        }
    }
}

/// <summary>Judges a measured fact by a rule.</summary>
public static class PromiseJudgment
{
    /// <summary>The state of a promise.</summary>
    /// <param name="measured">The fact in the rule's unit; null when the plan does not tell it.</param>
    /// <param name="applicable">False when the mission has nothing the rule could apply to.</param>
    /// <remarks>Gap after stewardship model 5.2: 0 at the kept limit, 1 at the broken limit, linear between, clamped.</remarks>
    public static PromiseState Judge(PromiseRule rule, double? measured, Instant? due, bool applicable = true)
    {
        if (!applicable) return new(PromiseStatus.NotApplicable, null, 0, rule.Unit, null);
        if (rule.DecidedBy != DecidedBy.Plan || measured is not { } value) return new(PromiseStatus.Waiting, null, 0, rule.Unit, due);

        // Past: how far the value lies beyond the kept limit, positive is worse.
        var past = rule.Comparison == Comparison.AtMost ? value - rule.Kept : rule.Kept - value;
        var room = Math.Abs(rule.Bent - rule.Kept);
        var gap = past <= 0 ? 0 : room <= 0 ? 1 : Math.Min(1, past / room);
        var status = past > room ? PromiseStatus.Broken
            : past > 0 ? PromiseStatus.Bent
            : -past < rule.RiskMargin ? PromiseStatus.AtRisk
            : -past < rule.WatchMargin ? PromiseStatus.Watch
            : PromiseStatus.Kept;
        return new(status, Math.Round(value, 4), gap, rule.Unit, due);
    }

    /// <summary>The word that screens and answers use for a state.</summary>
    public static string Word(PromiseStatus status) => status switch
    {
        PromiseStatus.NotApplicable => "not applicable",
        PromiseStatus.Waiting => "waiting",
        PromiseStatus.Kept => "kept",
        PromiseStatus.Watch => "watch",
        PromiseStatus.AtRisk => "at risk",
        PromiseStatus.Bent => "bent",
        PromiseStatus.Broken => "broken",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
