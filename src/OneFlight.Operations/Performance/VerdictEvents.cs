using System.Collections.Immutable;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Performance;

public enum CriterionVerdict { Kept, Bent, Broken, CouldNotSay }

/// <summary>How a customer gave their verdict.</summary>
public enum VerdictForm { Written, Spoken }

/// <summary>What was measured of one criterion.</summary>
/// <param name="Measured">The figure with its unit, as the evidence has it; null: nothing was measured.</param>
public sealed record MeasuredCriterion(string Criterion, CriterionVerdict Verdict, string? Measured);

/// <summary>What the customer said of one criterion.</summary>
/// <param name="Words">Verbatim; null: no word on this one.</param>
public sealed record CriterionSaid(string Criterion, CriterionVerdict Verdict, string? Words);

// Streams outcome/MISSION.

/// <summary>The operator's own verdict, by what was measured.</summary>
/// <param name="Evidence">Where the figures come from.</param>
public sealed record TechnicalVerdictGiven(ImmutableArray<MeasuredCriterion> Criteria, string Evidence) : ILogEvent;

/// <summary>The customer's verdict. It stands beside the technical one, whatever that says.</summary>
/// <param name="Words">What they said of the whole, verbatim.</param>
/// <param name="GivenBy">Who gave it, as shown to people.</param>
/// <param name="Witness">Who heard it beside the one who wrote it down; a spoken verdict without one is kept and does not count.</param>
public sealed record CustomerVerdictGiven(ImmutableArray<CriterionSaid> Criteria, string Words, VerdictForm Form, string GivenBy, string? Witness) : ILogEvent
{
    public bool Counts => Form == VerdictForm.Written || Witness is not null;
}

/// <summary>Names of the streams.</summary>
public static class OutcomeStreams
{
    public const string Verdicts = "outcome/", Surveys = "survey/", Recoveries = "recovery/";

    public static string OfVerdicts(MissionId mission) => Verdicts + mission.Value;
    public static string OfSurvey(MissionId mission) => Surveys + mission.Value;
    public static string OfRecovery(string id) => Recoveries + id;
}
