using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>What holds for every JSON file before a field of it is read: its size, its encoding, and that it is JSON.</summary>
public static partial class Utf8File
{
    /// <summary>160 MiB: a campaign of 10,000 flights fits, an upload by mistake does not.</summary>
    public const long LargestBytes = 160L * 1024 * 1024;

    /// <summary>The problem of a file over the limit, or null. Call it with the length alone, before reading.</summary>
    public static Problem? TooLarge(string fileName, long bytes) => bytes <= LargestBytes ? null : new(
        "too-large", new(fileName), $"{Megabytes(bytes)} MB", $"at most {Megabytes(LargestBytes)} MB; split the campaign or leave out what has flown");

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.#", CultureInfo.InvariantCulture);

    internal static Result<LocatedJson> Parse(ReadOnlyMemory<byte> bytes, string fileName)
    {
        if (TooLarge(fileName, bytes.Length) is { } tooLarge) return tooLarge;
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (WrongEncoding(bytes.Span, fileName) is { } wrongEncoding) return wrongEncoding;
        try
        {
            return LocatedJson.Parse(bytes);
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            return new Problem("broken-json", new(fileName, line), $"at byte {column} of the line: {Sentence(broken.Message)}", "JSON as in docs/campaign-file.md");
        }
    }

    private static Problem? WrongEncoding(ReadOnlySpan<byte> bytes, string fileName)
    {
        const string expected = "text in UTF-8; save the file again in that encoding";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new("wrong-encoding", new(fileName, 1), "UTF-16", expected);
        if (Utf8.IsValid(bytes)) return null;
        var (line, found) = FirstInvalid(bytes);
        return new("wrong-encoding", new(fileName, line), found, expected);
    }

    private static (int Line, string Found) FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        for (var at = 0; at < bytes.Length;)
        {
            if (System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out var used) != System.Buffers.OperationStatus.Done) return (line, $"the byte 0x{bytes[at]:X2}");
            if (bytes[at] == '\n') line++;
            at += used;
        }
        return (line, "broken text");
    }

    // The reader's own words, without the place, which is said already, and without control characters of the file.
    private static string Sentence(string message)
    {
        var words = Position().Replace(message, "").Trim();
        return string.Concat(words.Where(c => !char.IsControl(c)).Take(160));
    }

    [GeneratedRegex(@"\s*LineNumber:.*$|Path:.*$", RegexOptions.Singleline)]
    private static partial Regex Position();
}
