using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>One row of a table, with typed reading that notes what cannot be read and goes on.</summary>
public sealed class CsvRow(CsvTable table, int line, string[] fields)
{
    /// <summary>Where the row begins in its file, counted from one.</summary>
    public int Line => line;

    /// <summary>The field, trimmed; empty when the file does not have the column.</summary>
    public string this[string header] => table.Column(header) is { } index ? fields[index].Trim() : "";

    public Place Where(string field) => new(table.File, line, field);

    /// <summary>A text that must not be empty.</summary>
    public string Text(string header, CsvProblems problems)
    {
        var text = this[header];
        if (text.Length == 0) problems.Add("missing-value", Where(header), "nothing", "a value");
        return text;
    }

    /// <summary>An instant such as 2019-03-02T07:49:03Z; null when the field is empty.</summary>
    public Instant? Instant(string header, CsvProblems problems)
    {
        var text = this[header];
        if (text.Length == 0) return null;
        var parsed = InstantPattern.ExtendedIso.Parse(text);
        if (parsed.Success && Era.Contains(parsed.Value)) return parsed.Value;
        if (parsed.Success) problems.Add("out-of-range", Where(header), CsvProblems.Show(text), "a time from 1950 to 2999");
        else problems.Add("not-an-instant", Where(header), CsvProblems.Show(text), "an instant in UTC such as 2019-03-02T07:49:03Z");
        return null;
    }

    /// <summary>A finite number with a point as decimal mark; null when the field is empty.</summary>
    public double? Number(string header, CsvProblems problems)
    {
        var text = this[header];
        if (text.Length == 0) return null;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        problems.Add("not-a-number", Where(header), CsvProblems.Show(text), "a number such as 12.5");
        return null;
    }

    /// <summary>A whole number; null when the field is empty.</summary>
    public int? Whole(string header, CsvProblems problems)
    {
        var text = this[header];
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add("not-a-number", Where(header), CsvProblems.Show(text), "a whole number such as 4");
        return null;
    }
}
