using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>The definitions of a schema that come from the types themselves.</summary>
internal sealed class SchemaParts(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = [.. taken];
    private readonly Dictionary<Type, string> names = [];

    /// <summary>The definitions made so far, by name.</summary>
    public SortedDictionary<string, JsonObject> Definitions { get; } = new(StringComparer.Ordinal);

    public static JsonObject Reference(string definition) => new() { ["$ref"] = "#/$defs/" + definition };

    public JsonObject Of(RecordForm record)
    {
        if (!names.TryGetValue(record.Type, out var name))
        {
            name = char.ToLowerInvariant(record.Type.Name[0]) + record.Type.Name[1..];
            while (!taken.Add(name)) name += "Record";
            names.Add(record.Type, name);
            Definitions[name] = [];
            Definitions[name] = Object(record);
        }
        return Reference(name);
    }

    private JsonObject Object(RecordForm record)
    {
        var words = RecordForm.NameOf(record.Type);
        var schema = new JsonObject
        {
            ["$comment"] = CampaignSchema.Mark,
            ["description"] = char.ToUpperInvariant(words[0]) + words[1..] + ".",
            ["type"] = "object",
            ["properties"] = new JsonObject(record.Fields.Select(f => KeyValuePair.Create(f.Name, (System.Text.Json.Nodes.JsonNode?)f.Form.Schema(this)))),
        };
        if (record.Fields.Any(f => f.Required)) schema["required"] = new JsonArray([.. record.Fields.Where(f => f.Required).Select(f => (System.Text.Json.Nodes.JsonNode)f.Name)]);
        schema["additionalProperties"] = false;
        return schema;
    }
}
