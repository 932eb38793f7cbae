using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Performance;

/// <summary>One criterion with both verdicts beside each other.</summary>
public sealed record CriterionOutcome(SuccessCriterion Criterion, MeasuredCriterion? Technical, CriterionSaid? Customer)
{
    /// <summary>True when both said something and not the same; both stand.</summary>
    public bool Disagree => Technical is { Verdict: not CriterionVerdict.CouldNotSay } t && Customer is { Verdict: not CriterionVerdict.CouldNotSay } c && t.Verdict != c.Verdict;
}

/// <summary>How one mission went: by what was measured, and by what its customer says.</summary>
/// <param name="Technical">The latest; null: not given.</param>
/// <param name="Customer">The latest that counts; null: none.</param>
/// <param name="Unwitnessed">A later or only verdict that was spoken to one person alone; it is kept and does not count.</param>
/// <param name="History">Every verdict ever given, in order.</param>
public sealed record Outcome(
    CustomerMission Mission, ImmutableArray<CriterionOutcome> Criteria, LogEntry? Technical, LogEntry? Customer, LogEntry? Unwitnessed, ImmutableArray<LogEntry> History)
{
    public bool Disagree => Criteria.Any(c => c.Disagree);

    /// <summary>The weight that the customer calls kept, of 1; null: no verdict of theirs counts yet.</summary>
    public double? KeptWeight => Customer is null ? null : Criteria.Where(c => c.Customer?.Verdict == CriterionVerdict.Kept).Sum(c => c.Criterion.Weight);

    /// <summary>The weight that was measured as kept, of 1; null: no technical verdict yet.</summary>
    public double? MeasuredWeight => Technical is null ? null : Criteria.Where(c => c.Technical?.Verdict == CriterionVerdict.Kept).Sum(c => c.Criterion.Weight);

    /// <param name="entries">The mission's whole stream of verdicts.</param>
    public static Outcome Of(CustomerMission mission, ImmutableArray<LogEntry> entries)
    {
        var technical = entries.LastOrDefault(e => e.Event is TechnicalVerdictGiven);
        var customer = entries.LastOrDefault(e => e.Event is CustomerVerdictGiven { Counts: true });
        var alone = entries.LastOrDefault(e => e.Event is CustomerVerdictGiven { Counts: false });
        return new(mission, [.. mission.Criteria.Select(c => new CriterionOutcome(c,
                (technical?.Event as TechnicalVerdictGiven)?.Criteria.FirstOrDefault(m => m.Criterion == c.Id),
                (customer?.Event as CustomerVerdictGiven)?.Criteria.FirstOrDefault(s => s.Criterion == c.Id)))],
            technical, customer, alone is not null && (customer is null || alone.Number > customer.Number) ? alone : null,
            [.. entries.Where(e => e.Event is TechnicalVerdictGiven or CustomerVerdictGiven)]);
    }

    public static string Word(CriterionVerdict verdict) => verdict switch
    {
        CriterionVerdict.Kept => "kept",
        CriterionVerdict.Bent => "bent",
        CriterionVerdict.Broken => "broken",
        _ => "could not say",
    };
}
