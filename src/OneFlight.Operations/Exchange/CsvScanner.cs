using System.Text;

namespace OneFlight.Operations.Exchange;

/// <summary>Splits text into records of fields after RFC 4180 and counts the lines; a malformed record is noted and passed over.</summary>
internal sealed class CsvScanner(string text, string file, CsvProblems problems)
{
    private readonly StringBuilder field = new();
    private int at;
    private int lines = 1;

    /// <summary>The next sound record that is not an empty line.</summary>
    /// <param name="line">Where it begins, counted from one.</param>
    public bool Next(out int line, out string[] fields)
    {
        while (at < text.Length && !problems.Full)
        {
            line = lines;
            if (Record(line) is not { } record) continue;
            if (record.Count == 1 && record[0].Length == 0) continue;
            fields = [.. record];
            return true;
        }
        (line, fields) = (lines, []);
        return false;
    }

    private List<string>? Record(int line)
    {
        List<string> record = [];
        var sound = true;
        while (true)
        {
            sound &= Field(line, record.Count + 1);
            record.Add(field.ToString());
            if (at < text.Length && text[at] == ',') { at++; continue; }
            EndOfLine();
            return sound ? record : null;
        }
    }

    private bool Field(int line, int number)
    {
        field.Clear();
        return at < text.Length && text[at] == '"' ? Quoted(line, number) : Bare(number);
    }

    private bool Bare(int number)
    {
        var sound = true;
        for (; at < text.Length && text[at] is not (',' or '\r' or '\n'); at++)
        {
            if (text[at] == '"' && sound)
            {
                problems.Add("stray-quote", new(file, lines, $"field {number}"), "a quote inside a field without quotes", "the whole field in quotes, each quote in it doubled");
                sound = false;
            }
            field.Append(text[at]);
        }
        return sound;
    }

    private bool Quoted(int line, int number)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') { Take(); continue; }
            if (at + 1 < text.Length && text[at + 1] == '"') { field.Append('"'); at++; continue; }
            at++;
            if (at >= text.Length || text[at] is ',' or '\r' or '\n') return true;
            problems.Add("stray-quote", new(file, lines, $"field {number}"), "text after the closing quote", "a comma or the end of the line; a quote in a field is doubled");
            while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
            return false;
        }
        problems.Add("open-quote", new(file, line, $"field {number}"), "a quote that is never closed", "a closing quote");
        return false;
    }

    private void Take()
    {
        if (text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n'))) lines++;
        field.Append(text[at]);
    }

    private void EndOfLine()
    {
        if (at >= text.Length) return;
        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
        at++;
        lines++;
    }
}
