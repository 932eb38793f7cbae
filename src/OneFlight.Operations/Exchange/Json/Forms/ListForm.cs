using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>A list; left out, it is empty.</summary>
internal interface IListForm
{
    /// <summary>Reads the list and reports ids that stand in it twice.</summary>
    object? ReadDistinct(FileReading reading, int node);
}

/// <inheritdoc/>
internal sealed class ListForm<T>(ValueForm item) : ValueForm, IListForm
{
    public override object Nothing => ImmutableArray<T>.Empty;
    public override bool IsNothing(object value) => ((ImmutableArray<T>)value).IsDefaultOrEmpty;

    public override object? Read(FileReading reading, int node) => Read(reading, node, (_, _) => { });

    public object? ReadDistinct(FileReading reading, int node)
    {
        if (item is not RecordForm { OwnId: { } id }) return Read(reading, node);
        var first = new Dictionary<string, int>();
        return Read(reading, node, (value, at) =>
        {
            var text = id.Get(value)!.ToString()!;
            if (first.TryAdd(text, at)) return;
            reading.Problems.Add("duplicate-id", at, FileProblems.Quoted(text), $"an id that is used once in its list; it first stands in line {reading.Json.LineOf(first[text])}");
        });
    }

    private object? Read(FileReading reading, int node, Action<object, int> check)
    {
        var json = reading.Json;
        if (json[node].Kind != JsonKind.Array)
        {
            reading.WrongType(node, "a list in [ ]");
            return null;
        }
        var items = ImmutableArray.CreateBuilder<T>(json[node].Length);
        for (var at = node + 1; at < json[node].Next; at = json[at].Next)
        {
            if (item.Read(reading, at) is not T value) continue;
            check(value, at);
            items.Add(value);
        }
        return items.DrainToImmutable();
    }

    public override void Write(FieldWriter json, object value)
    {
        json.BeginList();
        foreach (var one in (ImmutableArray<T>)value) item.Write(json, one!);
        json.EndList();
    }

    public override JsonObject Schema(SchemaParts parts) => new() { ["type"] = "array", ["items"] = item.Schema(parts) };
}
