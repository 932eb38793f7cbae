using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Training;

/// <summary>The operator's year with the story in it, planned once for all tests of training.</summary>
internal static class TheStory
{
    private static readonly Lazy<Campaign> planned = new(Make);

    public static Campaign Planned => planned.Value;

    private static Campaign Make() => Story.Planned(1, 110, Tables);

    public static StoryTables Tables => new(SampleData.Reference, Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)SampleData.Bytes(f)));
}
