using System.Collections.Immutable;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/medical-measures.csv</c>: what the medical program does, and who sees what of it. No finding stands there.</summary>
public static class MedicalMeasures
{
    private static readonly string[] columns = ["id", "group", "item", "when", "applies_to", "visibility", "metric_or_limit", "note", "confidence"];
    private static readonly HashSet<string> groups = new(["screening", "exposure", "inflight", "risk", "post", "privacy"], StringComparer.Ordinal);
    private static readonly HashSet<string> confidences = new(["H", "M", "L"], StringComparer.Ordinal);

    /// <summary>Reads and lints the measures, or says every problem with file, line and field.</summary>
    public static Result<ImmutableArray<MedicalMeasure>> Read(ReadOnlyMemory<byte> utf8, string file = "medical-measures.csv") =>
        CsvTable.Read(utf8, file, columns).Then(Read);

    private static Result<ImmutableArray<MedicalMeasure>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var measures = ImmutableArray.CreateBuilder<MedicalMeasure>();
        foreach (var row in table.Rows)
        {
            var id = row.Text("id", problems);
            if (id.Length > 0 && !seen.Add(id)) problems.Add("duplicate-id", row.Where("id"), $"{CsvProblems.Show(id)} twice", "each measure once");
            OneOf(row, "group", groups, problems);
            OneOf(row, "confidence", confidences, problems);
            measures.Add(new(id, row["group"], row.Text("item", problems), row.Text("when", problems),
                [.. row.Text("applies_to", problems).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                row.Text("visibility", problems), row["metric_or_limit"], row["note"], row["confidence"]));
        }
        return problems.Any ? problems.All : measures.ToImmutable();
    }

    private static void OneOf(CsvRow row, string field, HashSet<string> words, CsvProblems problems)
    {
        if (!words.Contains(row[field])) problems.Add("unknown-value", row.Where(field), CsvProblems.Show(row[field]), string.Join(", ", words.Order(StringComparer.Ordinal)));
    }
}
