using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.Performance;

/// <summary>A failure towards one customer, until they say that it is put right.</summary>
/// <param name="RepeatOf">The case of the same customer and topic that was opened within 180 days before; null: the first time.</param>
public sealed record RecoveryCase(
    string Id, RecoveryOpened Opened, Instant OpenedAt, LogEntry? Apology, ImmutableArray<LogEntry> Remedies, LogEntry? Closed, string? RepeatOf, ImmutableArray<LogEntry> History)
{
    private static readonly Duration repeatWithin = Duration.FromDays(180);

    public bool IsOpen => Closed is null;

    /// <summary>True when they have not heard from us by the time they should have.</summary>
    public bool ApologyLate(Instant now) => (Apology?.At ?? now) > Opened.ApologyBy;

    /// <summary>How long until they must have heard from us.</summary>
    public static Duration ApologyWithin(RecoverySeverity severity) => severity switch
    {
        RecoverySeverity.Grave => Duration.FromHours(4),
        RecoverySeverity.Serious => Duration.FromHours(24),
        _ => Duration.FromDays(3),
    };

    /// <summary>All cases, the open ones first, then the latest.</summary>
    /// <param name="entries">All streams of cases.</param>
    /// <param name="customerOf">Who the customer of a mission is, so that a failure on another flight is known as a repeat.</param>
    public static ImmutableArray<RecoveryCase> All(ImmutableArray<LogEntry> entries, Func<string, string> customerOf)
    {
        var cases = entries.GroupBy(e => e.Stream).Select(g => Of([.. g])).OfType<RecoveryCase>().OrderBy(c => c.OpenedAt).ToList();
        return [.. cases.Select(c => c with
            {
                RepeatOf = cases.LastOrDefault(o => o.Id != c.Id && o.OpenedAt <= c.OpenedAt && c.OpenedAt - o.OpenedAt <= repeatWithin
                    && customerOf(o.Opened.Mission) == customerOf(c.Opened.Mission) && string.Equals(o.Opened.Topic, c.Opened.Topic, StringComparison.OrdinalIgnoreCase))?.Id,
            }).OrderBy(c => !c.IsOpen).ThenByDescending(c => c.OpenedAt)];
    }

    /// <param name="entries">One stream; null when it does not begin with a case.</param>
    public static RecoveryCase? Of(ImmutableArray<LogEntry> entries) => entries is [{ Event: RecoveryOpened opened } first, ..]
        ? new(first.Stream[OutcomeStreams.Recoveries.Length..], opened, first.At, entries.FirstOrDefault(e => e.Event is RecoveryApologized),
            [.. entries.Where(e => e.Event is RecoveryRemedied)], entries.FirstOrDefault(e => e.Event is RecoveryClosed), null, entries)
        : null;

    /// <summary>Who may say that it is put right: whoever flew, the organization that contracted, or the office through which they are reached.</summary>
    public static ImmutableArray<ThingId> Verifiers(CustomerMission mission)
    {
        ThingId?[] all = [mission.Participant?.Thing, mission.Customer?.Thing, mission.Office?.Thing];
        return [.. all.OfType<ThingId>()];
    }
}
