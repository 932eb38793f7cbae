using System.Text;
using System.Text.Json;

namespace OneFlight.Operations.Exchange.Json;

internal enum JsonKind : byte { Object, Array, Text, Number, True, False, Null, Name }

/// <summary>One value or field name of a parsed text.</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="Length">Bytes of a leaf, quotes included; of an object its fields and of an array its items.</param>
/// <param name="Next">Index of the node after this one and all that is in it.</param>
internal readonly record struct JsonNode(int Start, int Length, int Next, JsonKind Kind, bool Escaped);

/// <summary>A JSON text as a flat list of nodes that know where they stand, so that any of them can be named in a problem.</summary>
/// <remarks>A flat list holds a campaign of 10,000 flights in tens of megabytes, where an object per value would take gigabytes.</remarks>
internal sealed class LocatedJson
{
    private const int DeepestNesting = 32;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly List<JsonNode> nodes;
    private readonly Dictionary<int, (int Index, int Node)> lastItems = [];
    private List<int>? lineStarts;

    private LocatedJson(ReadOnlyMemory<byte> bytes, List<JsonNode> nodes) => (this.bytes, this.nodes) = (bytes, nodes);

    public JsonNode this[int node] => nodes[node];

    /// <exception cref="JsonException">Not valid JSON, or nested too deeply.</exception>
    public static LocatedJson Parse(ReadOnlyMemory<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = DeepestNesting });
        var nodes = new List<JsonNode>(bytes.Length / 20 + 16);
        var open = new Stack<int>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                var closed = open.Pop();
                nodes[closed] = nodes[closed] with { Next = nodes.Count };
                continue;
            }
            var kind = KindOf(reader.TokenType);
            if (open.TryPeek(out var parent) && (kind == JsonKind.Name || nodes[parent].Kind == JsonKind.Array))
            {
                var container = nodes[parent];
                nodes[parent] = container with { Length = container.Length + 1 };
            }
            if (kind is JsonKind.Object or JsonKind.Array) open.Push(nodes.Count);
            var quotes = kind is JsonKind.Text or JsonKind.Name ? 2 : 0;
            var length = kind is JsonKind.Object or JsonKind.Array ? 0 : reader.ValueSpan.Length + quotes;
            nodes.Add(new((int)reader.TokenStartIndex, length, nodes.Count + 1, kind, quotes > 0 && reader.ValueIsEscaped));
        }
        return new(bytes, nodes);
    }

    private static JsonKind KindOf(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => JsonKind.Object,
        JsonTokenType.StartArray => JsonKind.Array,
        JsonTokenType.PropertyName => JsonKind.Name,
        JsonTokenType.String => JsonKind.Text,
        JsonTokenType.Number => JsonKind.Number,
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };

    /// <summary>The bytes between the quotes of a text, or of a number as written.</summary>
    public ReadOnlySpan<byte> Raw(int node)
    {
        var at = nodes[node];
        return at.Kind is JsonKind.Text or JsonKind.Name ? bytes.Span.Slice(at.Start + 1, at.Length - 2) : bytes.Span.Slice(at.Start, at.Length);
    }

    /// <summary>The text, or null when its escapes do not make valid Unicode.</summary>
    public string? Text(int node)
    {
        var at = nodes[node];
        if (!at.Escaped) return Encoding.UTF8.GetString(Raw(node));
        var reader = new Utf8JsonReader(bytes.Span.Slice(at.Start, at.Length));
        reader.Read();
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public bool IsNamed(int node, string name) =>
        nodes[node].Escaped ? Text(node) == name : Ascii.Equals(Raw(node), name);

    /// <summary>The line of a node, counted from one.</summary>
    public int LineOf(int node)
    {
        lineStarts ??= LineStarts(bytes.Span);
        var at = lineStarts.BinarySearch(nodes[node].Start);
        return at >= 0 ? at + 1 : ~at;
    }

    private static List<int> LineStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (var from = 0; text[from..].IndexOf((byte)'\n') is >= 0 and var at; from += at + 1) starts.Add(from + at + 1);
        return starts;
    }

    /// <summary>The way to a node from the top, such as <c>flights[3].wish.launch</c>; null for the top itself.</summary>
    public string? PathOf(int target)
    {
        var path = new StringBuilder();
        for (var at = 0; at != target;)
        {
            at = nodes[at].Kind == JsonKind.Array ? StepIntoItem(at, target, path) : StepIntoField(at, target, path);
        }
        return path.Length == 0 ? null : path.ToString();
    }

    private int StepIntoField(int container, int target, StringBuilder path)
    {
        var name = container + 1;
        while (target >= nodes[name + 1].Next) name = nodes[name + 1].Next;
        if (path.Length > 0) path.Append('.');
        path.Append(Text(name));
        return target == name ? name : name + 1;
    }

    // Problems mostly come in the order of the file, so the walk along a long list goes on from where it last stood.
    private int StepIntoItem(int container, int target, StringBuilder path)
    {
        var (index, item) = lastItems.TryGetValue(container, out var last) && last.Node <= target ? last : (0, container + 1);
        for (; target >= nodes[item].Next; index++) item = nodes[item].Next;
        lastItems[container] = (index, item);
        path.Append('[').Append(index).Append(']');
        return item;
    }
}
