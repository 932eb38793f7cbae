using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>Writes fields in the order they are given; what is null, false or empty is left out.</summary>
internal sealed class FieldWriter(ArrayBufferWriter<byte> target, bool indented) : IDisposable
{
    // Letters of all languages stay readable. The file is never put into a page as it is, so markup needs no escape here.
    private readonly Utf8JsonWriter json = new(target, new JsonWriterOptions
    {
        Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true,
    });

    public void Begin() => json.WriteStartObject();
    public void Begin(string name) => json.WriteStartObject(name);
    public void Name(string name) => json.WritePropertyName(name);
    public void End() => json.WriteEndObject();

    public void Text(string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    public void Flag(string name, bool value)
    {
        if (value) json.WriteBoolean(name, true);
    }

    public void Count(string name, int? value)
    {
        if (value is { } count) json.WriteNumber(name, count);
    }

    public void Number(string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    public void Mass(string name, Mass? value) => Number(name, value?.Kilograms);

    public void Instant(string name, Instant? value)
    {
        if (value is { } instant) json.WriteString(name, InstantText.Of(instant));
    }

    public void Duration(string name, Duration? value)
    {
        if (value is { } duration) json.WriteString(name, DurationText.Of(duration));
    }

    public void Word<T>(string name, T value) where T : struct, Enum => json.WriteString(name, Words<T>.Of(value));

    public void TextValue(string value) => json.WriteStringValue(value);
    public void FlagValue(bool value) => json.WriteBooleanValue(value);
    public void WholeValue(long value) => json.WriteNumberValue(value);
    public void NumberValue(double value) => json.WriteNumberValue(value);
    public void NumberValue(decimal value) => json.WriteNumberValue(value);
    public void BeginList() => json.WriteStartArray();

    public void EndList()
    {
        json.WriteEndArray();
        json.Flush();
    }

    /// <summary>A list of objects; nothing when it is empty.</summary>
    public void List<T>(string name, ImmutableArray<T> items, Action<FieldWriter, T> write)
    {
        if (items.IsDefaultOrEmpty) return;
        json.WriteStartArray(name);
        foreach (var item in items) write(this, item);
        json.WriteEndArray();
        json.Flush();
    }

    /// <summary>A list of short texts; nothing when it is empty.</summary>
    public void Texts<T>(string name, ImmutableArray<T> items, Func<T, string> text)
    {
        if (items.IsDefaultOrEmpty) return;
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(text(item));
        json.WriteEndArray();
    }

    /// <summary>One row of a long table: JSON that stays in one line even when the rest is indented.</summary>
    public void Row(ReadOnlySpan<byte> utf8) => json.WriteRawValue(utf8, skipInputValidation: true);

    public void Dispose() => json.Dispose();
}
