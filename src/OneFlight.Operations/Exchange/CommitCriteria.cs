using System.Collections.Immutable;
using OneFlight.Operations.FlightControl;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/commit-criteria.csv</c>.</summary>
public static class CommitCriteria
{
    private static readonly string[] columns =
        ["id", "applies_to", "group", "criterion", "operator", "limit", "unit", "hold_rule", "who", "recheck_s", "waivable", "basis", "confidence", "text_seen"];

    public static Result<ImmutableArray<CommitCriterion>> Read(ReadOnlyMemory<byte> bytes, string file = "commit-criteria.csv") => CsvTable.Read(bytes, file, columns).Then(Read);

    /// <summary>Reads and lints the criteria, or says every problem.</summary>
    public static Result<ImmutableArray<CommitCriterion>> Read(CsvTable table)
    {
        var (problems, known) = (new CsvProblems(), new HashSet<string>(StringComparer.Ordinal));
        var read = table.Rows.Select(row => Criterion(row, known, problems)).ToImmutableArray();
        if (read.IsEmpty) problems.Add("empty-table", new(table.File, 1), "no rows", "at least one criterion");
        return problems.Any ? problems.All : read;
    }

    private static CommitCriterion Criterion(CsvRow row, HashSet<string> known, CsvProblems problems)
    {
        var (limit, recheck) = (row.Number("limit", problems), row.Whole("recheck_s", problems));
        if (row["limit"].Length == 0) problems.Add("missing-value", row.Where("limit"), "nothing", "a number: what is unknown is not committed on");
        if (row["recheck_s"].Length == 0) problems.Add("missing-value", row.Where("recheck_s"), "nothing", "seconds, zero when decided once");
        if (recheck < 0) problems.Add("out-of-range", row.Where("recheck_s"), $"{recheck}", "seconds, zero when decided once");
        return new(
            ControlTable.Id(row, known, problems), ControlTable.Word(row, "applies_to", AppliesTo.Words, problems), row.Text("group", problems), row.Text("criterion", problems),
            OperatorOf(row, problems), limit ?? 0, row.Text("unit", problems), row.Text("hold_rule", problems), row.Text("who", problems), recheck ?? 0,
            WaivableOf(row, problems), row["waivable"] is "no" or "conditional" ? "" : row["waivable"], row.Text("basis", problems),
            ControlTable.Confidence(row, problems), ControlTable.TextSeen(row, problems));
    }

    private static CriterionOperator OperatorOf(CsvRow row, CsvProblems problems) => ControlTable.Word(row, "operator", ["<=", ">=", "=="], problems) switch
    {
        "<=" => CriterionOperator.AtMost,
        ">=" => CriterionOperator.AtLeast,
        _ => CriterionOperator.Equal,
    };

    private static Waivable WaivableOf(CsvRow row, CsvProblems problems)
    {
        var text = row["waivable"];
        if (text == "no") return Waivable.No;
        if (text == "conditional") return Waivable.Conditional;
        // "by board" names who; anything else could be read as a yes by mistake.
        if (!text.StartsWith("by ", StringComparison.Ordinal) || text.Length < 5)
            problems.Add("unknown-value", row.Where("waivable"), CsvProblems.Show(text), "no, conditional, or by whom, such as 'by board'");
        return Waivable.ByNamed;
    }
}
