using System.Security.Cryptography;

namespace OneFlight.App.Feeds;

/// <summary>The key that seals feed links: made once, kept in the data folder, readable by its owner alone.</summary>
/// <remarks>Without a data folder it lives as long as the process, and links die with it. Deleting the file takes all links back at once.</remarks>
public sealed class FeedKey
{
    private const int Octets = 32;
    private readonly byte[] key;

    /// <param name="folder">The data folder; null: none.</param>
    public FeedKey(string? folder) => key = folder is { Length: > 0 } ? ReadOrMake(Path.Combine(folder, "feed.key")) : RandomNumberGenerator.GetBytes(Octets);

    public ReadOnlySpan<byte> Value => key;

    private static byte[] ReadOrMake(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var made = RandomNumberGenerator.GetBytes(Octets);
        try
        {
            using var file = new FileStream(path, options);
            file.Write(made);
            return made;
        }
        catch (IOException) when (File.Exists(path))
        {
            // Kept by an earlier start, or by another process a moment ago.
            return File.ReadAllBytes(path) is { Length: >= Octets } kept ? kept
                : throw new InvalidOperationException($"{path} holds no whole key; delete it and start again, and all calendar links are new.");
        }
    }
}
