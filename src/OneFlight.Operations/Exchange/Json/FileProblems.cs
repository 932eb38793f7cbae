using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>Every problem of one file up to a limit, in the order of the file; the rest are counted.</summary>
internal sealed class FileProblems(string fileName, LocatedJson json)
{
    /// <summary>More would not be read by anyone.</summary>
    public const int Limit = 1_000;

    private readonly List<(int Node, Problem Problem)> kept = [];
    private int count;

    public bool Any => count > 0;
    public int Count => count;

    /// <summary>Adds a problem at a node.</summary>
    /// <param name="field">A field of the node that is not there.</param>
    public void Add(string code, int node, string found, string expected, string? field = null)
    {
        if (++count > Limit) return;
        var path = json.PathOf(node);
        if (field is not null) path = path is null ? field : $"{path}.{field}";
        kept.Add((node, new(code, new(fileName, json.LineOf(node), path is null ? null : Shown(path)), found, expected)));
    }

    public ImmutableArray<Problem> All
    {
        get
        {
            var inOrder = kept.OrderBy(p => p.Node).Select(p => p.Problem);
            if (count <= Limit) return [.. inOrder];
            var more = (count - Limit).ToString("N0", CultureInfo.InvariantCulture);
            return [.. inOrder, new("too-many-problems", new(fileName), $"and {more} more problems", "a file without them; mend these first and read it again")];
        }
    }

    /// <summary>Text from a file, quoted, shortened and safe to print on a terminal.</summary>
    public static string Quoted(string text) => $"'{Shown(text)}'";

    private static string Shown(string text)
    {
        const int longest = 80;
        var shown = new StringBuilder();
        foreach (var letter in text.Length <= longest ? text : text[..longest] + "…")
        {
            if (char.IsControl(letter) || char.IsSurrogate(letter)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else shown.Append(letter);
        }
        return shown.ToString();
    }
}
