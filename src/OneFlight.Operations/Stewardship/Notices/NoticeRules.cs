using System.Collections.Immutable;
using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>Which step a notice may take. That a wave waits for the one before is the rule of the hear-list's tasks.</summary>
public static class NoticeRules
{
    /// <summary>So long a notice can be held back before it leaves.</summary>
    public static readonly Duration Hold = Duration.FromSeconds(10);

    /// <remarks>Refused: <c>notice-gone</c>, and what the lint finds.</remarks>
    public static Result<NoticeEdited> Edit(Notice notice, NoticeText text, bool critical, NoticeCircle circle, Instant now)
    {
        if (Gone(notice) is { } gone) return gone;
        return NoticeLint.Check(text, circle, now) is { IsEmpty: false } problems ? problems : new NoticeEdited(text, critical || notice.Critical);
    }

    /// <remarks>Refused: <c>own-notice</c> when it is critical, <c>already-approved</c>, <c>notice-gone</c>, and what the lint finds.</remarks>
    public static Result<NoticeApproved> Approve(Notice notice, string who, NoticeCircle circle, Instant now)
    {
        if (Gone(notice) is { } gone) return gone;
        if (notice.Status == NoticeStatus.Approved) return new Problem("already-approved", Where(notice), $"approved by {notice.ApprovedBy}", "a notice that nobody has approved yet");
        if (notice.Critical && notice.Author == who) return new Problem("own-notice", Where(notice), $"an approval by {who}, who wrote it", "a second person: this notice is critical");
        return NoticeLint.Check(notice.Text, circle, now) is { IsEmpty: false } problems ? problems : new NoticeApproved();
    }

    /// <param name="waitsFor">Who has to hear first and has not.</param>
    /// <param name="early">Why it goes before them.</param>
    /// <remarks>Refused: <c>not-approved</c>, <c>told-too-early</c>, <c>notice-gone</c>, and what the lint finds.</remarks>
    public static Result<NoticeReleased> Release(Notice notice, ImmutableArray<string> waitsFor, string? early, NoticeCircle circle, Instant now, Instant leavesAt)
    {
        if (Gone(notice) is { } gone) return gone;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (notice.Critical && notice.Status != NoticeStatus.Approved) problems.Add(new("not-approved", Where(notice), "a critical notice that nobody has approved", "the approval of a second person"));
        if (TooEarly(notice, waitsFor, early) is { } wait) problems.Add(wait);
        problems.AddRange(NoticeLint.Check(notice.Text, circle, now));
        return problems.Count > 0 ? problems.ToImmutable() : new NoticeReleased(leavesAt, waitsFor.IsEmpty ? null : early!.Trim());
    }

    /// <remarks>Refused: <c>not-leaving</c>, <c>notice-gone</c> when the time is over.</remarks>
    public static Result<NoticeHeldBack> HoldBack(Notice notice, string? why, Instant wallClock)
    {
        if (notice.Arrived || (notice.LeavesAt is { } leaves && leaves <= wallClock)) return new Problem("notice-gone", Where(notice), "a notice that has left", "one that still waits to leave");
        if (notice.Status != NoticeStatus.Leaving) return new Problem("not-leaving", Where(notice), "a notice that does not leave", "one that waits to leave");
        return new NoticeHeldBack(string.IsNullOrWhiteSpace(why) ? "held back" : why.Trim());
    }

    /// <summary>Told by voice. What is critical needs the approval of its words first.</summary>
    /// <remarks>Refused: <c>no-means</c>, <c>not-approved</c>, <c>told-too-early</c>, <c>already-told</c>.</remarks>
    public static Result<NoticeTold> Tell(Notice notice, string? means, string? note, ImmutableArray<string> waitsFor)
    {
        if (string.IsNullOrWhiteSpace(means)) return new Problem("no-means", Place.Of("means"), "nothing", "how they were told, such as telephone");
        if (notice.Status is NoticeStatus.Told or NoticeStatus.Acknowledged) return new Problem("already-told", Where(notice), $"told by {notice.ToldBy}", "a notice that is still to be told");
        if (notice.Critical && notice.ApprovedBy is null) return new Problem("not-approved", Where(notice), "a critical notice that nobody has approved", "the approval of a second person");
        if (!notice.Arrived && TooEarly(notice, waitsFor, note) is { } wait) return wait;
        return new NoticeTold(means.Trim(), string.IsNullOrWhiteSpace(note) ? null : note.Trim());
    }

    /// <remarks>Refused: <c>not-told</c>, <c>already-acknowledged</c>, <c>nobody</c>.</remarks>
    public static Result<NoticeAcknowledged> Acknowledge(Notice notice, string? by)
    {
        if (!notice.Arrived) return new Problem("not-told", Where(notice), "a notice that has not been told", "one that arrived");
        if (notice.Status == NoticeStatus.Acknowledged) return new Problem("already-acknowledged", Where(notice), $"read by {notice.AcknowledgedBy}", "a notice that nobody has acknowledged yet");
        return string.IsNullOrWhiteSpace(by) ? new Problem("nobody", Where(notice), "nobody", "who read or heard it") : new NoticeAcknowledged(by.Trim());
    }

    private static Problem? TooEarly(Notice notice, ImmutableArray<string> waitsFor, string? early) => waitsFor.IsEmpty || !string.IsNullOrWhiteSpace(early) ? null
        : new("told-too-early", Where(notice), $"not yet told: {string.Join(", ", waitsFor)}", "those told first, or a note why this one hears out of order");

    private static Problem? Gone(Notice notice) => notice.Status is NoticeStatus.Leaving ? new("notice-gone", Where(notice), "a notice that is leaving", "one that is held back first")
        : notice.Arrived ? new("notice-gone", Where(notice), $"a notice told by {notice.ToldBy}", "a new one at the next change") : null;

    private static Place Where(Notice notice) => Place.Of($"notice to {notice.ShownAs}");
}
