using System.Collections.Immutable;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Stewardship;

/// <summary>A customer said on their page that they have read what changed with a revision.</summary>
public sealed record PortalRead(int Revision) : ILogEvent
{
    public static string StreamOf(string mission) => $"portal/{mission}";

    /// <summary>The entry by which someone read a revision; null: they have not.</summary>
    public static LogEntry? Of(ImmutableArray<LogEntry> stream, int revision, string who) =>
        stream.FirstOrDefault(e => e.Who == who && e.Event is PortalRead read && read.Revision == revision);
}
