using System.Collections.Immutable;
using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>Reads the fields of one object by name. What was never asked for is unknown, which <see cref="Done"/> reports.</summary>
/// <remarks>Fields are looked for from where the last one was found, so a file in the order of the writer is read straight through.
/// A field that is missing or wrong is reported, and a stand-in value lets the reading go on; the whole is then refused anyway.</remarks>
internal sealed class FieldReader
{
    private readonly FileReading reading;
    private readonly int askedBefore;
    private int next;
    private int found;

    /// <summary>An object, or a stand-in without fields when the node is something else.</summary>
    public FieldReader(FileReading reading, int node, string what)
    {
        (this.reading, Node, askedBefore) = (reading, node, reading.Asked.Count);
        IsObject = reading.Json[node].Kind == JsonKind.Object;
        next = node + 1;
        if (!IsObject) reading.WrongType(node, what);
    }

    public int Node { get; }
    public bool IsObject { get; }
    public FileReading Reading => reading;
    private LocatedJson Json => reading.Json;

    /// <summary>The value of a field, or null when it is not there or is <c>null</c>.</summary>
    public int? Find(string name)
    {
        reading.Asked.Add(name);
        if (!IsObject) return null;
        var end = Json[Node].Next;
        var start = next;
        for (var at = start; at < end; at = Json[at + 1].Next) if (Json.IsNamed(at, name)) return Found(at);
        for (var at = Node + 1; at < start; at = Json[at + 1].Next) if (Json.IsNamed(at, name)) return Found(at);
        return null;
    }

    private int? Found(int at)
    {
        found++;
        next = Json[at + 1].Next;
        return Json[at + 1].Kind == JsonKind.Null ? null : at + 1;
    }

    /// <summary>The value of a field that must be there; null is reported.</summary>
    public int? Required(string name)
    {
        if (Find(name) is { } node) return node;
        if (IsObject) reading.Problems.Add("missing-field", Node, "nothing", $"a field \"{name}\"", name);
        return null;
    }

    public string Id(string name) => Required(name) is { } node ? reading.Id(node) ?? "" : "";
    public string Text(string name) => Required(name) is { } node ? reading.Text(node) ?? "" : "";
    public string? TextOrNone(string name) => Find(name) is { } node ? reading.Text(node) : null;
    public string Zone(string name) => Required(name) is { } node ? reading.Zone(node) ?? "" : "";
    public bool Flag(string name) => Find(name) is { } node && (reading.Flag(node) ?? false);
    public int Count(string name) => Required(name) is { } node ? reading.Count(node) ?? 0 : 0;
    public int? CountOrNone(string name) => Find(name) is { } node ? reading.Count(node) : null;
    public Instant Instant(string name) => Required(name) is { } node ? reading.Instant(node) ?? default : default;
    public Instant? InstantOrNone(string name) => Find(name) is { } node ? reading.Instant(node) : null;
    public Duration Duration(string name, bool mayBeNegative = false) => Required(name) is { } node ? reading.Duration(node, mayBeNegative) ?? default : default;
    public Duration? DurationOrNone(string name) => Find(name) is { } node ? reading.Duration(node, false) : null;
    public T Word<T>(string name) where T : struct, Enum => Required(name) is { } node ? reading.Word<T>(node) ?? default : default;

    public T Parsed<T>(string name, NodaTime.Text.IPattern<T> pattern, string code, string expected) where T : struct =>
        Required(name) is { } node ? reading.Parsed(node, pattern, code, expected) ?? default : default;

    /// <summary>Any finite number.</summary>
    public double Number(string name) => Required(name) is { } node ? reading.Number(node, double.MinValue, double.MaxValue, "a number") ?? 0 : 0;

    public double? NumberOrNone(string name) => Find(name) is { } node ? reading.Number(node, double.MinValue, double.MaxValue, "a number") : null;

    /// <summary>A number of 0 or more.</summary>
    public double NotNegative(string name) => Required(name) is { } node ? reading.Number(node, 0, double.MaxValue, "a number, 0 or more") ?? 0 : 0;

    public double? NotNegativeOrNone(string name) => Find(name) is { } node ? reading.Number(node, 0, double.MaxValue, "a number, 0 or more") : null;

    public T? WordOrNone<T>(string name) where T : struct, Enum => Find(name) is { } node ? reading.Word<T>(node) : null;

