using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>The fields of a record that its own reader does not name: read and written after those that it does.</summary>
/// <param name="byHand">Names in the file of the fields that the reader writes and reads itself.</param>
internal sealed class RestFields<T>(params ImmutableArray<string> byHand) : IRestFields where T : class
{
    private static readonly MethodInfo? copy = typeof(T).GetMethod("<Clone>$");
    private readonly Lazy<ImmutableArray<RecordField>> fields = new(() => [.. Forms.Of<T>().Fields.Where(f => !byHand.Contains(f.Name))]);

    public Type Of => typeof(T);

    public void Write(FieldWriter json, T record) => RecordForm.WriteFields(json, record, fields.Value);

    /// <summary>The record with the rest of what the file says of it.</summary>
    public T Read(FieldReader reader, T record)
    {
        if (fields.Value.IsEmpty) return record;
        var copied = (T)copy!.Invoke(record, null)!;
        foreach (var field in fields.Value)
            if (RecordForm.Value(reader, field, distinct: false) is { } value) field.Property.SetValue(copied, value);
        return copied;
    }

    public IEnumerable<(string Name, JsonObject Schema, bool Required)> Schemas(SchemaParts parts) => fields.Value.Select(f => (f.Name, f.Form.Schema(parts), f.Required));
}

/// <inheritdoc cref="RestFields{T}"/>
internal interface IRestFields
{
    Type Of { get; }
    IEnumerable<(string Name, JsonObject Schema, bool Required)> Schemas(SchemaParts parts);
}
