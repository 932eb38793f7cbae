using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling;

/// <summary>Which rule kept a job from being placed.</summary>
public enum ClashKind { Earliest, Latest, Held, Closed, Restricted, Missing, Spacing }

/// <summary>A rule that can be set aside.</summary>
/// <param name="Of">The need's kind for held, closed and missing; the restriction for restricted; the group for spacing.</param>
public readonly record struct ClashRule(ClashKind Kind, int Of) : IComparable<ClashRule>
{
    /// <inheritdoc/>
    public int CompareTo(ClashRule other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : Of.CompareTo(other.Of);
}

/// <summary>Finds a smallest set of rules that together leave a job no start: dropping any one of them leaves it one.</summary>
/// <remarks>Deletion filter (Chinneck and Dravnieks, 1991): every rule is dropped in turn, and stays dropped when there is still no start.</remarks>
public static class ClashFilter
{
    /// <summary>The clash; empty when the job has a start.</summary>
    public static ImmutableArray<ClashRule> Find(Board board, Job job)
    {
        var kept = Rules(job);
        if (HasStart(board, job, kept)) return [];
        foreach (var rule in kept.ToImmutableArray())
        {
            var without = kept.Remove(rule);
            if (!HasStart(board, job, without)) kept = without;
        }

        return [.. kept];
    }

    /// <summary>True when the job has a start once only these of its rules hold.</summary>
    public static bool LeavesStart(Board board, Job job, IEnumerable<ClashRule> rules) => HasStart(board, job, [.. rules]);

    private static ImmutableSortedSet<ClashRule> Rules(Job job)
    {
        var rules = ImmutableSortedSet.CreateBuilder<ClashRule>();
        if (job.Earliest > job.Floor) rules.Add(new(ClashKind.Earliest, 0));
        if (job.Latest < Horizon.Never / 2) rules.Add(new(ClashKind.Latest, 0));
        foreach (var need in job.Modes.SelectMany(m => m.Needs))
        {
            rules.Add(new(ClashKind.Held, need.Kind));
            rules.Add(new(ClashKind.Closed, need.Kind));
            foreach (var barred in need.Barred) rules.Add(new(ClashKind.Restricted, barred.Restriction));
            if (need.Choices.IsEmpty && need.Barred.IsEmpty) rules.Add(new(ClashKind.Missing, need.Kind));
        }

        foreach (var at in job.Modes.SelectMany(m => m.Events)) rules.Add(new(ClashKind.Spacing, at.Group));
        return rules.ToImmutable();
    }

    private static bool HasStart(Board board, Job job, ImmutableSortedSet<ClashRule> rules)
    {
        var earliest = rules.Contains(new(ClashKind.Earliest, 0)) ? job.Earliest : job.Floor;
        var latest = rules.Contains(new(ClashKind.Latest, 0)) ? job.Latest : Horizon.Never / 2;
        if (latest < earliest) return false;
        return job.Modes.Any(m => Relaxed(m, rules) is var mode && (
            StartSearch.Next(board, mode, Math.Clamp(job.Preferred, earliest, latest), latest, loads: false) is not null ||
            StartSearch.Previous(board, mode, Math.Clamp(job.Preferred, earliest, latest), earliest, loads: false) is not null));
    }

    private static Mode Relaxed(Mode mode, ImmutableSortedSet<ClashRule> rules) => mode with
    {
        Needs = [.. mode.Needs.Where(n => !n.Choices.IsEmpty || !n.Barred.IsEmpty || rules.Contains(new(ClashKind.Missing, n.Kind))).Select(n => n with
        {
            Choices = n.Choices.AddRange(n.Barred.Where(b => !rules.Contains(new(ClashKind.Restricted, b.Restriction))).Select(b => b.Choice)),
            Waived = (rules.Contains(new(ClashKind.Held, n.Kind)) ? 0 : Waived.Held) | (rules.Contains(new(ClashKind.Closed, n.Kind)) ? 0 : Waived.Closed),
        })],
        Events = [.. mode.Events.Where(e => rules.Contains(new(ClashKind.Spacing, e.Group)))],
    };
}
