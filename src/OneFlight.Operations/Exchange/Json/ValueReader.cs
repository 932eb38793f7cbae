using System.Buffers.Text;
using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>Reads single values. One that cannot be read is reported and null, so that the reading goes on to the next problem.</summary>
internal static class ValueReader
{
    private const int LongestId = 200;

    /// <summary>Reports a value of another kind than expected.</summary>
    public static void WrongType(this FileReading reading, int node, string expected) =>
        reading.Problems.Add("wrong-type", node, Describe(reading.Json, node), expected);

    private static string Describe(LocatedJson json, int node) => json[node].Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.Null => "null",
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Number => $"the number {FileProblems.Quoted(System.Text.Encoding.UTF8.GetString(json.Raw(node)))}",
        _ => FileProblems.Quoted(json.Text(node) ?? "broken text"),
    };

    private static bool Is(this FileReading reading, int node, JsonKind kind, string expected)
    {
        if (reading.Json[node].Kind == kind) return true;
        reading.WrongType(node, expected);
        return false;
    }

    /// <summary>An id: not empty, one line, no blanks around it.</summary>
    public static string? Id(this FileReading reading, int node)
    {
        const string expected = "an id of 1 to 200 characters in one line, without blanks around it";
        if (!reading.Is(node, JsonKind.Text, expected)) return null;
        var text = reading.Json[node].Escaped ? reading.Json.Text(node) : reading.Intern(reading.Json.Raw(node));
        if (text is { Length: > 0 and <= LongestId } && !HasControl(text, false) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])) return text;
        reading.Problems.Add(text is not null && HasControl(text, false) ? "control-character" : "wrong-id", node, FileProblems.Quoted(text ?? "broken text"), expected);
        return null;
    }

    /// <summary>Text as people wrote it; markup and formulas are only letters. Line breaks and tabs are the only control characters.</summary>
    public static string? Text(this FileReading reading, int node)
    {
        if (!reading.Is(node, JsonKind.Text, "a text in quotes")) return null;
        var text = reading.Json.Text(node);
        if (text is not null && !HasControl(text, true)) return text;
        reading.Problems.Add("control-character", node, text is null ? "broken Unicode" : FileProblems.Quoted(text), "text without control characters");
        return null;
    }

    private static bool HasControl(string text, bool linesAllowed)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) && !(linesAllowed && letter is '\n' or '\r' or '\t')) return true;
        }
        return false;
    }

    public static bool? Flag(this FileReading reading, int node)
    {
        if (reading.Json[node].Kind is JsonKind.True or JsonKind.False) return reading.Json[node].Kind == JsonKind.True;
        reading.WrongType(node, "true or false");
        return null;
    }

    public static int? Count(this FileReading reading, int node)
    {
        const string expected = "a whole number, 0 or more";
        if (!reading.Is(node, JsonKind.Number, expected)) return null;
        var raw = reading.Json.Raw(node);
        if (Utf8Parser.TryParse(raw, out int count, out var used) && used == raw.Length && count >= 0) return count;
        reading.OutOfRange(node, expected);
        return null;
    }

    public static long? Whole(this FileReading reading, int node, long least, long most)
    {
        const string expected = "a whole number";
        if (!reading.Is(node, JsonKind.Number, expected)) return null;
        var raw = reading.Json.Raw(node);
        if (Utf8Parser.TryParse(raw, out long whole, out var used) && used == raw.Length && whole >= least && whole <= most) return whole;
        reading.OutOfRange(node, expected);
        return null;
    }

    public static decimal? Decimal(this FileReading reading, int node)
    {
        const string expected = "a number";
        if (!reading.Is(node, JsonKind.Number, expected)) return null;
        var raw = reading.Json.Raw(node);
        if (Utf8Parser.TryParse(raw, out decimal number, out var used) && used == raw.Length) return number;
        reading.OutOfRange(node, "a number of at most 28 digits");
        return null;
    }

    public static LocalDate? Date(this FileReading reading, int node)
    {
        if (reading.Parsed(node, LocalDatePattern.Iso, "wrong-time", "a date such as 2027-12-25") is not { } date) return null;
        if (date.Year is >= 1900 and <= 2999) return date;
        reading.OutOfRange(node, "a date from 1900 to 2999");
        return null;
    }

    public static Money? Money(this FileReading reading, int node)
    {
        const string expected = "a currency and an amount such as USD 1250000.00";
        if (!reading.Is(node, JsonKind.Text, expected)) return null;
        var text = reading.Json.Text(node) ?? "broken text";
        if (Primitives.Money.Parse(text) is { } money) return money;
        reading.Problems.Add("wrong-amount", node, FileProblems.Quoted(text), expected);
        return null;
    }

    /// <summary>Anything in a campaign, as <c>kind:id</c>.</summary>
    public static ThingId? Thing(this FileReading reading, int node)
    {
        if (reading.Id(node) is not { } text) return null;
        if (ThingId.Parse(text) is { } thing) return thing;
        reading.Problems.Add("wrong-id", node, FileProblems.Quoted(text), "a thing as kind:id, such as flight:F-12");
        return null;
    }

    public static double? Number(this FileReading reading, int node, double least, double most, string expected)
    {
        if (!reading.Is(node, JsonKind.Number, expected)) return null;
        var raw = reading.Json.Raw(node);
        if (Utf8Parser.TryParse(raw, out double number, out var used) && used == raw.Length && double.IsFinite(number) && number >= least && number <= most) return number;
        reading.OutOfRange(node, expected);
        return null;
    }

    public static void OutOfRange(this FileReading reading, int node, string expected) =>
        reading.Problems.Add("out-of-range", node, FileProblems.Quoted(System.Text.Encoding.UTF8.GetString(reading.Json.Raw(node))), expected);

    public static Instant? Instant(this FileReading reading, int node)
    {
        const string expected = "an instant in UTC such as 2027-03-21T09:14:00Z";
        if (!reading.Is(node, JsonKind.Text, expected)) return null;
        if (InstantText.Parse(reading.Json.Raw(node)) is not { } instant)
        {
            reading.Problems.Add("wrong-time", node, FileProblems.Quoted(reading.Json.Text(node) ?? "broken text"), expected);
            return null;
        }
        if (Era.Contains(instant)) return instant;
        reading.OutOfRange(node, "a time from 1950 to 2999");
        return null;
    }

    public static Duration? Duration(this FileReading reading, int node, bool mayBeNegative)
    {
        const string expected = "a duration such as 9.5 h, 30 d, 20 min or 45 s";
        if (!reading.Is(node, JsonKind.Text, expected)) return null;
        var text = reading.Json.Text(node) ?? "broken text";
        var refusal = DurationText.TryParse(text, out var duration);
        if (refusal == DurationText.Refusal.None && (mayBeNegative || duration >= NodaTime.Duration.Zero)) return duration;
        var (code, wanted) = refusal switch
        {
            DurationText.Refusal.Unit => ("unknown-unit", "one of the units d, h, min, s after the number and a space, such as 9.5 h"),
            DurationText.Refusal.Number => ("wrong-duration", expected),
            DurationText.Refusal.TooLong => ("out-of-range", "a duration of at most 400000 d"),
            _ => ("negative", "a duration that is not negative"),
        };
        reading.Problems.Add(code, node, FileProblems.Quoted(text), wanted);
        return null;
    }

    public static T? Word<T>(this FileReading reading, int node) where T : struct, Enum
    {
        var expected = "one of " + Words<T>.Choice;
        if (!reading.Is(node, JsonKind.Text, expected)) return null;
        var text = reading.Json.Text(node) ?? "broken text";
        if (Words<T>.TryParse(text, out var value)) return value;
        reading.Problems.Add("unknown-word", node, FileProblems.Quoted(text), expected);
        return null;
    }

    public static T? Parsed<T>(this FileReading reading, int node, IPattern<T> pattern, string code, string expected) where T : struct
    {
        if (!reading.Is(node, JsonKind.Text, expected)) return null;
        var text = reading.Json.Text(node) ?? "broken text";
        var result = pattern.Parse(text);
        if (result.Success) return result.Value;
        reading.Problems.Add(code, node, FileProblems.Quoted(text), expected);
        return null;
    }

    /// <summary>A time-zone id of the tz database.</summary>
    public static string? Zone(this FileReading reading, int node)
    {
        if (reading.Text(node) is not { } zone) return null;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null) return zone;
        reading.Problems.Add("unknown-zone", node, FileProblems.Quoted(zone), "a time zone of the tz database such as Europe/Berlin");
        return null;
    }
}
