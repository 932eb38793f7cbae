using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <param name="Parameters">Which of <c>window</c>, <c>by</c> and <c>amount</c> a promise under the rule carries.</param>
public sealed record PromiseRuleRow(PromiseRule Rule, ImmutableArray<string> Parameters);

/// <summary>Reads <c>data/promise-rules.csv</c>.</summary>
public static class PromiseRules
{
    /// <summary>Reads and lints the rules, or says every problem.</summary>
    public static Result<ImmutableArray<PromiseRuleRow>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rules = ImmutableArray.CreateBuilder<PromiseRuleRow>();
        foreach (var row in table.Rows)
        {
            if (Rule(row, problems) is not { } read) continue;
            if (!seen.Add(read.Rule.Id)) problems.Add("duplicate-id", row.Where("id"), $"{CsvProblems.Show(read.Rule.Id)} twice", "each rule once");
            problems.Add(PromiseRuleLint.Check(read.Rule, read.Parameters, new(table.File, row.Line)));
            rules.Add(read);
        }
        return problems.Any ? problems.All : rules.ToImmutable();
    }

    private static PromiseRuleRow? Rule(CsvRow row, CsvProblems problems)
    {
        DecidedBy? decidedBy = row["decided_by"] switch { "plan" => DecidedBy.Plan, "record" => DecidedBy.Record, "survey" => DecidedBy.Survey, _ => null };
        Comparison? comparison = row["comparison"] switch { "at-most" => Comparison.AtMost, "at-least" => Comparison.AtLeast, _ => null };
        if (decidedBy is null) problems.Add("unknown-value", row.Where("decided_by"), CsvProblems.Show(row["decided_by"]), "plan, record or survey");
        if (comparison is null) problems.Add("unknown-value", row.Where("comparison"), CsvProblems.Show(row["comparison"]), "at-most or at-least");
        var (kept, bent) = (Needed(row, "kept", problems), Needed(row, "bent", problems));
        var (watch, risk) = (Needed(row, "watch_margin", problems), Needed(row, "risk_margin", problems));
        var (id, title, category, unit) = (row.Text("id", problems), row.Text("title", problems), row.Text("category", problems), row.Text("unit", problems));
        if (decidedBy is null || comparison is null || kept is null || bent is null || watch is null || risk is null || id.Length == 0) return null;

        return new(new(
            id, title, category, unit, decidedBy.Value, OrNull(row["fact"]), comparison.Value, kept.Value, bent.Value, watch.Value, risk.Value,
            Parts(row["depends_on"]), OrNull(row["due"])), Parts(row["parameters"]));
    }

    private static double? Needed(CsvRow row, string header, CsvProblems problems) =>
        row.Text(header, problems).Length == 0 ? null : row.Number(header, problems);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static ImmutableArray<string> Parts(string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
