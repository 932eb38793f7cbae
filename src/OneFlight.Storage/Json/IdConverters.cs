using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Storage.Json;

/// <summary>Ids, which are structs around one text, as that text.</summary>
internal sealed class IdConverters : JsonConverterFactory
{
    public override bool CanConvert(Type type) =>
        type.IsValueType && type.GetConstructor([typeof(string)]) is not null &&
        type.GetProperties().Where(p => p.CanWrite).ToList() is [{ Name: "Value" } value] && value.PropertyType == typeof(string);

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(type))!;

    private sealed class IdConverter<TId> : JsonConverter<TId> where TId : struct
    {
        private static readonly Func<string, TId> Create = MakeCreate();
        private static readonly Func<TId, string> Text = MakeText();

        public override TId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Create(reader.GetString() ?? throw new JsonException($"A {type.Name} is null."));

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

        private static Func<string, TId> MakeCreate()
        {
            var text = Expression.Parameter(typeof(string));
            return Expression.Lambda<Func<string, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(string)])!, text), text).Compile();
        }

        private static Func<TId, string> MakeText()
        {
            var id = Expression.Parameter(typeof(TId));
            return Expression.Lambda<Func<TId, string>>(Expression.Property(id, "Value"), id).Compile();
        }
    }
}

/// <summary>A thing, written <c>kind:id</c>.</summary>
internal sealed class ThingIdConverter : JsonConverter<ThingId>
{
    public override ThingId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        ThingId.Parse(reader.GetString() ?? "") ?? throw new JsonException("A thing is written kind:id.");

    public override void Write(Utf8JsonWriter writer, ThingId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A mass as its number of kilograms.</summary>
internal sealed class MassConverter : JsonConverter<Mass>
{
    public override Mass Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Mass.FromKilograms(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Mass value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Kilograms);
}

/// <summary>Money as its text, exact: <c>USD 1250000.00</c>.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Money.Parse(reader.GetString() ?? "") ?? throw new JsonException("Money is written as a currency and an amount.");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToText());
}
