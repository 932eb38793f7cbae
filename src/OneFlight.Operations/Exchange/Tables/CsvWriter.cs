using System.Text;

namespace OneFlight.Operations.Exchange.Tables;

/// <summary>Writes a table after RFC 4180 in UTF-8, lines ending in LF.</summary>
/// <param name="forSpreadsheet">Put an apostrophe before a cell that a spreadsheet would take for a formula: one that begins with
/// = + - @, a tab or a carriage return. Such a table is for looking at: read back, the apostrophe would be part of the text.</param>
internal sealed class CsvWriter(bool forSpreadsheet)
{
    private readonly StringBuilder text = new();

    public void Row(IEnumerable<string> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append('\n');
    }

    private string Cell(string cell)
    {
        if (forSpreadsheet && cell.Length > 0 && "=+-@\t\r".Contains(cell[0])) cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || (cell.Length > 0 && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1])))
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }

    public byte[] Utf8() => Encoding.UTF8.GetBytes(text.ToString());
}
