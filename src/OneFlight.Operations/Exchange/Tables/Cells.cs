using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Tables;

/// <summary>Cells of a table and the fields of a record that they show.</summary>
internal static class Cells
{
    private const char Between = ';';

    /// <summary>The cell of a record; empty when the field is not there.</summary>
    public static string Get(JsonObject record, TableColumn column)
    {
        JsonNode? node = record;
        foreach (var name in column.Path) node = (node as JsonObject)?[name];
        return node switch
        {
            null => column.Kind == CellKind.Flag ? "false" : "",
            JsonArray list => string.Join(Between, list.Select(i => i!.GetValue<string>())),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => node.ToJsonString(),
        };
    }

    /// <summary>Puts a cell into a record; an empty one takes the field away.</summary>
    public static void Set(JsonObject record, TableColumn column, string cell)
    {
        var holder = record;
        foreach (var name in column.Path[..^1])
        {
            if (holder[name] is not JsonObject inner)
            {
                if (cell.Length == 0) return;
                holder[name] = inner = [];
            }
            holder = inner;
        }
        if (Value(column.Kind, cell) is { } value) holder[column.Path[^1]] = value;
        else holder.Remove(column.Path[^1]);
    }

    private static JsonNode? Value(CellKind kind, string cell) => kind switch
    {
        _ when cell.Length == 0 => null,
        CellKind.Flag when cell is "true" or "false" => JsonValue.Create(cell == "true"),
        CellKind.Number when IsNumber(cell) => JsonNode.Parse(cell),
        CellKind.List => new JsonArray([.. cell.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(i => JsonValue.Create(i))]),
        // What is no number or flag stays text, and the reader of the campaign says what it expected.
        _ => JsonValue.Create(cell),
    };

    private static bool IsNumber(string cell)
    {
        if (!double.TryParse(cell, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out _)) return false;
        try
        {
            return JsonNode.Parse(cell) is JsonValue value && value.GetValueKind() == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Takes away parts of which nothing is left in the table, such as the plan of a flight whose plan columns are all empty.</summary>
    public static void DropEmptyParts(JsonObject record, TableShape shape)
    {
        var parts = shape.Columns.SelectMany(c => Enumerable.Range(1, c.Path.Length - 1).Select(n => string.Join('.', c.Path[..n]))).Distinct();
        foreach (var part in parts.OrderByDescending(p => p.Length))
        {
            var columns = shape.Columns.Where(c => c.Field.StartsWith(part + ".", StringComparison.Ordinal));
            if (columns.Any(c => Get(record, c).Length > 0)) continue;
            var path = part.Split('.');
            JsonNode? holder = record;
            foreach (var name in path[..^1]) holder = (holder as JsonObject)?[name];
            (holder as JsonObject)?.Remove(path[^1]);
        }
    }
}
