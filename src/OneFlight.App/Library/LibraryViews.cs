using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;

namespace OneFlight.App.Library;

/// <summary>How many rows of a table there are, by confidence.</summary>
/// <param name="Confidence">H, M, L, then none given.</param>
/// <param name="Sources">How many different ones the rows name.</param>
public sealed record TableSummary(LibraryTable Table, int Rows, ImmutableArray<(string Confidence, int Count)> Confidence, int Sources);

/// <summary>The index of all reference tables.</summary>
public sealed record LibraryView(OpenCampaign Open, ImmutableArray<TableSummary> Tables)
{
    public static LibraryView From(OpenCampaign open) => new(open, [.. LibraryTables.All.Select(t => Of(t, [.. t.Rows(open.Campaign)]))]);

    public static TableSummary Of(LibraryTable table, ImmutableArray<LibraryRow> rows) => new(
        table, rows.Length, [.. rows.GroupBy(r => r.Confidence).OrderBy(g => "HML".Contains(g.Key, StringComparison.Ordinal) && g.Key.Length > 0 ? "HML".IndexOf(g.Key, StringComparison.Ordinal) : 9).Select(g => (g.Key, g.Count()))],
        rows.Select(r => r.Source).Where(s => s.Length > 0).Distinct().Count());

    /// <summary>What a letter of confidence means.</summary>
    public static string Word(string confidence) => confidence switch { "H" => "high", "M" => "medium", "L" => "low", "" => "none given", _ => confidence };
}

/// <summary>One reference table, with a search in it.</summary>
public sealed record LibraryTableView(OpenCampaign Open, TableSummary Summary, Query Query, Paging<LibraryRow> Rows)
{
    /// <summary>Null: there is no such table.</summary>
    public static LibraryTableView? From(OpenCampaign open, string key, Query query)
    {
        if (LibraryTables.Find(key) is not { } table) return null;
        var all = table.Rows(open.Campaign).ToImmutableArray();
        var words = (query["q"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = all.Where(r => (query["confidence"] is not { } wanted || r.Confidence == wanted || (wanted == "none" && r.Confidence.Length == 0))
            && words.All(w => $"{r.Group} {r.Id} {r.Title} {r.Facts} {r.Source}".Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
        return new(open, LibraryView.Of(table, all), query, Paging<LibraryRow>.Of(found, int.TryParse(query["page"], out var page) ? page : null));
    }
}
