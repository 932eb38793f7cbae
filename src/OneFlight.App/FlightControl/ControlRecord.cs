using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneFlight.App.Shell;
using OneFlight.Operations.Logbook;

namespace OneFlight.App.FlightControl;

/// <summary>A flight's record as a file, each entry with the hash that chains it to the one before, so that a copy can be checked.</summary>
public static class ControlRecord
{
    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(ImmutableArray<LogEntry> entries)
    {
        var all = new JsonArray([.. entries.Select(e => (JsonNode)new JsonObject
        {
            ["number"] = e.Number, ["at"] = Say.Iso(e.At), ["knownAt"] = Say.Iso(e.KnownAt), ["who"] = e.Who, ["kind"] = LogKinds.Of(e.Event),
            // The text over which the hash was taken stays text, to the letter.
            ["document"] = e.Document, ["hash"] = e.Hash,
        })]);
        return Encoding.UTF8.GetBytes(new JsonObject { ["stream"] = entries.IsEmpty ? null : entries[0].Stream, ["chain"] = "SHA-256", ["entries"] = all }.ToJsonString(readable));
    }

    public static byte[] Csv(ImmutableArray<LogEntry> entries)
    {
        var text = new StringBuilder("number,at,known_at,who,kind,document,hash\r\n");
        foreach (var entry in entries)
            text.Append(entry.Number.ToString(CultureInfo.InvariantCulture)).Append(',').Append(Say.Iso(entry.At)).Append(',').Append(Say.Iso(entry.KnownAt)).Append(',')
                .Append(Field(entry.Who)).Append(',').Append(LogKinds.Of(entry.Event)).Append(',').Append(Field(entry.Document)).Append(',').Append(entry.Hash).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Field(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
