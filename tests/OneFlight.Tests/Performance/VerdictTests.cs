using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Primitives;

namespace OneFlight.Tests.Performance;

public class VerdictTests
{
    private static readonly Instant landed = Instant.FromUtc(2027, 3, 20, 12, 0), now = landed + Duration.FromDays(3);

    private static readonly CustomerMission mission = new(
        new("M"), "Mission Juniper", CustomerKind.Participant, new("F"), new("lab"), new("ada"), null, Posture.Silent, null, false, "To see the valley.",
        [new("c1", "An orbit undisturbed", true, "minutes", 0.6), new("c2", "I came back calmer", false, null, 0.4)]);

    private static Result<NewLogEntry> Measure(CriterionVerdict verdict = CriterionVerdict.Kept, string? figure = "94 minutes", CriterionVerdict felt = CriterionVerdict.CouldNotSay, Instant? at = null) =>
        VerdictRules.Technical(mission, landed, [new("c1", verdict, figure), new("c2", felt, null)], "cabin log", at ?? now, "director");

    private static Result<NewLogEntry> Say(VerdictForm form = VerdictForm.Spoken, string? witness = "the pilot", CriterionVerdict verdict = CriterionVerdict.Broken, string words = "I was spoken to.") =>
        VerdictRules.Customer(mission, landed, [new("c1", verdict, null), new("c2", CriterionVerdict.Kept, null)], words, form, "Guest Thistle", witness, now, "steward");

    private static Outcome After(params Result<NewLogEntry>[] given) => Outcome.Of(mission, [.. given.Select((g, i) =>
        new LogEntry(Compartment.Operations, "outcome/M", i + 1, g.Value.At, g.Value.At, g.Value.Who, g.Value.Event, "", ""))]);

    [Fact]
    public void Measured_kept_and_called_broken_both_stand()
    {
        var outcome = After(Measure(), Say());
        Assert.True(outcome.Disagree);
        Assert.Equal((CriterionVerdict.Kept, CriterionVerdict.Broken), (outcome.Criteria[0].Technical!.Verdict, outcome.Criteria[0].Customer!.Verdict));
        Assert.Equal((0.6, 0.4), (outcome.MeasuredWeight, outcome.KeptWeight));
    }

    [Fact]
    public void A_spoken_verdict_counts_when_a_second_person_heard_it_and_not_otherwise()
    {
        Assert.NotNull(After(Say(witness: "the pilot")).Customer);
        var alone = After(Say(witness: null));
        Assert.Null(alone.Customer);
        Assert.NotNull(alone.Unwitnessed);
        Assert.NotNull(After(Say(VerdictForm.Written, witness: null)).Customer);
    }

    [Fact]
    public void A_later_verdict_that_nobody_else_heard_does_not_replace_one_that_counts()
    {
        var outcome = After(Say(verdict: CriterionVerdict.Kept), Say(witness: null, verdict: CriterionVerdict.Broken));
        Assert.Equal(CriterionVerdict.Kept, outcome.Criteria[0].Customer!.Verdict);
        Assert.Equal(2, outcome.Unwitnessed!.Number);
        Assert.Equal(2, outcome.History.Length);
    }

    [Theory]
    [InlineData("steward")]
    [InlineData(" GUEST thistle ")]
    public void The_witness_is_a_second_person(string witness) => Assert.Equal("same-witness", Say(witness: witness).Problems.Single().Code);

    [Fact]
    public void Every_fault_of_a_verdict_is_told_and_nothing_is_kept()
    {
        Assert.Equal("no-figure", Measure(figure: " ").Problems.Single().Code);
        Assert.Equal("felt-criterion", Measure(felt: CriterionVerdict.Kept).Problems.Single().Code);
        Assert.Equal("not-landed", Measure(at: landed - Duration.FromHours(1)).Problems.Single().Code);
        Assert.Equal("no-words", Say(words: " ").Problems.Single().Code);
        Assert.Equal(["unknown-criterion", "missing-criterion", "missing-criterion", "no-evidence"],
            VerdictRules.Technical(mission, landed, [new("c9", CriterionVerdict.Kept, "1")], "", now, "d").Problems.Select(p => p.Code));
    }

    private static readonly Campaign campaign = Campaign.Empty(new("c"), "c") with
    {
        Missions = [mission],
        Flights = [new(new("F"), "F", FlightKind.PrivateMission, null, new(landed, null, null, null, default, default, null, [], [], [], []), [],
            new(landed - Duration.FromDays(9), null, null, landed, new("V"), null, [], [], []))],
    };

    private static readonly ThingId ada = new("person", "ada");

    private static Survey Answered(params Result<NewLogEntry>[] answers) => Survey.Of(campaign, mission, [.. answers.Select((a, i) =>
        new LogEntry(Compartment.Operations, "survey/M", i + 1, a.Value.At, a.Value.At, a.Value.Who, a.Value.Event, "", ""))]);

    [Fact]
    public void A_survey_answered_twice_is_refused_and_the_first_answer_stays()
    {
        var once = Answered(Answered().Answer(ada, 5, 10, "good", now, "Guest Thistle"));
        Assert.Equal("answered-twice", once.Answer(ada, 1, 0, null, now, "Guest Thistle").Problems.Single().Code);
        Assert.Equal(5, ((SurveyAnswered)once.AnswerOf(ada)!.Event).Overall);
    }

    [Theory]
    [InlineData("person", "eve", 5, 10, 0, "not-invited")]
    [InlineData("person", "ada", 6, 10, 0, "out-of-range")]
    [InlineData("person", "ada", 5, 11, 0, "out-of-range")]
    [InlineData("organization", "lab", 5, 10, -4, "not-landed")]
    public void An_answer_out_of_place_is_refused(string kind, string id, int overall, int recommend, int days, string code) =>
        Assert.Equal(code, Answered().Answer(new(kind, id), overall, recommend, null, now + Duration.FromDays(days), "w").Problems.Single().Code);

    [Fact]
    public void Someone_finds_the_surveys_they_are_asked_for_once_the_flight_has_landed()
    {
        Assert.Single(Survey.For(campaign, ada, [], now));
        Assert.Empty(Survey.For(campaign, ada, [], landed - Duration.FromDays(1)));
        Assert.Empty(Survey.For(campaign, new("person", "eve"), [], now));
    }
}
