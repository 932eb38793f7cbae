using System.Globalization;
using OneFlight.Primitives;

namespace OneFlight.Solvers.Scheduling.ProjectScheduling;

/// <summary>Walks through the lines of a benchmark file; the first that is not as expected ends the reading.</summary>
internal sealed class LineReader(string file, string text)
{
    private readonly string[] lines = text.Split('\n');
    private int line;

    /// <summary>A whole number behind the colon of the next line that begins with a label.</summary>
    public int Labeled(string label, int least, int most)
    {
        var found = Find(label);
        var colon = found.IndexOf(':');
        var words = colon < 0 ? [] : Words(found[(colon + 1)..]);
        if (words.Length == 0) throw Refused($"'{Short(found)}'", $"'{label} : number'");
        return Within(Number(words[0]), least, most, label);
    }

    /// <summary>Goes behind a heading and as many lines of column titles.</summary>
    public void Section(string heading, int titles)
    {
        Find(heading);
        for (var passed = 0; passed < titles; passed++) _ = Next(heading);
    }

    public int[] Row(string expected, int least)
    {
        var found = Next(expected);
        var words = Words(found);
        if (words.Length < least || !words.All(w => w.All(c => char.IsAsciiDigit(c) || c == '-'))) throw Refused($"'{Short(found)}'", expected);
        return [.. words.Select(Number)];
    }

    public void Same(int found, int expected, string what)
    {
        if (found != expected) throw Refused($"{what} {Text(found)}", Text(expected));
    }

    public int Within(int found, int least, int most, string what) =>
        found >= least && found <= most ? found : throw Refused($"{what} {Text(found)}", $"{Text(least)} to {Text(most)}");

    public Problem Here(string found, string expected) => new("not-psplib", new(file, line), found, expected);

    private string Find(string start)
    {
        while (true)
        {
            var found = Next($"a line '{start}'");
            if (found.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase)) return found;
        }
    }

    private string Next(string expected)
    {
        if (line >= lines.Length || line == lines.Length - 1 && lines[line].Length == 0) throw Refused("the end of the file", expected);
        return lines[line++];
    }

    private int Number(string word) => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Refused($"'{Short(word)}'", "a whole number");

    private LineRefused Refused(string found, string expected) => new(Here(found, expected));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Short(string text) => string.Concat(text.Trim().Select(c => char.IsControl(c) ? ' ' : c).Take(40));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Ends the reading of a file; never leaves its reader.</summary>
internal sealed class LineRefused(Problem problem) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;
}
