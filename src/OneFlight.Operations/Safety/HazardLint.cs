using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Safety;

/// <summary>Refuses a baseline that could not be judged or would reassure falsely.</summary>
public static class HazardLint
{
    private static readonly string[] targets = [SafetyKinds.Training, SafetyKinds.Step, SafetyKinds.Criterion];

    /// <remarks>Codes: <c>duplicate-id</c>, <c>incomplete-statement</c>, <c>unknown-level</c>, <c>no-cause</c>, <c>no-control</c>,
    /// <c>no-verification</c>, <c>wrong-target</c>, <c>closed-without-report</c>.</remarks>
    public static ImmutableArray<Problem> Check(ImmutableArray<Hazard> hazards, ImmutableArray<RiskLevel> risks)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var levels = risks.Select(r => (r.Scale, r.Level)).ToHashSet();
        foreach (var twice in hazards.GroupBy(h => h.Id).Where(g => g.Count() > 1))
            problems.Add(new("duplicate-id", Place.Of(twice.Key), "the same id twice", "each hazard once"));
        foreach (var hazard in hazards)
        {
            if (new[] { hazard.Condition, hazard.Departure, hazard.Asset, hazard.Consequence }.Any(string.IsNullOrWhiteSpace))
                problems.Add(new("incomplete-statement", Place.Of(hazard.Id), "an empty part", "condition, departure, asset and consequence"));
            foreach (var (scale, level) in hazard.Severity.Axes.Prepend((RiskScale.Likelihood, hazard.Likelihood)))
                if (!levels.Contains((scale, level)))
                    problems.Add(new("unknown-level", Place.Of(hazard.Id), $"{scale} {level.ToString(CultureInfo.InvariantCulture)}", "a level of the risk scales, 1 to 5"));
            if (hazard.Causes.IsEmpty) problems.Add(new("no-cause", Place.Of(hazard.Id), "no cause", "at least one"));
            foreach (var cause in hazard.Causes) CheckCause(hazard, cause, problems);
        }
        return problems.ToImmutable();
    }

    private static void CheckCause(Hazard hazard, HazardCause cause, ImmutableArray<Problem>.Builder problems)
    {
        if (cause.Controls.IsEmpty) problems.Add(new("no-control", Place.Of($"{hazard.Id} {cause.Id}"), "no control", "at least one"));
        foreach (var control in cause.Controls)
        {
            var at = Place.Of($"{hazard.Id} {cause.Id} {control.Id}");
            if (control.Target is { } target && (ThingId.Parse(target) is not { } thing || !targets.Contains(thing.Kind) || thing.Id.Length == 0))
                problems.Add(new("wrong-target", at, $"'{target}'", "training:MODULE, step:PROCEDURE/STEP or criterion:ID"));
            if (control.Target is null && control.Verifications.IsEmpty)
                problems.Add(new("no-verification", at, "no verification", "at least one for a control that is built in"));
            foreach (var verification in control.Verifications)
                if (verification.State != VerificationState.Open && (verification.On is null || string.IsNullOrWhiteSpace(verification.Report)))
                    problems.Add(new("closed-without-report", at, $"{verification.Id} without day or report", "the day and where the proof lies"));
        }
    }
}
