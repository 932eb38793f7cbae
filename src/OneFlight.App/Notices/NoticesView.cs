using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Notices;

/// <summary>Notices by change and wave.</summary>
/// <param name="Before">Notices of changes whose hear-lists are not here any more, such as those of a sample.</param>
public sealed record NoticesView(OpenCampaign Open, ImmutableArray<NoticeChange> Changes, ImmutableArray<Notice> Before, bool All, bool KeepsOutbox, Instant Now)
{
    public int Waiting => Changes.Sum(c => c.Waves.Sum(w => w.Lines.Count(l => l.Task.DoneAt is null)));

    public static NoticesView From(OpenCampaign open, ImmutableArray<HearTask> tasks, ImmutableArray<Notice> notices, ImmutableArray<RevisionSummary> revisions, bool all, bool keepsOutbox, Instant now)
    {
        var byStream = notices.ToDictionary(n => n.Stream);
        var lines = tasks.Select(t => Notice.StreamOf(t.Revision, t.Line)).ToHashSet();
        var why = revisions.ToDictionary(r => r.Number, r => r.Why);
        return new(open, [.. tasks.GroupBy(t => t.Revision).OrderByDescending(g => g.Key).Select(g => NoticeChange.Of(g.Key, why.GetValueOrDefault(g.Key, ""), [.. g], byStream))],
            [.. notices.Where(n => n.Arrived && n.Revision == 1 && !lines.Contains(n.Stream)).OrderByDescending(n => n.ToldAt)], all, keepsOutbox, now);
    }
}

public sealed record NoticeChange(int Revision, string Why, ImmutableArray<NoticeWave> Waves)
{
    public static NoticeChange Of(int revision, string why, ImmutableArray<HearTask> tasks, Dictionary<string, Notice> notices)
    {
        var open = tasks.Where(t => t.DoneAt is null).ToDictionary(t => t.Line, t => t.ShownAs);
        return new(revision, why, [.. tasks.GroupBy(t => t.Wave).OrderBy(g => g.Key).Select(g => new NoticeWave(g.Key, [.. g.OrderBy(t => t.By).ThenBy(t => t.Line, StringComparer.Ordinal)
            .Select(t => new NoticeLine(t, notices.GetValueOrDefault(Notice.StreamOf(revision, t.Line)), [.. t.After.Where(open.ContainsKey).Select(a => open[a])]))]))]);
    }
}

public sealed record NoticeWave(int Number, ImmutableArray<NoticeLine> Lines);

/// <param name="WaitsFor">Shown names of those who hear first and have not.</param>
public sealed record NoticeLine(HearTask Task, Notice? Notice, ImmutableArray<string> WaitsFor)
{
    public string Word => (Task, Notice) switch
    {
        (_, { Status: NoticeStatus.Acknowledged } n) => $"read by {n.AcknowledgedBy}",
        (_, { Arrived: true } n) => $"told, {n.Means}",
        ({ DoneAt: not null } t, _) => $"told, {t.Means}",
        (_, { Status: NoticeStatus.Leaving }) => "leaving",
        (_, { Status: NoticeStatus.Approved }) => "approved",
        (_, { Critical: true }) => "drafted, needs a second person",
        (_, not null) => "drafted",
        _ => "not drafted yet",
    };

    public string Shape => (Task, Notice) switch
    {
        ({ DoneAt: not null }, _) or (_, { Arrived: true }) => "kept",
        (_, { Status: NoticeStatus.Leaving or NoticeStatus.Approved }) => "watch",
        _ => "waiting",
    };
}

/// <summary>One notice: its words, whether they may leave, and what happened to it.</summary>
/// <param name="Typed">The words on the form: as kept, as proposed, or as typed when they were refused.</param>
/// <param name="Faults">What the lint finds in them.</param>
/// <param name="Problems">Why the last step was refused.</param>
/// <param name="Reached">Through whom a letter goes; null: the viewer may not know.</param>
public sealed record NoticeView(
    NoticeCase Case, NoticeText Typed, bool Critical, ImmutableArray<Problem> Faults, ImmutableArray<Problem> Problems, string? Reached, bool MayWrite, bool MayApprove, Instant WallClock)
{
    public static NoticeView From(NoticeCase of, ImmutableArray<Problem> problems, NoticeText? typed, Viewer viewer, Instant wallClock)
    {
        var text = typed ?? of.Notice?.Text ?? of.Proposed?.Text ?? new("", "", "", "", "", "", null);
        var hearer = Operations.Links.ThingId.Parse(of.Task.Hearer);
        var reached = hearer is { } thing && viewer.May(Policies.IdentityRead) && NoticePost.Reached(of.Open.Campaign, thing) is var party && party != thing
            ? of.Open.Index.NameOf(new Operations.People.OrganizationId(party.Id)) : null;
        return new(of, text, of.Notice?.Critical ?? of.Proposed?.Critical ?? false, of.Notice is { Arrived: true } ? [] : NoticeLint.Check(text, of.Circle, of.Now), problems, reached,
            viewer.May(Policies.NoticeWrite), viewer.May(Policies.NoticeApprove), wallClock);
    }

    public bool MayEdit => MayWrite && Case.Notice is { Arrived: false, Status: not NoticeStatus.Leaving };

    public bool MayRelease => MayEdit && (!Case.Notice!.Critical || Case.Notice.Status == NoticeStatus.Approved);

    private static readonly LocalDateTimePattern field = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>The next word in the form's field, in UTC.</summary>
    public string NextField => Typed.NextWordAt is { } at ? Say.Field(at) : "";

    /// <summary>Null: not a time.</summary>
    public static Instant? ReadField(string? text) => text is { Length: >= 16 } && field.Parse(text[..16]) is { Success: true, Value: var at } ? at.InUtc().ToInstant() : null;
}

/// <summary>The letters the sink took, and one of them opened.</summary>
public sealed record OutboxView(OpenCampaign Open, ImmutableArray<SentLetter> Letters, SentLetter? Opened, bool Keeps);
