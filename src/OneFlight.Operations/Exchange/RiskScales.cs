using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/risk-scales.csv</c>: likelihood and five axes of consequence, five levels each.</summary>
public static class RiskScales
{
    private static readonly string[] columns = ["scale", "level", "name", "safety_probability_per_flight", "programme_probability", "meaning"];

    public static Result<ImmutableArray<RiskLevel>> Read(ReadOnlyMemory<byte> utf8, string file) => CsvTable.Read(utf8, file, columns).Then(Read);

    /// <summary>Reads and lints the scales, or says every problem.</summary>
    public static Result<ImmutableArray<RiskLevel>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var levels = ImmutableArray.CreateBuilder<RiskLevel>();
        foreach (var row in table.Rows)
        {
            if (!RiskScale.All.Contains(row["scale"])) problems.Add("unknown-value", row.Where("scale"), CsvProblems.Show(row["scale"]), $"one of {string.Join(", ", RiskScale.All)}");
            var level = row.Text("level", problems).Length == 0 ? null : row.Whole("level", problems);
            if (level is < 1 or > 5) problems.Add("out-of-range", row.Where("level"), CsvProblems.Show(row["level"]), "1 to 5");
            var (name, meaning) = (row.Text("name", problems), row.Text("meaning", problems));
            if (level is not { } of) continue;
            var id = string.Create(CultureInfo.InvariantCulture, $"{row["scale"]}/{of}");
            if (levels.Any(l => l.Id == id)) problems.Add("duplicate-id", row.Where("level"), $"{id} twice", "each level of a scale once");
            levels.Add(new(id, row["scale"], of, name, OrNull(row["safety_probability_per_flight"]), OrNull(row["programme_probability"]), meaning));
        }
        foreach (var scale in RiskScale.All)
            if (levels.Count(l => l.Scale == scale) is var count and not 5 && !problems.Any)
                problems.Add("scale-incomplete", new(table.File), string.Create(CultureInfo.InvariantCulture, $"{count} levels of {scale}"), "five levels of every scale");
        return problems.Any ? problems.All : levels.ToImmutable();
    }

    private static string? OrNull(string text) => text is "" or "-" ? null : text;
}
