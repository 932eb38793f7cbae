using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Primitives;

namespace OneFlight.Tests.Performance;

public class RecoveryTests
{
    private static readonly Instant start = Instant.FromUtc(2027, 1, 10, 12, 0);
    private static readonly ImmutableArray<ThingId> verifiers = [new("organization", "office")];

    private static LogEntry Entry(string stream, int number, Instant at, ILogEvent what) => new(Compartment.Operations, stream, number, at, at, "steward", what, "", "");

    private static RecoveryCase ACase(params ILogEvent[] then)
    {
        var opened = (RecoveryOpened)RecoveryRules.Open("M", RecoveryTrigger.Complaint, "told late", "We read it in the paper.", RecoverySeverity.Serious, start, "steward").Value.Event;
        return RecoveryCase.Of([.. new ILogEvent[] { opened }.Concat(then).Select((e, i) => Entry("recovery/M-R1", i + 1, start + Duration.FromHours(i), e))])!;
    }

    [Fact]
    public void Nothing_but_the_customers_word_closes_a_case()
    {
        var remedied = ACase(new RecoveryRemedied("told within the hour from now on"));
        Assert.Equal("not-verified", RecoveryRules.Close(remedied, null, "fine", verifiers, start, "steward").Problems.Single().Code);
        Assert.Equal("not-verified", RecoveryRules.Close(remedied, new("person", "steward"), "fine", verifiers, start, "steward").Problems.Single().Code);
        Assert.Equal("no-remedy", RecoveryRules.Close(ACase(), verifiers[0], "fine", verifiers, start, "steward").Problems.Single().Code);
        Assert.True(RecoveryRules.Close(remedied, verifiers[0], "It is good now.", verifiers, start, "steward").Succeeded);
    }

    [Fact]
    public void A_closed_case_takes_nothing_more()
    {
        var closed = ACase(new RecoveryRemedied("r"), new RecoveryClosed(verifiers[0], "good"));
        Assert.False(closed.IsOpen);
        Assert.Equal("case-closed", RecoveryRules.Remedy(closed, "more", start, "s").Problems.Single().Code);
        Assert.Equal("case-closed", RecoveryRules.Apologize(closed, "chief", "by telephone", start, "s").Problems.Single().Code);
    }

    [Fact]
    public void An_apology_is_late_when_they_have_not_heard_within_the_hours_of_its_severity()
    {
        Assert.False(ACase().ApologyLate(start + Duration.FromHours(23)));
        Assert.True(ACase().ApologyLate(start + Duration.FromHours(25)));
        Assert.False(ACase(new RecoveryApologized("chief", "in person")).ApologyLate(start + Duration.FromDays(9)));
    }

    [Theory]
    [InlineData(180, "told late", "M-R1")]
    [InlineData(181, "told late", null)]
    [InlineData(30, "cold food", null)]
    public void The_same_failure_to_the_same_customer_within_180_days_is_named_a_repeat(int days, string topic, string? repeatOf)
    {
        var cases = RecoveryCase.All(
        [
            Entry("recovery/M-R1", 1, start, new RecoveryOpened("M", RecoveryTrigger.Complaint, "told late", "w", RecoverySeverity.Minor, start)),
            Entry("recovery/N-R1", 1, start + Duration.FromDays(days), new RecoveryOpened("N", RecoveryTrigger.Complaint, topic, "w", RecoverySeverity.Minor, start)),
        ], _ => "one customer");
        Assert.Equal(repeatOf, cases.Single(c => c.Id == "N-R1").RepeatOf);
        Assert.Null(cases.Single(c => c.Id == "M-R1").RepeatOf);
    }

    private static Lesson ALesson(params ILogEvent[] then) => Lesson.Of([.. new ILogEvent[] { new LessonProposed("t", new("flight", "F"), "w", "w") }.Concat(then)
        .Select((e, i) => Entry("lesson/L-001", i + 1, start, e))])!;

    [Fact]
    public void A_lesson_counts_only_when_a_revision_changed_what_it_points_at()
    {
        ThingId rule = new("promise-rule", "EX-001");
        Assert.Equal("nothing-changed", LessonRules.Apply(ALesson(), rule, 2, false, start, "s").Problems.Single().Code);
        Assert.Equal("unknown-revision", LessonRules.Apply(ALesson(), rule, 9, null, start, "s").Problems.Single().Code);
        Assert.Equal("not-learnable", LessonRules.Apply(ALesson(), new("flight", "F"), 2, true, start, "s").Problems.Single().Code);
        Assert.True(LessonRules.Apply(ALesson(), rule, 2, true, start, "s").Succeeded);
        Assert.False(ALesson().Counts);
        Assert.True(ALesson(new LessonApplied(rule, 2)).Counts);
        Assert.Equal("lesson-closed", LessonRules.Apply(ALesson(new LessonDropped("why")), rule, 2, true, start, "s").Problems.Single().Code);
    }

    [Fact]
    public void A_lesson_is_learned_from_something_that_happened() =>
        Assert.Equal(["no-title", "unknown-event"], LessonRules.Propose(" ", null, "what", "wanted", start, "s").Problems.Select(p => p.Code));
}
