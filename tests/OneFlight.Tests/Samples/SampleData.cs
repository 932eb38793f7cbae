using System.Collections.Immutable;
using OneFlight.Operations.Samples;

namespace OneFlight.Tests.Samples;

/// <summary>The tables as they lie in the repository, read once.</summary>
internal static class SampleData
{
    private static readonly Lazy<SampleReference> Tables = new(() => SampleReference.Read(
        Bytes("mission-templates.csv"), Bytes("promise-rules.csv"), Bytes("expectations-catalogue.csv")).Value);

    public static SampleReference Reference => Tables.Value;

    public static StoryTables StoryTables => new(Reference, Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)Bytes(f)));

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Root(), "data", file));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OneFlight.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No OneFlight.slnx above the tests.");
    }
}
