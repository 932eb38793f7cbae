using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneFlight.Operations.Exchange.Json.Forms;
using OneFlight.Operations.Exchange.Records;

namespace OneFlight.Operations.Exchange;

/// <summary>The schema of the campaign file: written by hand where a reader is, and from the types where the types are read by themselves.</summary>
public static class CampaignSchema
{
    /// <summary>Stands as <c>$comment</c> in every part that comes from the types.</summary>
    internal const string Mark = "from the type";

    /// <summary>Records that are read by hand but for some of their fields, by the name of their definition.</summary>
    private static readonly ImmutableArray<(string Definition, IRestFields Fields)> partly =
    [
        ("flight", FlightRecords.RestOfFlight), ("mission", MissionRecords.RestOfMission), ("person", PeopleRecords.RestOfPerson),
    ];

    /// <summary>The schema with all that comes from the types, in place of what it has of that now.</summary>
    public static string Complete(string schema)
    {
        var root = JsonNode.Parse(schema)!.AsObject();
        var definitions = root["$defs"]!.AsObject();
        foreach (var name in Marked(definitions)) definitions.Remove(name);
        Forget(root);
        var parts = new SchemaParts(definitions.Select(d => d.Key));
        foreach (var (name, book) in CampaignBooks.Schemas(parts)) Add(root, name, book, required: false);
        foreach (var (definition, rest) in partly)
        {
            Forget(definitions[definition]!.AsObject());
            foreach (var (name, field, required) in rest.Schemas(parts)) Add(definitions[definition]!.AsObject(), name, field, required);
        }
        foreach (var (name, definition) in parts.Definitions) definitions[name] = definition;
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static void Add(JsonObject to, string name, JsonObject schema, bool required)
    {
        schema["$comment"] = Mark;
        to["properties"]!.AsObject()[name] = schema;
        if (required) to["required"]!.AsArray().Add((System.Text.Json.Nodes.JsonNode)name);
    }

    private static void Forget(JsonObject of)
    {
        var properties = of["properties"]!.AsObject();
        foreach (var name in Marked(properties))
        {
            properties.Remove(name);
            (of["required"] as JsonArray)?.RemoveAll(n => (string?)n == name);
        }
    }

    private static string[] Marked(JsonObject definitions) => [.. definitions.Where(p => (string?)p.Value!["$comment"] == Mark).Select(p => p.Key)];
}
