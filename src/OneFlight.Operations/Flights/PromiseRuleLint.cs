using System.Collections.Immutable;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Flights;

/// <summary>Refuses promise rules that could not be judged.</summary>
public static class PromiseRuleLint
{
    private static readonly string[] Anchors = ["launch", "landing", "arrival", "departure", "vehicle", "port"];

    /// <summary>Everything wrong with one rule.</summary>
    /// <param name="parameters">The terms that a promise under this rule carries.</param>
    public static ImmutableArray<Problem> Check(PromiseRule rule, ImmutableArray<string> parameters, Place at = default)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Refuse(string code, string field, string found, string expected) =>
            problems.Add(new(code, at with { Field = field }, $"'{found}' in {rule.Id}", expected));

        if (rule.DecidedBy == DecidedBy.Plan)
        {
            if (rule.Fact is null || !PromiseFacts.ByName.TryGetValue(rule.Fact, out var fact))
                Refuse("unknown-fact", "fact", rule.Fact ?? "", "the name of a fact that the plan tells, such as quarantine-days");
            else foreach (var term in fact.Reads.Where(t => !parameters.Contains(t)))
                Refuse("missing-parameter", "parameters", string.Join(';', parameters), $"also {term}, which {rule.Fact} reads");
        }
        else if (rule.Fact is not null) Refuse("fact-not-read", "fact", rule.Fact, "nothing: a record or a survey decides this rule");

        foreach (var term in parameters.Where(t => t is not (PromiseFacts.Window or PromiseFacts.By or PromiseFacts.Amount)))
            Refuse("unknown-parameter", "parameters", term, "window, by or amount");

        if (rule.Comparison == Comparison.AtMost ? rule.Bent < rule.Kept : rule.Bent > rule.Kept)
            Refuse("limits-reversed", "bent", Text(rule.Bent), $"a limit on the far side of kept, which is {Text(rule.Kept)}");
        if (rule.RiskMargin < 0 || rule.WatchMargin < rule.RiskMargin)
            Refuse("margins-reversed", "watch_margin", Text(rule.WatchMargin), $"at least the risk margin, which is {Text(rule.RiskMargin)}, and neither below zero");

        foreach (var on in rule.DependsOn.Where(d => !Anchors.Contains(d) && !d.StartsWith("activity:", StringComparison.Ordinal)))
            Refuse("unknown-dependency", "depends_on", on, "launch, landing, arrival, departure, vehicle, port or activity:ID");
        if (rule.Due is not null && PromiseDue.Parse(rule.Due) is null)
            Refuse("unknown-anchor", "due", rule.Due, "launch, landing, arrival or departure, with days such as landing+30");
        return problems.ToImmutable();
    }

    private static string Text(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
