using System.Collections.Immutable;
using OneFlight.Operations.FlightControl;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/contingencies.csv</c>.</summary>
public static class Contingencies
{
    private static readonly string[] columns =
        ["id", "category", "contingency", "phases", "severity", "detection", "immediate_actions", "follow_on", "authority", "notify", "exit_criteria", "drill_interval", "confidence"];

    private static readonly ImmutableArray<string> severities = ["catastrophic", "critical", "major", "minor"];

    public static Result<ImmutableArray<Contingency>> Read(ReadOnlyMemory<byte> bytes, string file = "contingencies.csv") => CsvTable.Read(bytes, file, columns).Then(Read);

    /// <summary>Reads and lints the contingencies, or says every problem.</summary>
    public static Result<ImmutableArray<Contingency>> Read(CsvTable table)
    {
        var (problems, known) = (new CsvProblems(), new HashSet<string>(StringComparer.Ordinal));
        var read = table.Rows.Select(row => One(row, known, problems)).ToImmutableArray();
        if (read.IsEmpty) problems.Add("empty-table", new(table.File, 1), "no rows", "at least one contingency");
        return problems.Any ? problems.All : read;
    }

    private static Contingency One(CsvRow row, HashSet<string> known, CsvProblems problems) => new(
        ControlTable.Id(row, known, problems), row.Text("category", problems), row.Text("contingency", problems), List(row, "phases", problems),
        ControlTable.Word(row, "severity", severities, problems), List(row, "detection", problems), List(row, "immediate_actions", problems),
        ControlTable.Parts(row["follow_on"]), List(row, "authority", problems), List(row, "notify", problems), List(row, "exit_criteria", problems),
        row.Text("drill_interval", problems), ControlTable.Confidence(row, problems),
        // The table as delivered does not have this column; where it does, it is read.
        row["text_seen"].Length == 0 ? "" : ControlTable.TextSeen(row, problems));

    private static ImmutableArray<string> List(CsvRow row, string field, CsvProblems problems) => ControlTable.Parts(row.Text(field, problems));
}
