using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneFlight.Storage.Json;

/// <summary>How parts of a plan are written into documents: exact both ways, small, and readable in SQL.</summary>
/// <remarks>Not the published campaign file; this form may change with a migration.</remarks>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The document is not a <typeparamref name="T"/>.</exception>
    public static T Read<T>(string document) =>
        JsonSerializer.Deserialize<T>(document, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    /// <summary>A value under its run-time type.</summary>
    public static string Write(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

    /// <exception cref="JsonException">The document is not of that type.</exception>
    public static object Read(string document, Type type) =>
        JsonSerializer.Deserialize(document, type, Options) ?? throw new JsonException($"A stored {type.Name} is null.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // Computed properties, such as the thing of a flight, are not facts.
            IgnoreReadOnlyProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = false,
            // Documents go into a json column, never into a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in TimeConverters.All) options.Converters.Add(converter);
        options.Converters.Add(new MassConverter());
        options.Converters.Add(new MoneyConverter());
        options.Converters.Add(new ThingIdConverter());
        options.Converters.Add(new IdConverters());
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
