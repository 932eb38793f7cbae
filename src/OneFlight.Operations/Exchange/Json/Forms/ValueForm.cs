using System.Text.Json.Nodes;

namespace OneFlight.Operations.Exchange.Json.Forms;

/// <summary>How the values of one type stand in a file; found from the type itself, so that a new field needs no reader of its own.</summary>
internal abstract class ValueForm
{
    /// <summary>The value, or null when it cannot be read, which is reported.</summary>
    public abstract object? Read(FileReading reading, int node);

    public abstract void Write(FieldWriter json, object value);

    /// <summary>The schema of a value.</summary>
    public abstract JsonObject Schema(SchemaParts parts);

    /// <summary>What a field's name ends in, so that it says the unit: <c>Kg</c>.</summary>
    public virtual string Unit => "";

    /// <summary>True when such a value may be left out because there is nothing in it.</summary>
    public virtual bool IsNothing(object value) => false;

    /// <summary>What stands where nothing is written; null: such a field is required.</summary>
    public virtual object? Nothing => null;
}

/// <summary>A form made of three functions.</summary>
internal sealed class LeafForm<T>(Func<FileReading, int, T?> read, Action<FieldWriter, T> write, Func<JsonObject> schema, string unit = "", T? nothing = null) : ValueForm where T : struct
{
    public override object? Read(FileReading reading, int node) => read(reading, node);
    public override void Write(FieldWriter json, object value) => write(json, (T)value);
    public override JsonObject Schema(SchemaParts parts) => schema();
    public override string Unit => unit;
    public override object? Nothing => nothing;
    public override bool IsNothing(object value) => nothing is not null && value.Equals(nothing);
}

/// <summary>A text: as people wrote it, an id, or a time zone.</summary>
internal sealed class TextForm(Func<FileReading, int, string?> read, string definition) : ValueForm
{
    public override object? Read(FileReading reading, int node) => read(reading, node);
    public override void Write(FieldWriter json, object value) => json.TextValue((string)value);
    public override JsonObject Schema(SchemaParts parts) => SchemaParts.Reference(definition);
}
