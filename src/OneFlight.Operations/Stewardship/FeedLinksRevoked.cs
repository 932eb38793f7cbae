using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Stewardship;

/// <summary>Someone took back every calendar link that was made for them. The number of these in their stream is the generation of their links.</summary>
/// <param name="Owner">The person or organization, written <c>kind:id</c>.</param>
public sealed record FeedLinksRevoked(string Owner) : ILogEvent
{
    public static string StreamOf(string owner) => $"feeds/{owner}";
}
