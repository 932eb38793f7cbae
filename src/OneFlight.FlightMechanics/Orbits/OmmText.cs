using System.Collections.Immutable;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Orbits;

/// <summary>The two line-based forms of the message.</summary>
internal static class OmmText
{
    public static Result<ImmutableArray<OmmFields>> ReadKeyValue(string text, string? file)
    {
        var messages = ImmutableArray.CreateBuilder<OmmFields>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var number = 0;
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith("COMMENT", StringComparison.Ordinal)) continue;
            var equals = line.IndexOf('=');
            if (equals <= 0) { problems.Add(new("bad-line", new(file, number), $"'{line}'", "KEYWORD = value")); continue; }
            var keyword = line[..equals].Trim();
            if (keyword == "CCSDS_OMM_VERS" || messages.Count == 0) messages.Add(new(file));
            messages[^1].Add(keyword, line[(equals + 1)..], number);
        }
        return problems.Count > 0 ? problems.ToImmutable() : messages.ToImmutable();
    }

    public static Result<ImmutableArray<OmmFields>> ReadCsv(string text, string? file)
    {
        var messages = ImmutableArray.CreateBuilder<OmmFields>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        string[]? keywords = null;
        var number = 0;
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Trim().Length == 0) continue;
            var cells = Cells(line);
            if (keywords is null) { keywords = [.. cells.Select(c => c.Trim())]; continue; }
            if (cells.Count != keywords.Length) { problems.Add(new("bad-line", new(file, number), $"{cells.Count} fields", $"{keywords.Length} fields as in the heading")); continue; }
            var message = new OmmFields(file);
            for (var i = 0; i < keywords.Length; i++) message.Add(keywords[i], cells[i], number);
            messages.Add(message);
        }
        return problems.Count > 0 ? problems.ToImmutable() : messages.ToImmutable();
    }

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(c);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
