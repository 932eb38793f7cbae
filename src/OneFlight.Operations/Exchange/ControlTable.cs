using System.Collections.Immutable;

namespace OneFlight.Operations.Exchange;

/// <summary>What the tables of flight control have in common: lists in one field, confidence, and what was read of the source.</summary>
internal static class ControlTable
{
    private static readonly ImmutableArray<string> confidences = ["H", "M", "L"], seen = ["Y", "P", "N"];

    /// <summary>Parts of a field apart by semicolons.</summary>
    public static ImmutableArray<string> Parts(string text) => [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>One of the words that a field may hold; another is a problem.</summary>
    public static string Word(CsvRow row, string field, ImmutableArray<string> words, CsvProblems problems)
    {
        if (!words.Contains(row[field])) problems.Add("unknown-value", row.Where(field), CsvProblems.Show(row[field]), $"one of {string.Join(", ", words)}");
        return row[field];
    }

    public static string Confidence(CsvRow row, CsvProblems problems) => Word(row, "confidence", confidences, problems);

    public static string TextSeen(CsvRow row, CsvProblems problems) => Word(row, "text_seen", seen, problems);

    /// <summary>The row's id; twice is a problem.</summary>
    public static string Id(CsvRow row, HashSet<string> known, CsvProblems problems)
    {
        var id = row.Text("id", problems);
        if (id.Length > 0 && !known.Add(id)) problems.Add("duplicate-id", row.Where("id"), $"{CsvProblems.Show(id)} twice", "each id once");
        return id;
    }
}
