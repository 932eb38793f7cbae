using System.Collections.Immutable;
using System.Text;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>A table read from comma-separated text after RFC 4180: a header line, then rows with as many fields as the header.</summary>
/// <remarks>Lines may end in CRLF, LF or CR; a byte order mark is passed over; empty lines are skipped. Encoding is UTF-8 and nothing else.</remarks>
public sealed class CsvTable
{
    private readonly Dictionary<string, int> columns;

    private CsvTable(string file, ImmutableArray<string> headers, Dictionary<string, int> columns)
    {
        (File, Headers, this.columns) = (file, headers, columns);
        Rows = [];
    }

    /// <summary>The name that problems carry.</summary>
    public string File { get; }

    /// <summary>In the order of the file, trimmed.</summary>
    public ImmutableArray<string> Headers { get; }

    public ImmutableArray<CsvRow> Rows { get; private set; }

    public bool Has(string header) => columns.ContainsKey(header);

    internal int? Column(string header) => columns.TryGetValue(header, out var index) ? index : null;

    /// <summary>Reads the table, or says every problem up to the limit.</summary>
    /// <param name="required">Headers that must be there; others may be.</param>
    public static Result<CsvTable> Read(ReadOnlyMemory<byte> utf8, string file, params ReadOnlySpan<string> required)
    {
        var problems = new CsvProblems();
        if (!CsvEncoding.Check(utf8.Span, file, problems)) return problems.All;
        var bytes = utf8.Span;
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return Read(Encoding.UTF8.GetString(bytes), file, problems, required);
    }

    /// <summary>Reads the table from text already decoded.</summary>
    public static Result<CsvTable> Read(string text, string file, params ReadOnlySpan<string> required) => Read(text, file, new CsvProblems(), required);

    private static Result<CsvTable> Read(string text, string file, CsvProblems problems, ReadOnlySpan<string> required)
    {
        var scanner = new CsvScanner(text, file, problems);
        if (!scanner.Next(out var line, out var header))
        {
            if (!problems.Any) problems.Add("empty-table", new(file, 1), "no header line", "a line with the names of the columns");
            return problems.All;
        }
        var table = new CsvTable(file, [.. header.Select(h => h.Trim())], []);
        table.NameColumns(line, problems, required);
        if (problems.Any) return problems.All;

        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        while (!problems.Full && scanner.Next(out line, out var fields))
        {
            if (fields.Length == table.Headers.Length) rows.Add(new(table, line, fields));
            else problems.Add("field-count", new(file, line), $"{fields.Length} fields", $"{table.Headers.Length} as in the header; a field with a comma stands in quotes");
        }
        table.Rows = rows.ToImmutable();
        return problems.Any ? problems.All : table;
    }

    private void NameColumns(int line, CsvProblems problems, ReadOnlySpan<string> required)
    {
        for (var i = 0; i < Headers.Length; i++)
        {
            if (!columns.TryAdd(Headers[i], i)) problems.Add("duplicate-column", new(File, line, Headers[i]), $"{CsvProblems.Show(Headers[i])} twice", "each column once");
        }
        foreach (var name in required)
        {
            if (!Has(name)) problems.Add("missing-column", new(File, line, name), "no such column", $"a column named {name}");
        }
    }
}
