using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneFlight.Operations.Exchange;

namespace OneFlight.Tests.Exchange;

public class CampaignSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Find("docs/campaign.schema.json")))!.AsObject();

    [Fact]
    public void Whatever_is_written_is_what_the_schema_says()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var faults = new List<string>();
            Validate(Schema, JsonNode.Parse(CampaignFile.Write(AnyCampaign.Make(seed))), "campaign", faults);
            Assert.True(faults.Count == 0, $"seed {seed}: {string.Join("; ", faults.Take(5))}");
        }
    }

    [Fact]
    public void Every_field_that_the_schema_names_is_written_for_some_campaign()
    {
        var written = new HashSet<string>();
        for (var seed = 1; seed <= 100; seed++) Collect(JsonNode.Parse(CampaignFile.Write(AnyCampaign.Make(seed))), written);
        var named = new HashSet<string>();
        Names(Schema, named);
        // These two are added by the planner's answer and are not the campaign's own.
        Assert.Empty(named.Except(written).Except(["answer", "clashes"]));
    }

    [Fact]
    public void The_parts_that_come_from_the_types_are_as_the_types_are()
    {
        var file = Find("docs/campaign.schema.json");
        var complete = CampaignSchema.Complete(File.ReadAllText(file));
        if (Environment.GetEnvironmentVariable("ONEFLIGHT_WRITE_SCHEMA") == "1") File.WriteAllText(file, complete);
        Assert.True(complete == File.ReadAllText(file), "A record of a book has changed. ONEFLIGHT_WRITE_SCHEMA=1 lets this test write docs/campaign.schema.json anew.");
    }

    [Fact]
    public void The_validator_of_these_tests_finds_faults()
    {
        var campaign = JsonNode.Parse(CampaignFile.Write(AnyCampaign.Make(1)))!.AsObject();
        campaign["flights"]![0]!["wish"]!.AsObject().Remove("launch");
        campaign["flights"]![0]!["color"] = "red";
        campaign["flights"]![0]!["kind"] = "holiday";
        campaign["fleet"]!["pads"]![0]!["before"] = "soon";
        var faults = new List<string>();
        Validate(Schema, campaign, "campaign", faults);
        Assert.Equal(4, faults.Count);
    }

    private static void Validate(JsonObject schema, JsonNode? value, string path, List<string> faults)
    {
        if (schema["$ref"] is { } reference) Validate(Schema["$defs"]![((string)reference!).Split('/')[^1]]!.AsObject(), value, path, faults);
        if (schema["type"] is { } type && !Is((string)type!, value)) faults.Add($"{path} is no {type}");
        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, value)) faults.Add($"{path} is not {only}");
        if (schema["enum"] is JsonArray choice && !choice.Any(c => JsonNode.DeepEquals(c, value))) faults.Add($"{path} is {value}");
        if (schema["pattern"] is { } pattern && value is JsonValue text && !Regex.IsMatch((string)text!, (string)pattern!)) faults.Add($"{path} is '{text}'");
        if (schema["minimum"] is { } least && (double)value! < (double)least) faults.Add($"{path} is too small");
        if (schema["maximum"] is { } most && (double)value! > (double)most) faults.Add($"{path} is too large");
        if (value is JsonObject fields) ValidateFields(schema, fields, path, faults);
        if (value is not JsonArray items) return;
        if (schema["prefixItems"] is JsonArray parts)
        {
            if (items.Count > parts.Count || items.Count < (int)schema["minItems"]!) faults.Add($"{path} has {items.Count} items");
            for (var i = 0; i < Math.Min(parts.Count, items.Count); i++) Validate(parts[i]!.AsObject(), items[i], $"{path}[{i}]", faults);
        }
        else if (schema["items"] is JsonObject item)
        {
            for (var i = 0; i < items.Count; i++) Validate(item, items[i], $"{path}[{i}]", faults);
        }
    }

    private static void ValidateFields(JsonObject schema, JsonObject fields, string path, List<string> faults)
    {
        if (schema["properties"] is not JsonObject known) return;
        foreach (var (name, value) in fields)
        {
            if (known[name] is JsonObject inner) Validate(inner, value, $"{path}.{name}", faults);
            else faults.Add($"{path}.{name} is unknown");
        }
        foreach (var needed in schema["required"] as JsonArray ?? []) if (!fields.ContainsKey((string)needed!)) faults.Add($"{path} has no {needed}");
    }

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value is JsonValue flag && flag.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value is JsonValue whole && whole.GetValueKind() == System.Text.Json.JsonValueKind.Number && double.IsInteger((double)whole),
        "number" => value is JsonValue number && number.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        _ => throw new InvalidOperationException($"The schema uses the type {type}, which these tests do not know."),
    };

    private static void Collect(JsonNode? value, HashSet<string> names)
    {
        if (value is JsonArray items) foreach (var item in items) Collect(item, names);
        if (value is not JsonObject fields) return;
        foreach (var (name, inner) in fields)
        {
            names.Add(name);
            Collect(inner, names);
        }
    }

    private static void Names(JsonNode? schema, HashSet<string> names)
    {
        if (schema is JsonArray items) foreach (var item in items) Names(item, names);
        if (schema is not JsonObject fields) return;
        foreach (var (name, inner) in fields)
        {
            if (name == "properties") foreach (var (property, of) in inner!.AsObject()) if (!SaysNothing(of!.AsObject())) names.Add(property);
            Names(inner, names);
        }
    }

    // A book to which no capability has given a list yet is never written.
    private static bool SaysNothing(JsonObject property) =>
        property["$ref"] is { } reference && Schema["$defs"]![((string)reference!).Split('/')[^1]]!["properties"] is JsonObject { Count: 0 };

    private static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file))) return Path.Combine(folder.FullName, file);
        }
        throw new FileNotFoundException(file);
    }
}
