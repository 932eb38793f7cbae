using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;

namespace OneFlight.App.Portal;

/// <summary>How a capability adds to customers' pages: it says which streams it reads, and makes sections of them by a pure function.
/// <c>services.AddSingleton(new PortalSource("consent", ConsentForCustomers.Of))</c>. The portal knows no capability.</summary>
/// <param name="Fill">Pure. Empty when there is nothing for this reader.</param>
public sealed record PortalSource(string Key, Func<PortalFacts, IEnumerable<PortalSection>> Fill)
{
    /// <summary>The streams to read for this reader and mission; null: none.</summary>
    public Func<PortalFacts, IEnumerable<PortalStream>>? Reads { get; init; }
}

/// <summary>A stream of the logbook, or all that begin with a prefix.</summary>
public sealed record PortalStream(Compartment Compartment, string Stream, bool Prefix = false);

/// <summary>All that a section may be made from.</summary>
/// <param name="Open">The plan as this reader was told of it, which may be older than the newest.</param>
/// <param name="As">What the reader is to the mission; exactly the relation of their role.</param>
/// <param name="Role">The role in which they look.</param>
/// <param name="Flight">Null: the mission waits for one.</param>
/// <param name="Allowed">What the family may see.</param>
/// <param name="Log">What was read, by stream.</param>
public sealed record PortalFacts(
    OpenCampaign Open, CustomerMission Mission, Flight? Flight, Viewer Viewer, Relation As, Role Role, FamilyViewChosen Allowed,
    PortalTold Told, string Zone, Instant Now, ImmutableDictionary<string, ImmutableArray<LogEntry>> Log)
{
    /// <summary>The address of this page.</summary>
    public string Path => PortalPaths.Mission(Open.Id, Mission.Id.Value);

    /// <summary>True for the participant, their office, and the organization that contracted: they see the whole of their mission.</summary>
    public bool IsPrincipal => (As & (Relation.Participant | Relation.Office | Relation.Customer)) != 0;

    /// <summary>The entries of a stream that was asked for; empty when nothing stands there.</summary>
    public ImmutableArray<LogEntry> Entries(string stream) => Log.GetValueOrDefault(stream, []);

    /// <summary>Those of all streams that begin with a prefix that was asked for, by stream and number.</summary>
    public IEnumerable<LogEntry> EntriesOf(string prefix) =>
        Log.Where(l => l.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(l => l.Key, StringComparer.Ordinal).SelectMany(l => l.Value);
}
