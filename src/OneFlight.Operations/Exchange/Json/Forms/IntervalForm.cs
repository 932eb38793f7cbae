using System.Text.Json.Nodes;
using NodaTime;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>A time from an instant to another, either of which may be open.</summary>
internal sealed class IntervalForm : ValueForm
{
    public override object? Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a time in { } with from and to");
        var (from, to) = (fields.InstantOrNone("from"), fields.InstantOrNone("to"));
        fields.InOrder("to", from, to, "from");
        fields.Done();
        return from > to ? null : new Interval(from, to);
    }

    public override void Write(FieldWriter json, object value)
    {
        var interval = (Interval)value;
        json.Begin();
        json.Instant("from", interval.HasStart ? interval.Start : null);
        json.Instant("to", interval.HasEnd ? interval.End : null);
        json.End();
    }

    public override JsonObject Schema(SchemaParts parts) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["from"] = SchemaParts.Reference("instant"), ["to"] = SchemaParts.Reference("instant") },
        ["additionalProperties"] = false,
    };
}
