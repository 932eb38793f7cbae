using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

public enum NoticeStatus { Drafted, Approved, Leaving, Sent, Told, Acknowledged }

/// <summary>A notice as its events tell it.</summary>
/// <param name="Author">Who wrote the words that stand; with a critical notice someone else approves.</param>
/// <param name="LeavesAt">While it leaves: until then it can be held back.</param>
/// <param name="ToldAt">When they were told; null: not yet.</param>
public sealed record Notice(
    string Stream, int Revision, string Line, ThingId Hearer, ImmutableArray<MissionId> Missions, string ShownAs, bool Critical, NoticeText Text, NoticeStatus Status,
    string Author, string? ApprovedBy, Instant? LeavesAt, string? Early, Instant? ToldAt, string? ToldBy, string? Means, string? AcknowledgedBy, ImmutableArray<LogEntry> Entries)
{
    public const string Prefix = "notice/";

    /// <summary>True when the hearer has it.</summary>
    public bool Arrived => Status >= NoticeStatus.Sent;

    public static string StreamOf(int revision, string line) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{revision}-{line}");

    public static string ContactOf(ThingId party) => $"contact/{party}";

    /// <summary>Null when the stream holds no draft.</summary>
    public static Notice? Of(ImmutableArray<LogEntry> entries)
    {
        Notice? notice = null;
        foreach (var entry in entries)
        {
            notice = entry.Event switch
            {
                NoticeDrafted d => new(entry.Stream, d.Revision, d.Line, ThingId.Parse(d.Hearer) ?? new("person", d.Hearer), [.. d.Missions.Select(m => new MissionId(m))], d.ShownAs,
                    d.Critical, d.Text, NoticeStatus.Drafted, entry.Who, null, null, null, null, null, null, null, []),
                NoticeEdited e => notice! with { Text = e.Text, Critical = e.Critical, Status = NoticeStatus.Drafted, Author = entry.Who, ApprovedBy = null },
                NoticeApproved => notice! with { Status = NoticeStatus.Approved, ApprovedBy = entry.Who },
                NoticeReleased r => notice! with { Status = NoticeStatus.Leaving, LeavesAt = r.LeavesAt, Early = r.Early },
                NoticeHeldBack => notice! with { Status = notice.ApprovedBy is null ? NoticeStatus.Drafted : NoticeStatus.Approved, LeavesAt = null, Early = null },
                NoticeSent s => notice! with { Status = NoticeStatus.Sent, LeavesAt = null, ToldAt = entry.At, ToldBy = entry.Who, Means = s.Means },
                NoticeTold t => notice! with { Status = NoticeStatus.Told, ToldAt = notice.ToldAt ?? entry.At, ToldBy = entry.Who, Means = notice.Means is { } sent ? $"{sent}, {t.Means}" : t.Means },
                NoticeAcknowledged a => notice! with { Status = NoticeStatus.Acknowledged, AcknowledgedBy = a.By },
                _ => notice,
            };
        }
        return notice is null ? null : notice with { Entries = entries };
    }

    /// <summary>All notices of some entries, the latest change first.</summary>
    public static ImmutableArray<Notice> All(ImmutableArray<LogEntry> entries) =>
    [
        .. entries.Where(e => e.Stream.StartsWith(Prefix, StringComparison.Ordinal)).GroupBy(e => e.Stream, StringComparer.Ordinal).Select(g => Of([.. g])).OfType<Notice>()
            .OrderByDescending(n => n.Revision).ThenBy(n => n.Line, StringComparer.Ordinal),
    ];
}

/// <summary>What the other side of the portal reads: only what has arrived, and only one's own.</summary>
public static class NoticesFor
{
    /// <summary>Notices that this party was told, the latest first.</summary>
    public static ImmutableArray<Notice> Hearer(ImmutableArray<Notice> notices, ThingId hearer) =>
        [.. notices.Where(n => n.Arrived && n.Hearer == hearer).OrderByDescending(n => n.ToldAt).ThenByDescending(n => n.Revision)];

    /// <summary>Notices about a mission that its customer's side was told, the latest first; of the family and the broker only their own are asked by hearer.</summary>
    public static ImmutableArray<Notice> Mission(ImmutableArray<Notice> notices, MissionId mission) =>
        [.. notices.Where(n => n.Arrived && n.Missions.Contains(mission)).OrderByDescending(n => n.ToldAt).ThenByDescending(n => n.Revision)];
}
