using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Impact;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Notices;

/// <summary>A line of a hear-list with its notice, and what the rules need of both.</summary>
/// <param name="Notice">Null: nobody has kept a draft yet.</param>
/// <param name="Proposed">What would be drafted now.</param>
/// <param name="WaitsFor">Shown names of those who hear first and have not.</param>
public sealed record NoticeCase(OpenCampaign Open, HearTask Task, Notice? Notice, NoticeDrafted? Proposed, ImmutableArray<string> WaitsFor, NoticeCircle Circle, Instant Now);

/// <summary>Notices of hear-lists: drafted, edited, approved, released, held back, told and acknowledged.</summary>
public sealed class NoticeDesk(
    Screens screens, HearTasks tasks, AcceptRequests requests, LogbookStore logbook, NoticePost post, MailSettings settings, ITenant tenant, IClock clock)
{
    /// <summary>Null: no such line.</summary>
    public async Task<NoticeCase?> Find(HttpContext http, OpenCampaign open, int revision, string line)
    {
        var stop = http.RequestAborted;
        var list = await tasks.Of(open.Id, revision, stop);
        if (list.FirstOrDefault(t => t.Line == line) is not { } task) return null;
        var now = screens.NowFor(open);
        var notice = Notice.Of(await logbook.Read(open.Id, Compartment.Operations, Notice.StreamOf(revision, line), stop));
        var hearer = ThingId.Parse(task.Hearer) ?? new(PeopleKinds.Person, task.Hearer);
        return new(open, task, notice, notice is null ? await Propose(http, open, task, hearer) : null,
            [.. list.Where(t => task.After.Contains(t.Line) && t.DoneAt is null).Select(t => t.ShownAs)],
            NoticeDraft.CircleOf(hearer, open.Campaign.Missions, open.Campaign.People), now);
    }

    private async Task<NoticeDrafted?> Propose(HttpContext http, OpenCampaign open, HearTask task, ThingId hearer)
    {
        if (await screens.At(http, open.Id, task.Revision) is not { } shown) return null;
        var before = task.Revision > 1 ? await screens.At(http, open.Id, task.Revision - 1) : null;
        var asked = (await requests.Of(open.Id, task.Revision, http.RequestAborted)).Where(a => a.Party == task.Hearer).Select(a => a.What).ToImmutableArray();
        return Propose(before, shown, new(task.Revision, task.Line, hearer, task.ShownAs, task.Zone, task.OwnerShownAs), asked, screens.NowFor(open));
    }

    /// <summary>Pure: the draft of a line from two kept revisions.</summary>
    public static NoticeDrafted Propose(OpenCampaign? before, OpenCampaign shown, Hearing hearing, ImmutableArray<string> asked, Instant now)
    {
        var report = before is null ? new ImpactReport([], 0) : shown.View("difference", () => ChangeImpact.Between(before.Statement, shown.Statement, []));
        var own = NoticeDraft.MissionsOf(hearing.Hearer, shown.Campaign.Missions).Select(m => m.Thing).Append(hearing.Hearer).ToHashSet();
        var gates = report.Touched.Where(t => t.After is GateState && shown.CausesOf(t.Thing).Any(l => own.Contains(l.Cause))).ToImmutableArray();
        var c = shown.Campaign;
        return NoticeDraft.Of(hearing, new(c.Missions, c.Promises, before?.Campaign.Flights ?? c.Flights, c.Flights, c.People, c.Fleet, c.Care, report.Touched, gates, asked, now));
    }

    /// <summary>Keeps what is proposed as the draft.</summary>
    /// <remarks>Refused: <c>already-drafted</c>, <c>no-draft</c>.</remarks>
    public Task<Result<ImmutableArray<LogEntry>>> Draft(NoticeCase of, Viewer viewer, CancellationToken stop) => Add(of, viewer, entries =>
        !entries.IsEmpty ? new Problem("already-drafted", Place.Of("notice"), "a draft that was kept", "a line without a notice")
        : of.Proposed is { } draft ? draft : new Problem("no-draft", Place.Of("notice"), "nothing to draft from", "a kept revision"), stop);

    public Task<Result<ImmutableArray<LogEntry>>> Edit(NoticeCase of, NoticeText text, bool critical, Viewer viewer, CancellationToken stop) =>
        Step(of, viewer, notice => NoticeRules.Edit(notice, text, critical, of.Circle, of.Now), stop);

    public Task<Result<ImmutableArray<LogEntry>>> Approve(NoticeCase of, Viewer viewer, CancellationToken stop) =>
        Step(of, viewer, notice => NoticeRules.Approve(notice, Signature.Of(viewer), of.Circle, of.Now), stop);

    /// <summary>Lets it leave when the hold is over.</summary>
    public async Task<Result<ImmutableArray<LogEntry>>> Release(NoticeCase of, string? early, Viewer viewer, CancellationToken stop)
    {
        var leaves = (clock.GetCurrentInstant() + Duration.FromTimeSpan(settings.Hold)).ToUnixTimeMilliseconds() is var at ? Instant.FromUnixTimeMilliseconds(at) : default;
        var released = await Step(of, viewer, notice => NoticeRules.Release(notice, of.WaitsFor, early, of.Circle, of.Now, leaves), stop);
        if (released.Succeeded) post.Leave(new(tenant.Operator, of.Open.Id, Notice.StreamOf(of.Task.Revision, of.Task.Line), leaves));
        return released;
    }

    public Task<Result<ImmutableArray<LogEntry>>> HoldBack(NoticeCase of, string? why, Viewer viewer, CancellationToken stop) =>
        Step(of, viewer, notice => NoticeRules.HoldBack(notice, why, clock.GetCurrentInstant()), stop);

    /// <summary>Notes a call, and ticks the line off by the rule of the hear-list.</summary>
    public async Task<Result<ImmutableArray<LogEntry>>> Tell(NoticeCase of, string? means, string? note, Viewer viewer, CancellationToken stop)
    {
        if (of.Notice is not { } notice) return NoNotice(of);
        var told = NoticeRules.Tell(notice, means, note, of.WaitsFor);
        if (!told.Succeeded) return told.Problems;
        if (of.Task.DoneAt is null)
        {
            var ticked = await tasks.TickTask(of.Open.Id, of.Task.Revision, of.Task.Line, new(of.Now, Signature.Of(viewer), told.Value.Means, told.Value.Note, !of.WaitsFor.IsEmpty), stop);
            if (!ticked.Succeeded) return ticked.Problems;
        }
        return await Step(of, viewer, again => NoticeRules.Tell(again, means, note, of.WaitsFor), stop);
    }

    /// <param name="by">Shown name of who read or heard it.</param>
    public Task<Result<ImmutableArray<LogEntry>>> Acknowledge(NoticeCase of, string? by, Viewer viewer, CancellationToken stop) => Step(of, viewer, notice => NoticeRules.Acknowledge(notice, by), stop);

    /// <summary>Keeps where a party is reached by e-mail.</summary>
    /// <remarks>Refused: <c>wrong-address</c>.</remarks>
    public async Task<Result<ImmutableArray<LogEntry>>> RecordContact(NoticeCase of, string? email, Viewer viewer, CancellationToken stop)
    {
        if (!System.Net.Mail.MailAddress.TryCreate(email?.Trim(), out var address) || address.Address != email!.Trim())
            return new Problem("wrong-address", Place.Of("e-mail"), $"'{email}'", "an address such as desk@office.example");
        var party = NoticePost.Reached(of.Open.Campaign, ThingId.Parse(of.Task.Hearer) ?? new(PeopleKinds.Person, of.Task.Hearer));
        return await logbook.Change(of.Open.Id, Compartment.Identity, Notice.ContactOf(party), _ => ImmutableArray.Create(NewLogEntry.Now(of.Now, Signature.Of(viewer), new ContactRecorded(address.Address, null))), stop);
    }

    private Task<Result<ImmutableArray<LogEntry>>> Step<TEvent>(NoticeCase of, Viewer viewer, Func<Notice, Result<TEvent>> rule, CancellationToken stop) where TEvent : ILogEvent =>
        Add(of, viewer, entries => Notice.Of(entries) is { } notice ? rule(notice).Then(next => Result.Of<ILogEvent>(next)) : NoNotice(of), stop);

    private Task<Result<ImmutableArray<LogEntry>>> Add(NoticeCase of, Viewer viewer, Func<ImmutableArray<LogEntry>, Result<ILogEvent>> rule, CancellationToken stop) =>
        logbook.Change(of.Open.Id, Compartment.Operations, Notice.StreamOf(of.Task.Revision, of.Task.Line),
            entries => rule(entries).Then<ImmutableArray<NewLogEntry>>(next => ImmutableArray.Create(NewLogEntry.Now(of.Now, Signature.Of(viewer), next))), stop);

    private static Problem NoNotice(NoticeCase of) => new("unknown-notice", Place.Of($"notice to {of.Task.ShownAs}"), "no draft", "a notice that was drafted");
}
