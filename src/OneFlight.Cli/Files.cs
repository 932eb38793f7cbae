using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Primitives;

namespace OneFlight.Cli;

/// <summary>Files as the verbs need them: read whole and small enough, written whole or not at all.</summary>
internal static class Files
{
    /// <summary>Reads a file. One over the limit is refused by its length, unread.</summary>
    public static Result<ReadOnlyMemory<byte>> Read(string path)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(path)) return new Problem("not-readable", new(path), "a folder", "a file");
        if (!file.Exists) return new Problem("not-found", new(path), "no such file", "a file");
        if (file.Length > Utf8File.LargestBytes) return Utf8File.TooLarge(path, file.Length)!;
        using var stream = file.OpenRead();
        return Read(stream, path, (int)Math.Min(file.Length, Utf8File.LargestBytes));
    }

    // A pipe does not tell its length beforehand, so reading stops at the limit too.
    private static Result<ReadOnlyMemory<byte>> Read(Stream stream, string path, int expected)
    {
        var bytes = new byte[Math.Max(expected + 1, 65_536)];
        var length = 0;
        while (stream.Read(bytes, length, bytes.Length - length) is > 0 and var more)
        {
            length += more;
            if (length > Utf8File.LargestBytes) return Utf8File.TooLarge(path, length)!;
            if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, Utf8File.LargestBytes + 1));
        }
        return (ReadOnlyMemory<byte>)bytes.AsMemory(0, length);
    }

    public static Result<Campaign> Campaign(string path) => Read(path).Then(bytes => CampaignFile.Read(bytes, path));

    /// <summary>A campaign as a file: lines for people, or for very many flights one line that takes half the room.</summary>
    public static byte[] Bytes(Campaign campaign) => CampaignFile.Write(campaign, indented: campaign.Flights.Length <= 2_000);

    /// <summary>Writes a file at once: who reads it sees the old one or the new one, never half of it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var half = path + ".part";
        using (var file = File.Create(half))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(half, path, overwrite: true);
    }
}
