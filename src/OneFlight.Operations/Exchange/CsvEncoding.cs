using System.Text.Unicode;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Refuses bytes that are not UTF-8 text, line by line, so that each can be found.</summary>
internal static class CsvEncoding
{
    public static bool Check(ReadOnlySpan<byte> bytes, string file, CsvProblems problems)
    {
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0)) return true;
        for (var line = 1; !bytes.IsEmpty && !problems.Full; line++)
        {
            var end = bytes.IndexOf((byte)'\n') is >= 0 and var at ? at + 1 : bytes.Length;
            var text = bytes[..end];
            if (!Utf8.IsValid(text)) problems.Add("encoding", new(file, line), "bytes that are not UTF-8", "text saved as UTF-8");
            else if (text.Contains((byte)0)) problems.Add("encoding", new(file, line), "a NUL character", "text saved as UTF-8, not UTF-16");
            bytes = bytes[end..];
        }
        return false;
    }
}
