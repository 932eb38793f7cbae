using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange.Tables;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>The long tables of a campaign as CSV: flights, activities, promises, missions, cargo and persons, by file name.</summary>
/// <remarks>A table shows the flat part of each record. What it cannot show (the reasons of a plan, seats, criteria) stays in the campaign
/// file, which the tables are merged into. An empty cell means that the field is not there.</remarks>
public static class CampaignTables
{
    /// <summary>Writes the tables.</summary>
    /// <param name="forSpreadsheet">Guards cells that a spreadsheet would take for a formula; not to be read back.</param>
    public static ImmutableDictionary<string, byte[]> Write(Campaign campaign, bool forSpreadsheet = false)
    {
        var tree = Tree(campaign);
        var tables = ImmutableDictionary.CreateBuilder<string, byte[]>();
        foreach (var shape in TableShape.All)
        {
            var table = new CsvWriter(forSpreadsheet);
            table.Row(shape.Columns.Select(c => c.Name));
            JsonNode? list = tree;
            foreach (var name in shape.List) list = list?[name];
            foreach (var record in list as JsonArray ?? []) table.Row(shape.Columns.Select(c => Cells.Get((JsonObject)record!, c)));
            tables[shape.File] = table.Utf8();
        }
        tables[TableShape.Activities] = Activities(tree, forSpreadsheet);
        return tables.ToImmutable();
    }

    private static byte[] Activities(JsonObject tree, bool forSpreadsheet)
    {
        var table = new CsvWriter(forSpreadsheet);
        table.Row(TableShape.ActivityColumns);
        foreach (var flight in tree["flights"] as JsonArray ?? [])
        {
            foreach (var row in flight!["plan"]?["activities"] as JsonArray ?? [])
            {
                var cells = ((JsonArray)row!).Select(c => (string)c!).ToList();
                if (cells.Count == 3) cells.Add("planned");
                table.Row(cells.Prepend((string)flight["id"]!));
            }
        }
        return table.Utf8();
    }

    /// <summary>Merges tables into a campaign: rows with a known id change that record, others are added, records without a row stay.</summary>
    /// <param name="tables">Some or all of the tables, by file name; columns that are left out stay as they are.</param>
    public static Result<Campaign> Merge(Campaign campaign, ImmutableDictionary<string, ReadOnlyMemory<byte>> tables)
    {
        var names = TableShape.All.Select(s => s.File).Append(TableShape.Activities).ToArray();
        var strangers = tables.Keys.Except(names).Order(StringComparer.Ordinal)
            .Select(name => new Problem("unknown-table", new(name), "a table of another name", "one of " + string.Join(", ", names))).ToImmutableArray();
        if (!strangers.IsEmpty) return strangers;

        var tree = Tree(campaign);
        var merge = new TableMerge(tree);
        foreach (var shape in TableShape.All.Where(s => tables.ContainsKey(s.File))) merge.Merge(shape, tables[shape.File]);
        if (tables.TryGetValue(TableShape.Activities, out var activities)) merge.MergeActivities(activities);
        if (merge.Failed) return merge.Problems;

        var merged = CampaignFile.Read(Encoding.UTF8.GetBytes(tree.ToJsonString()), "the merged campaign");
        return merged.Succeeded ? merged : merged.Problems.Select(merge.AtItsRow).ToImmutableArray();
    }

    private static JsonObject Tree(Campaign campaign) => JsonNode.Parse(CampaignFile.Write(campaign, indented: false))!.AsObject();
}
