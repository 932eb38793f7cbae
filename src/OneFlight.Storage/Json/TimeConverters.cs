using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace OneFlight.Storage.Json;

/// <summary>NodaTime values as text, exact to the nanosecond.</summary>
internal static class TimeConverters
{
    public static ImmutableArray<JsonConverter> All { get; } =
    [
        new PatternConverter<Instant>(InstantPattern.ExtendedIso),
        new PatternConverter<Duration>(DurationPattern.JsonRoundtrip),
        new PatternConverter<LocalDate>(LocalDatePattern.Iso),
        new PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso),
        new IntervalConverter(),
    ];

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString() ?? "") is { Success: true } parsed
                ? parsed.Value
                : throw new JsonException($"'{reader.GetString()}' is no {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }

    /// <summary>Written <c>start/end</c>; an open side is empty.</summary>
    private sealed class IntervalConverter : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetString()?.Split('/') is [var start, var end]
                ? new(Side(start), Side(end))
                : throw new JsonException("An interval is written start/end.");

        public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                (value.HasStart ? InstantPattern.ExtendedIso.Format(value.Start) : "") + "/" +
                (value.HasEnd ? InstantPattern.ExtendedIso.Format(value.End) : ""));

        private static Instant? Side(string text) => text is "" ? null
            : InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value
            : throw new JsonException($"'{text}' is no instant.");
    }
}