    /// <summary>A weight from 0 to 1; not a number when it cannot be read, so that no wrong sum follows from it.</summary>
    public double Weight(string name) => Required(name) is { } node ? reading.Number(node, 0, 1, "a weight from 0 to 1") ?? double.NaN : double.NaN;

    public Mass Mass(string name) => Required(name) is { } node ? MassAt(node) ?? default : default;
    public Mass? MassOrNone(string name) => Find(name) is { } node ? MassAt(node) : null;

    private Mass? MassAt(int node) =>
        reading.Number(node, 0, double.MaxValue, "kilograms, 0 or more, such as 12.5") is { } kilograms ? Primitives.Mass.FromKilograms(kilograms) : null;

    /// <summary>The id of the thing itself, which no other of its kind may have.</summary>
    public string OwnId(string kind)
    {
        if (Required("id") is not { } node || reading.Id(node) is not { } id) return "";
        reading.Ids.Define(kind, id, node, Json, reading.Problems);
        return id;
    }

    /// <summary>The id of another thing.</summary>
    public string Ref(string name, string kind) => Required(name) is { } node ? Referred(node, kind) ?? "" : "";

    public string? RefOrNone(string name, string kind) => Find(name) is { } node ? Referred(node, kind) : null;

    public ImmutableArray<T> Refs<T>(string name, string kind, Func<string, T> make) => List(name, (r, node) => make(Referred(node, kind) ?? ""));

    private string? Referred(int node, string kind)
    {
        if (reading.Id(node) is not { } id) return null;
        reading.Ids.Refer(kind, id, node);
        return id;
    }

    public ImmutableArray<string> Texts(string name) => List(name, (r, node) => r.Text(node) ?? "");

    /// <summary>A list; left out, it is empty.</summary>
    public ImmutableArray<T> List<T>(string name, Func<FileReading, int, T> item)
    {
        if (Find(name) is not { } list) return [];
        if (Json[list].Kind != JsonKind.Array)
        {
            reading.WrongType(list, "a list in [ ]");
            return [];
        }
        var items = ImmutableArray.CreateBuilder<T>(Json[list].Length);
        for (var at = list + 1; at < Json[list].Next; at = Json[at].Next) items.Add(item(reading, at));
        return items.MoveToImmutable();
    }

    /// <summary>An object in a field, or null when it is not there.</summary>
    public T? ObjectOrNone<T>(string name, Func<FileReading, int, T> read) where T : class => Find(name) is { } node ? read(reading, node) : null;

    public T Object<T>(string name, Func<FileReading, int, T> read, T standIn) => Required(name) is { } node ? read(reading, node) : standIn;

    /// <summary>Reports a time that ends before it begins.</summary>
    public void InOrder(string laterField, Instant? earlier, Instant? later, string earlierField)
    {
        if (!(earlier > later)) return;
        reading.Problems.Add("reversed-dates", Place(laterField), FileProblems.Quoted(InstantText.Of(later!.Value)),
            $"{laterField} not before {earlierField}, which is {InstantText.Of(earlier!.Value)}");
    }

    /// <summary>Where a field stands that was read before, for a problem found later; the object itself when it is not there.</summary>
    public int Place(string name)
    {
        for (var at = Node + 1; IsObject && at < Json[Node].Next; at = Json[at + 1].Next) if (Json.IsNamed(at, name)) return at + 1;
        return Node;
    }

    /// <summary>Reports unknown and repeated fields. Call last.</summary>
    public void Done()
    {
        if (IsObject && found != Json[Node].Length) ReportStrangers();
        reading.Asked.RemoveRange(askedBefore, reading.Asked.Count - askedBefore);
    }

    private void ReportStrangers()
    {
        var known = reading.Asked.Skip(askedBefore).ToHashSet();
        var seen = new HashSet<string>();
        for (var at = Node + 1; at < Json[Node].Next; at = Json[at + 1].Next)
        {
            var name = Json.Text(at) ?? "";
            if (!known.Contains(name)) reading.Problems.Add("unknown-field", at, FileProblems.Quoted(name), "one of the fields " + string.Join(", ", known));
            else if (!seen.Add(name)) reading.Problems.Add("duplicate-field", at, FileProblems.Quoted(name) + " again", "each field once");
        }
    }
}
