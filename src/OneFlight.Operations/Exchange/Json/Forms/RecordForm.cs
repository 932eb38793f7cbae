using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>A record as an object whose fields are the parameters of its constructor and its other settable properties, in their order.</summary>
internal sealed class RecordForm : ValueForm
{
    private readonly ConstructorInfo constructor;
    private readonly Lazy<ImmutableArray<RecordField>> fields;

    public RecordForm(Type type)
    {
        Type = type;
        constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw Unfit("it has no public constructor");
        // Found when first needed, because a record may hold others of its own kind.
        fields = new(FieldsOf);
    }

    public Type Type { get; }
    public ImmutableArray<RecordField> Fields => fields.Value;

    /// <summary>The field that tells one of a list from the others; null: there is none.</summary>
    public RecordField? OwnId => Fields.FirstOrDefault(f => f is { Name: "id", Position: 0, MayBeNull: false });

    public override bool IsNothing(object value) => Fields.All(f => f.LeftOut(f.Get(value)));

    private ImmutableArray<RecordField> FieldsOf()
    {
        var nullability = new NullabilityInfoContext();
        var parameters = constructor.GetParameters();
        var properties = Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).ToDictionary(p => p.Name);
        var positional = parameters.Select(p => RecordField.Of(properties.GetValueOrDefault(p.Name!) ?? throw Unfit($"nothing gives back its parameter {p.Name}"), p, nullability));
        var others = properties.Values.Where(p => p.CanWrite && Array.TrueForAll(parameters, q => q.Name != p.Name));
        return [.. positional, .. others.Select(p => RecordField.Of(p, null, nullability))];
    }

    public override object? Read(FileReading reading, int node) => Read(reading, node, distinct: false);

    /// <param name="distinct">True: of a book, in whose lists each id stands once.</param>
    public object? Read(FileReading reading, int node, bool distinct)
    {
        var reader = new FieldReader(reading, node, $"{NameOf(Type)} in {{ }}");
        var before = reading.Problems.Count;
        var values = Fields.Select(f => Value(reader, f, distinct)).ToArray();
        reader.Done();
        return reading.Problems.Count == before ? Make(reading, node, values) : null;
    }

    internal static object? Value(FieldReader reader, RecordField field, bool distinct) =>
        (field.Required ? reader.Required(field.Name) : reader.Find(field.Name)) is not { } node ? field.Default
        : distinct && field.Form is IListForm list ? list.ReadDistinct(reader.Reading, node)
        : field.Form.Read(reader.Reading, node);

    private object? Make(FileReading reading, int node, object?[] values)
    {
        var made = new object?[constructor.GetParameters().Length];
        foreach (var (field, value) in Fields.Zip(values)) if (field.Position is { } position) made[position] = value;
        try
        {
            var record = constructor.Invoke(made);
            foreach (var (field, value) in Fields.Zip(values)) if (field.Position is null && !(field.Kept && value is null)) field.Property.SetValue(record, value);
            return record;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException why)
        {
            reading.Problems.Add("out-of-range", node, "values that do not go together", why.Message);
            return null;
        }
    }

    public override void Write(FieldWriter json, object value)
    {
        json.Begin();
        WriteFields(json, value, Fields);
        json.End();
    }

    internal static void WriteFields(FieldWriter json, object record, IEnumerable<RecordField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Get(record) is not { } value || field.LeftOut(value)) continue;
            json.Name(field.Name);
            field.Form.Write(json, value);
        }
    }

    public override JsonObject Schema(SchemaParts parts) => parts.Of(this);

    private NotSupportedException Unfit(string why) => new($"{Type} cannot stand in a file: {why}.");

    /// <summary>The type in words: "a qualification record".</summary>
    internal static string NameOf(Type type)
    {
        var words = string.Concat(type.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));
        return (words[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + words;
    }
}
