using System.Collections.Immutable;
using OneFlight.Operations.Cargo;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Reads <c>data/hazard-segregation.csv</c>: which hazard classes may not stand together.</summary>
public static class HazardSegregations
{
    public static readonly ImmutableArray<string> Headers = ["class", "other", "except", "rule", "confidence", "source"];

    // A row may name a whole class by its first figure.
    private static readonly ImmutableHashSet<string> classes = [.. HazardClasses.All.Where(HazardClasses.IsDangerous), "2", "4", "5", "6"];

    public static Result<ImmutableArray<HazardSegregation>> Read(ReadOnlyMemory<byte> utf8, string file = "hazard-segregation.csv") => CsvTable.Read(utf8, file, [.. Headers]).Then(Read);

    /// <summary>Reads and lints the rows, or says every problem; a pair stands once, in one order or the other.</summary>
    public static Result<ImmutableArray<HazardSegregation>> Read(CsvTable table)
    {
        var problems = new CsvProblems();
        var seen = new HashSet<(string, string)>();
        var rows = ImmutableArray.CreateBuilder<HazardSegregation>();
        foreach (var row in table.Rows)
        {
            var (one, other, rule) = (Class(row, "class", problems), Class(row, "other", problems), row.Text("rule", problems));
            var except = row["except"].Length > 0 ? Class(row, "except", problems) : "";
            if (!seen.Add((one, other)) || (one != other && !seen.Add((other, one)))) problems.Add("duplicate-id", row.Where("other"), $"{one} and {other} twice", "each pair once");
            rows.Add(new($"{one}/{other}", one, other, except, rule, Confidences.Read(row, problems), row.Text("source", problems)));
        }
        return problems.Any ? problems.All : rows.ToImmutable();
    }

    private static string Class(CsvRow row, string header, CsvProblems problems)
    {
        var text = row.Text(header, problems);
        if (text.Length > 0 && !classes.Contains(text)) problems.Add("unknown-hazard-class", row.Where(header), CsvProblems.Show(text), $"one of {string.Join(", ", classes.Order(StringComparer.Ordinal))}");
        return text;
    }
}
