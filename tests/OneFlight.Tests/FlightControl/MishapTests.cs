using NodaTime;
using OneFlight.Operations.FlightControl.Mishaps;
using OneFlight.Operations.Logbook;

namespace OneFlight.Tests.FlightControl;

public sealed class MishapTests
{
    private static readonly Instant Known = Instant.FromUtc(2027, 1, 10, 12, 0);
    private static readonly MishapFacts Damage = new(Injury.None, Fact.No, Fact.No, Fact.Yes, Fact.No, false);

    private static MishapState State(MishapFacts facts, params NewLogEntry[] more)
    {
        var first = MishapRules.Report("Reporter", "F-1", "Davit bent", "A line parted.", Known - Duration.FromHours(30), Known, facts, false, Known).Value.Single();
        return MishapState.Of([.. new[] { first }.Concat(more).Select((e, i) => new LogEntry(Compartment.Operations, "mishap/M-1", i + 1, e.At, e.KnownAt, e.Who, e.Event, "", ""))])!;
    }

    [Fact]
    public void A_mishap_without_injury_known_on_10_Jan_12_00_is_called_by_11_Jan_12_00_and_reported_by_15_Jan_12_00()
    {
        var clocks = MishapClassifier.Clocks(Damage, Known);

        Assert.Equal(Instant.FromUtc(2027, 1, 11, 12, 0), clocks.Single(c => c.Key == "call").Due);
        Assert.Equal(Instant.FromUtc(2027, 1, 15, 12, 0), clocks.Single(c => c.Key == "report").Due);
    }

    [Theory]
    [InlineData(Injury.Serious)]
    [InlineData(Injury.Fatal)]
    [InlineData(Injury.NotKnown)]
    public void With_a_serious_injury_or_while_nobody_knows_the_call_is_due_at_once_and_next_of_kin_hear_before_the_press(Injury injury)
    {
        var facts = Damage with { Injury = injury };
        Assert.Equal(Known, MishapClassifier.Clocks(facts, Known).Single(c => c.Key == "call").Due);
        var lines = MishapClassifier.Notify(facts).Select(l => l.Key).ToList();
        Assert.True(lines.IndexOf("kin") < lines.IndexOf("press"));
    }

    [Fact]
    public void The_class_says_why_and_what_is_not_known_is_never_harmless()
    {
        Assert.Equal("property of others damaged", MishapClassifier.Classes(Damage).Single(c => c.Scheme == "FAA").Why);
        var unknown = new MishapFacts(Injury.None, Fact.NotKnown, Fact.No, Fact.No, Fact.No, true);
        Assert.Equal("mishap", MishapClassifier.Classes(unknown).Single(c => c.Scheme == "FAA").Class);
        Assert.Equal("not a mishap", MishapClassifier.Classes(unknown with { HarmOutside = Fact.No }).Single(c => c.Scheme == "FAA").Class);
    }

    [Fact]
    public void A_protected_reporter_stands_nowhere_in_the_record()
    {
        var entry = MishapRules.Report("Anna from stowage", null, "Latch open", "Seen open.", Known, Known, Damage, true, Known).Value.Single();

        Assert.DoesNotContain("Anna", entry.ToString());
        Assert.Equal(MishapState.ProtectedReporter, entry.Who);
    }

    [Fact]
    public void What_is_known_before_it_happened_or_later_than_now_is_refused_with_every_reason()
    {
        var refused = MishapRules.Report("R", null, "", "x", Known + Duration.FromHours(3), Known + Duration.FromHours(2), Damage, false, Known);

        Assert.Equal(["missing-value", "out-of-order", "later-than-now"], refused.Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_line_that_waits_for_another_is_not_told_first()
    {
        var state = State(Damage with { Injury = Injury.Serious });

        Assert.Equal("out-of-order", Assert.Single(MishapRules.Notified(state, "R", "kin", "sister", "telephone", Known).Problems).Code);
        Assert.True(MishapRules.Notified(state, "R", "surgeon", "surgeon", "telephone", Known).Succeeded);
    }

    [Fact]
    public void It_closes_when_records_are_frozen_and_everyone_is_told()
    {
        var open = MishapRules.Close(State(Damage), "R", "line too old", "lines dated and drawn", Known).Problems.Select(p => p.Code).ToList();
        Assert.Contains("not-frozen", open);
        Assert.Contains("not-told", open);

        var told = State(Damage, [.. State(Damage).Notify.Select(n => NewLogEntry.Now(Known, "R", new MishapNotified(n.Line.Key, "x", "telephone"))), NewLogEntry.Now(Known, "R", new RecordsFrozen(["all"]))]);
        Assert.True(MishapRules.Close(told, "R", "line too old", "lines dated and drawn", Known).Succeeded);
    }
}
