using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>A member of an enumeration as its word.</summary>
internal sealed class WordForm<T> : ValueForm where T : struct, Enum
{
    public override object? Read(FileReading reading, int node) => reading.Word<T>(node);
    public override void Write(FieldWriter json, object value) => json.TextValue(Words<T>.Of((T)value));
    public override JsonObject Schema(SchemaParts parts) => new() { ["enum"] = new JsonArray([.. Enum.GetValues<T>().Select(v => (System.Text.Json.Nodes.JsonNode)Words<T>.Of(v))]) };
}
