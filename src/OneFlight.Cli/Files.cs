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
        return (ReadOnlyMemory<byte>)File.ReadAllBytes(path);
    }

    public static Result<Campaign> Campaign(string path) => Read(path).Then(bytes => CampaignFile.Read(bytes, path));

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
