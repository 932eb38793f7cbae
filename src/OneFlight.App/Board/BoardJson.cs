using System.Buffers;
using System.Text.Json;
using NodaTime;

namespace OneFlight.App.Board;

/// <summary>Writes the board for the timeline element, small: times are whole minutes since 1970 UTC, activities are rows of numbers.
/// The other side is <c>elements/src/timeline/board.ts</c>.</summary>
public static class BoardJson
{
    /// <param name="now">Null: the clock of whoever looks.</param>
    public static byte[] Write(BoardView board, BoardHead head, Instant? now)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer);
        var names = new NameTable();
        json.WriteStartObject();
        json.WriteString("campaign"u8, head.Campaign);
        json.WriteNumber("revision"u8, head.Revision);
        json.WriteString("by"u8, Lower(board.By));
        if (now is { } fixedNow) json.WriteNumber("now"u8, Minutes(fixedNow)); else json.WriteNull("now"u8);
        Pair(json, "span"u8, board.Start, board.End);
        json.WriteString("flightUrl"u8, head.FlightUrl);
        json.WriteString("impactUrl"u8, head.ImpactUrl);
        Array(json, "lanes"u8, board.Lanes, lane => WriteLane(json, lane));
        Array(json, "bars"u8, board.Bars, bar => WriteBar(json, bar, names));
        Array(json, "ghosts"u8, board.Ghosts, ghost => WriteGhost(json, ghost));
        Array(json, "names"u8, names.InOrder, json.WriteStringValue);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteLane(Utf8JsonWriter json, BoardLane lane)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, lane.Id);
        json.WriteString("name"u8, lane.Name);
        json.WriteString("group"u8, lane.Group);
        json.WriteEndObject();
    }

    private static void WriteBar(Utf8JsonWriter json, BoardBar bar, NameTable names)
    {
        json.WriteStartObject();
        json.WriteNumber("lane"u8, bar.Lane);
        json.WriteString("flight"u8, bar.Flight);
        json.WriteString("name"u8, bar.Name);
        json.WriteString("about"u8, bar.About);
        json.WriteString("state"u8, Lower(bar.State));
        json.WriteNumber("launch"u8, Minutes(bar.Launch));
        Array(json, "parts"u8, bar.Parts, part => WritePart(json, part));
        Array(json, "marks"u8, bar.Marks, mark => WriteMark(json, mark));
        json.WriteStartArray("activities"u8);
        foreach (var activity in bar.Activities)
        {
            json.WriteNumberValue(names.NumberOf(activity.Name));
            json.WriteNumberValue(Minutes(activity.Start) - Minutes(bar.Launch));
            json.WriteNumberValue(Minutes(activity.End) - Minutes(activity.Start));
            json.WriteNumberValue((int)activity.Status);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGhost(Utf8JsonWriter json, BoardGhost ghost)
    {
        json.WriteStartObject();
        json.WriteNumber("lane"u8, ghost.Lane);
        json.WriteString("flight"u8, ghost.Flight);
        json.WriteString("name"u8, ghost.Name);
        json.WriteString("label"u8, ghost.Label);
        Array(json, "parts"u8, ghost.Parts, part => WritePart(json, part));
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, BoardPart part)
    {
        json.WriteStartArray();
        json.WriteStringValue(Lower(part.Kind));
        json.WriteNumberValue(Minutes(part.From));
        json.WriteNumberValue(Minutes(part.To));
        json.WriteEndArray();
    }

    private static void WriteMark(Utf8JsonWriter json, BoardMark mark)
    {
        json.WriteStartObject();
        json.WriteBoolean("hard"u8, mark.Hard);
        json.WriteString("rule"u8, mark.Rule);
        json.WriteString("text"u8, mark.Text);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void Pair(Utf8JsonWriter json, ReadOnlySpan<byte> name, Instant from, Instant to)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(Minutes(from));
        json.WriteNumberValue(Minutes(to));
        json.WriteEndArray();
    }

    private static long Minutes(Instant at) => (long)Math.Floor(at.ToUnixTimeSeconds() / 60.0);

    private static string Lower<TEnum>(TEnum value) where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Each name once; activities point to it by number.</summary>
    private sealed class NameTable
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

        public List<string> InOrder { get; } = [];

        public int NumberOf(string name)
        {
            if (numbers.TryGetValue(name, out var number)) return number;
            numbers.Add(name, InOrder.Count);
            InOrder.Add(name);
            return InOrder.Count - 1;
        }
    }
}

/// <summary>What the element needs beside the board: which revision it is and where a flight and the impact room are.</summary>
/// <param name="FlightUrl">Address of a flight without its id.</param>
public sealed record BoardHead(string Campaign, int Revision, string FlightUrl, string ImpactUrl);
