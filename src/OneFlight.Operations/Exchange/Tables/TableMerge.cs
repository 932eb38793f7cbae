using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange.Tables;

/// <summary>Puts the rows of tables into a campaign file as a tree, and remembers which row said what, so that what the reader of the
/// campaign refuses is shown at its row.</summary>
internal sealed class TableMerge(JsonObject campaign)
{
    private readonly CsvProblems problems = new();
    private readonly Dictionary<string, (string File, int Line)> rows = [];

    public ImmutableArray<Problem> Problems => problems.All;
    public bool Failed => problems.Any;

    public void Merge(TableShape shape, ReadOnlyMemory<byte> bytes)
    {
        if (Read(bytes, shape.File, [.. shape.Columns.Select(c => c.Name)], "id") is not { } table) return;
        var records = Records(shape.List);
        var places = records.Select((r, i) => ((string)r!["id"]!, i)).ToDictionary(p => p.Item1, p => p.i);
        var told = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            var id = row.Text("id", problems);
            if (id.Length == 0 || Repeated(told, row, id)) continue;
            if (!places.TryGetValue(id, out var place))
            {
                places.Add(id, place = records.Count);
                records.Add(new JsonObject());
            }
            rows[$"{string.Join('.', shape.List)}[{place}]"] = (shape.File, row.Line);
            Change(shape, table, row, (JsonObject)records[place]!);
        }
    }

    // Only cells that differ are put in, so that what a table cannot show stays as it was.
    private static void Change(TableShape shape, CsvTable table, CsvRow row, JsonObject record)
    {
        var changed = false;
        foreach (var column in shape.Columns.Where(c => table.Has(c.Name)))
        {
            if (row[column.Name] is var cell && cell == Cells.Get(record, column).Trim()) continue;
            Cells.Set(record, column, cell);
            changed = true;
        }
        if (changed) Cells.DropEmptyParts(record, shape);
    }

    public void MergeActivities(ReadOnlyMemory<byte> bytes)
    {
        if (Read(bytes, TableShape.Activities, TableShape.ActivityColumns, "flight", "activity", "start", "end") is not { } table) return;
        var flights = Records(["flights"]).Select((f, i) => (Id: (string)f!["id"]!, Flight: (JsonObject)f, i)).ToDictionary(f => f.Id, f => (f.Flight, f.i));
        var places = new Dictionary<string, Dictionary<string, int>>();
        var told = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            var (flight, activity) = (row.Text("flight", problems), row.Text("activity", problems));
            if (flight.Length == 0 || activity.Length == 0 || Repeated(told, row, $"{flight}/{activity}")) continue;
            if (!flights.TryGetValue(flight, out var known) || known.Flight["plan"] is not JsonObject plan)
            {
                problems.Add("unknown-reference", row.Where("flight"), CsvProblems.Show(flight), "the id of a flight that has a plan");
                continue;
            }
            if (plan["activities"] is not JsonArray list) plan["activities"] = list = [];
            if (!places.TryGetValue(flight, out var placed)) places[flight] = placed = list.Select((a, i) => ((string)a![0]!, i)).ToDictionary(a => a.Item1, a => a.i);
            var cells = new JsonArray([.. new[] { activity, row["start"], row["end"], row["status"] }.Where(c => c.Length > 0 && c != "planned").Select(c => JsonValue.Create(c))]);
            if (placed.TryGetValue(activity, out var place)) list[place] = cells;
            else
            {
                placed.Add(activity, place = list.Count);
                list.Add(cells);
            }
            rows[$"flights[{known.i}].plan.activities[{place}]"] = (TableShape.Activities, row.Line);
        }
    }

    private CsvTable? Read(ReadOnlyMemory<byte> bytes, string file, ImmutableArray<string> known, params ReadOnlySpan<string> required)
    {
        var table = CsvTable.Read(bytes, file, required);
        problems.Add(table.Problems);
        if (!table.Succeeded) return null;
        foreach (var header in table.Value.Headers.Where(h => !known.Contains(h)))
        {
            problems.Add("unknown-column", new(file, 1, header), CsvProblems.Show(header), "one of the columns " + string.Join(", ", known));
        }
        return table.Value;
    }

    private bool Repeated(Dictionary<string, int> told, CsvRow row, string id)
    {
        if (told.TryAdd(id, row.Line)) return false;
        problems.Add("duplicate-id", row.Where("id"), CsvProblems.Show(id), $"an id that has one row; it first stands in line {told[id]}");
        return true;
    }

    private JsonArray Records(ImmutableArray<string> path)
    {
        var holder = campaign;
        foreach (var name in path[..^1])
        {
            if (holder[name] is not JsonObject inner) holder[name] = inner = [];
            holder = inner;
        }
        if (holder[path[^1]] is not JsonArray list) holder[path[^1]] = list = [];
        return list;
    }

    /// <summary>The same problem at the row and column of a table, where its record came from one.</summary>
    public Problem AtItsRow(Problem problem)
    {
        if (problem.Where.Field is not { } field) return problem;
        for (var end = field.LastIndexOf(']'); end > 0; end = field.LastIndexOf(']', end - 1))
        {
            if (!rows.TryGetValue(field[..(end + 1)], out var row)) continue;
            var inner = field[(end + 1)..].TrimStart('.');
            return problem with { Where = new(row.File, row.Line, Column(row.File, inner)) };
        }
        return problem with { Where = new(problem.Where.File, null, field) };
    }

    private static string? Column(string file, string field) => file == TableShape.Activities
        ? field.Length == 3 && int.TryParse(field[1..2], out var part) ? TableShape.ActivityColumns[part + 1] : null
        : TableShape.All.First(s => s.File == file).Columns.FirstOrDefault(c => field == c.Field || field.StartsWith(c.Field + "[", StringComparison.Ordinal))?.Name
            ?? (field.Length > 0 ? field : null);
}
