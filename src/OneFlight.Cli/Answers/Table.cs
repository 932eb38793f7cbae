namespace OneFlight.Cli.Answers;

/// <summary>Rows whose columns stand under each other; the last column is as long as it is.</summary>
internal static class Table
{
    public static void Write(TextWriter text, IEnumerable<string[]> rows)
    {
        var all = rows.ToArray();
        var columns = all.Select(r => r.Length).DefaultIfEmpty(0).Max();
        var widths = Enumerable.Range(0, columns).Select(c => all.Max(r => c < r.Length ? r[c].Length : 0)).ToArray();
        foreach (var row in all)
        {
            var cells = row.Select((cell, c) => c == row.Length - 1 ? cell : cell.PadRight(widths[c]));
            text.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
