using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Tests.Stewardship;

public sealed class NoticeTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 18, 14, 32);
    private static readonly NoticeCircle Circle = new(["Mission of the choir"], ["Ada Winter"]);

    [Fact]
    public void A_text_that_answers_all_six_questions_in_plain_words_may_leave() => Assert.Empty(NoticeLint.Check(AText(), Circle, Now));

    [Fact]
    public void Each_of_the_six_questions_needs_an_answer() =>
        Assert.Equal(6, NoticeLint.Check(new("", " ", "?", "no", "-", "soon", Now + Duration.FromDays(1)), Circle, Now).Count(p => p.Code == "unanswered-question"));

    [Fact]
    public void The_next_word_has_a_time_that_is_still_to_come()
    {
        Assert.Equal("no-next-word", Assert.Single(NoticeLint.Check(AText() with { NextWordAt = null }, Circle, Now)).Code);
        Assert.Equal("no-next-word", Assert.Single(NoticeLint.Check(AText() with { NextWordAt = Now }, Circle, Now)).Code);
    }

    [Theory]
    [InlineData("The manifest is open for now.", "jargon")]
    [InlineData("Ada Winter flies with you then.", "silent-name")]
    [InlineData("The Mission of the choir comes first.", "other-mission")]
    [InlineData("There is a finding about your cardiac health.", "clinical-word")]
    public void A_word_that_may_not_stand_there_is_found(string known, string code) =>
        Assert.Contains(NoticeLint.Check(AText() with { Known = known }, Circle, Now), p => p.Code == code);

    [Fact]
    public void A_long_sentence_is_found_and_someones_own_words_are_not_measured()
    {
        var many = string.Join(' ', Enumerable.Repeat("word", 40));
        Assert.Contains(NoticeLint.Check(AText() with { ForYou = many + "." }, Circle, Now), p => p.Code == "long-sentence");
        Assert.DoesNotContain(NoticeLint.Check(AText() with { ForYou = $"We promised you: “{many}”. That holds." }, Circle, Now), p => p.Code == "long-sentence");
    }

    [Fact]
    public void Nobody_approves_their_own_critical_notice_and_someone_else_does()
    {
        var notice = ANotice(critical: true);
        Assert.Equal("own-notice", Assert.Single(NoticeRules.Approve(notice, "steward", Circle, Now).Problems).Code);
        Assert.True(NoticeRules.Approve(notice, "director", Circle, Now).Succeeded);
    }

    [Fact]
    public void An_approval_falls_with_other_words_and_the_one_who_changed_them_is_the_author()
    {
        var notice = ANotice(true, ("director", new NoticeApproved()), ("director", new NoticeEdited(AText() with { Known = "The day stays as it was before." }, true)));
        Assert.Equal(NoticeStatus.Drafted, notice.Status);
        Assert.Equal("own-notice", Assert.Single(NoticeRules.Approve(notice, "director", Circle, Now).Problems).Code);
    }

    [Fact]
    public void A_critical_notice_without_approval_does_not_leave_and_is_not_told()
    {
        Assert.Contains(NoticeRules.Release(ANotice(true), [], null, Circle, Now, Now).Problems, p => p.Code == "not-approved");
        Assert.Equal("not-approved", Assert.Single(NoticeRules.Tell(ANotice(true), "telephone", null, []).Problems).Code);
    }

    [Fact]
    public void A_wave_waits_for_the_one_before_unless_a_note_says_why()
    {
        Assert.Equal("told-too-early", Assert.Single(NoticeRules.Release(ANotice(false), ["Juniper"], " ", Circle, Now, Now).Problems).Code);
        Assert.Equal("they read it in the news", NoticeRules.Release(ANotice(false), ["Juniper"], "they read it in the news", Circle, Now, Now).Value.Early);
    }

    [Fact]
    public void A_notice_can_be_held_back_until_it_leaves_and_not_after()
    {
        var leaving = ANotice(false, ("steward", new NoticeReleased(Now + NoticeRules.Hold, null)));
        Assert.True(NoticeRules.HoldBack(leaving, null, Now + Duration.FromSeconds(9)).Succeeded);
        Assert.Equal("notice-gone", Assert.Single(NoticeRules.HoldBack(leaving, null, Now + Duration.FromSeconds(10)).Problems).Code);
        Assert.Equal("notice-gone", Assert.Single(NoticeRules.Edit(leaving, AText(), false, Circle, Now).Problems).Code);
    }

    [Fact]
    public void What_was_not_told_is_not_acknowledged_and_a_portal_reads_only_what_arrived()
    {
        var drafted = ANotice(false);
        Assert.Equal("not-told", Assert.Single(NoticeRules.Acknowledge(drafted, "Juniper").Problems).Code);
        var told = ANotice(false, ("steward", new NoticeTold("telephone", null)));
        Assert.Equal(told.Stream, Assert.Single(NoticesFor.Hearer([drafted, told], told.Hearer)).Stream);
        Assert.Empty(NoticesFor.Hearer([drafted, told], new("person", "someone-else")));
    }

    private static NoticeText AText() => new(
        "Your launch moves to 21 March.", "We do not know yet if this day holds.", "It is decided on Friday at noon.", "Your days before the flight move with it.",
        "You can keep this flight or move to another.", "Tomorrow at ten your time, even if nothing is new.", Now + Duration.FromHours(20));

    private static Notice ANotice(bool critical, params (string Who, ILogEvent What)[] then)
    {
        (string, ILogEvent)[] all = [("steward", new NoticeDrafted(2, "person:guest", "person:guest", ["m1"], "Juniper", critical, AText())), .. then];
        return Notice.Of([.. all.Select((e, i) => new LogEntry(Compartment.Operations, "notice/2-person:guest", i + 1, Now, Now, e.Item1, e.Item2, "", ""))])!;
    }
}
