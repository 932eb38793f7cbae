using System.Collections.Immutable;
using System.Text;
using NodaTime;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Stewardship;

/// <summary>Steps and who answers for them, wishes, talks and requests.</summary>
public sealed class CareTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 18, 14, 32);
    private static readonly OrganizationId Home = new("home"), Broker = new("broker");
    private static readonly PersonId Ana = new("ana"), Bo = new("bo");

    [Fact]
    public void All_174_steps_of_the_table_are_read_and_say_what_they_rest_on()
    {
        var steps = JourneyTemplates.Read(SampleData.Bytes("journey-templates.csv")).Value;
        Assert.Equal(174, steps.Length);
        Assert.Equal(8, steps.Select(s => s.Template).Distinct().Count());
        Assert.All(steps, s => Assert.NotEmpty(s.Basis));
    }

    [Theory]
    [InlineData("self-paying-station,2,contemplate,E,14,E+14 d", "self-paying-station,3,contemplate,E,14,E+14 d", "wrong-order")]
    [InlineData("self-paying-station,2,contemplate,E,14,E+14 d", "self-paying-station,2,contemplate,X,14,E+14 d", "unknown-anchor")]
    [InlineData("self-paying-station,2,contemplate,E,14,E+14 d", "self-paying-station,2,contemplate,E,15,E+14 d", "dates-differ")]
    [InlineData("self-paying-station,2,contemplate,E,14,E+14 d", "self-paying-station,2,dreaming,E,14,E+14 d", "unknown-value")]
    [InlineData("self-paying-station,2,contemplate,E,14,E+14 d", "self-paying-station,2,contemplate,E,soon,E+14 d", "not-a-number")]
    public void A_planted_fault_is_named_with_file_line_and_field(string was, string planted, string code)
    {
        var text = Encoding.UTF8.GetString(SampleData.Bytes("journey-templates.csv")).Replace(was, planted, StringComparison.Ordinal);
        var problem = JourneyTemplates.Read(Encoding.UTF8.GetBytes(text)).Problems.First(p => p.Code == code);
        Assert.Equal("journey-templates.csv", problem.Where.File);
        Assert.InRange(problem.Where.Line ?? 0, 3, 4);
        Assert.NotNull(problem.Where.Field);
    }

    [Theory]
    [InlineData(CoverageFinding.None)]
    [InlineData(CoverageFinding.Unaccepted, "ana@home")]
    [InlineData(CoverageFinding.Covered, "ana@home+")]
    [InlineData(CoverageFinding.Many, "ana@home+", "bo@broker+")]
    [InlineData(CoverageFinding.BrokerOnly, "bo@broker+")]
    public void A_step_has_exactly_one_accepted_party_or_a_finding(CoverageFinding expected, params string[] named)
    {
        var holders = named.Select(n => n.TrimEnd('+').Split('@')).Zip(named, (p, n) => new StepHolder("j/1", new(p[1]), new(p[0]), n.EndsWith('+') ? Now : null));
        var coverage = Coverage.Of(new("m1", new("m1"), ["j"], [.. holders]), [AStep("provider")], new HashSet<OrganizationId> { Broker });
        Assert.Equal(expected, Assert.Single(coverage.Cells).Finding);
        Assert.Equal(expected == CoverageFinding.Covered ? 1 : 0, coverage.Share);
    }

    [Fact]
    public void Only_the_one_who_is_named_accepts_a_step()
    {
        var of = new MissionAccountability("m1", new("m1"), ["j"], [new("j/1", Home, Ana)]);
        Assert.Equal("not-named", Assert.Single(AccountabilityRules.Accept(of, "j/1", Bo, Now).Problems).Code);
        var accepted = AccountabilityRules.Accept(of, "j/1", Ana, Now).Value;
        Assert.Equal("already-accepted", Assert.Single(AccountabilityRules.Accept(accepted, "j/1", Ana, Now).Problems).Code);
    }

    [Fact]
    public void A_wish_is_asked_once_and_changed_only_when_they_say_so()
    {
        var told = ImmutableArray.Create(Entry("wishes/m1", Now, new WishRecorded(WishTopic.Dining, "Tea.", "Juniper")));
        Assert.Equal("already-asked", Assert.Single(WishRules.Record(told, WishTopic.Dining, "Coffee.", "Juniper", changes: false).Problems).Code);
        Assert.Equal("already-asked", Assert.Single(WishRules.Record(told, WishTopic.Dining, "Tea.", "Juniper", changes: true).Problems).Code);
        Assert.Equal("Coffee.", WishRules.Record(told, WishTopic.Dining, "Coffee.", "Juniper", changes: true).Value.Words);
        Assert.DoesNotContain(WishTopic.Dining, WishRules.StillToAsk(told));
    }

    [Fact]
    public void A_promise_drawn_from_a_talk_takes_its_weight_and_leaves_the_rest_in_proportion()
    {
        var mission = new CustomerMission(new("m1"), "Juniper", CustomerKind.Participant, null, null, null, null, Posture.Public, null, false, "To see it.", []);
        var rules = SampleCampaigns.Rules;
        Promise Old(string id, double weight) => new(new(id), mission.Id, rules[0].Id, $"words {id}", PromiseKind.Stated, PromiseMoment.Calm, "a", "b", Now, weight, PromiseTerms.None);
        var said = new SaidPromise("You hear it first.", rules[1].Id, PromiseKind.Stated, PromiseMoment.Charged, "Ana", "Juniper", 0.2, PromiseTerms.None);

        var drawn = TalkRules.Draw(said, mission, [Old("p1", 0.75), Old("p2", 0.25)], rules, Now).Value;

        Assert.Equal(1, drawn.Sum(p => p.Weight), 9);
        Assert.Equal([0.6, 0.2, 0.2], drawn.Select(p => Math.Round(p.Weight, 9)));
        Assert.Equal(["unknown-rule", "wrong-weight"], TalkRules.Draw(said with { Words = "Another.", Rule = "EX-999", Weight = 1.5 }, mission, drawn, rules, Now).Problems.Select(p => p.Code));
    }

    [Fact]
    public void Only_a_customers_message_starts_a_clock_resolving_stops_it_and_late_stays_late()
    {
        var start = Instant.FromUtc(2027, 2, 17, 10, 0);
        Instant At(double hours) => start + Duration.FromHours(hours);
        var request = Read(
            Entry("request/m1-1", At(0), new GroundRequestOpened(RequestVoice.Customer, "May we?", "Ana", "message")),
            Entry("request/m1-1", At(3), new GroundRequestAnswered("Yes.")),
            Entry("request/m1-1", At(4), new GroundRequestAnswered("And more.")),
            Entry("request/m1-1", At(5), new GroundRequestAsked("When?")),
            Entry("request/m1-1", At(5.5), new GroundRequestResolved("Done.")));

        Assert.Equal([true, false], request.Clocks.Select(c => c.Late));
        Assert.Equal([true, false], request.Clocks.Select(c => c.First));
        Assert.Null(request.Running);
        Assert.True(request.EverLate);
        Assert.Empty(Read(Entry("request/m1-1", At(0), new GroundRequestOpened(RequestVoice.Steward, "We ask ourselves.", "Ana", "message"))).Clocks);
    }

    [Fact]
    public void While_we_wait_for_someone_else_the_clock_waits_too()
    {
        var start = Instant.FromUtc(2027, 2, 17, 10, 0);
        var request = Read(
            Entry("request/m1-1", start, new GroundRequestOpened(RequestVoice.Customer, "May we?", "Ana", "message")),
            Entry("request/m1-1", start + Duration.FromHours(1), new GroundRequestPaused("asked the laboratory")),
            Entry("request/m1-1", start + Duration.FromHours(4), new GroundRequestResumed()));
        Assert.Equal(start + Duration.FromHours(5), request.Running!.Due);
    }

    [Fact]
    public void A_request_is_not_answered_after_it_is_resolved_and_never_lacks_an_owner()
    {
        var opened = Entry("request/m1-1", Now, new GroundRequestOpened(RequestVoice.Customer, "May we?", "Ana", "message"));
        var resolved = Entry("request/m1-1", Now, new GroundRequestResolved("Done."));
        Assert.Equal("already-resolved", Assert.Single(GroundRequests.Follow([opened, resolved], new GroundRequestAnswered("Yes")).Problems).Code);
        Assert.True(GroundRequests.Follow([opened, resolved], new GroundRequestAsked("Again?")).Succeeded);
        Assert.Equal("no-owner", Assert.Single(GroundRequests.Follow([opened], new GroundRequestHandedOver(" ")).Problems).Code);
        Assert.Equal("unknown-request", Assert.Single(GroundRequests.Follow([], new GroundRequestAnswered("Yes")).Problems).Code);
    }

    private static GroundRequest Read(params ImmutableArray<LogEntry> entries) =>
        GroundRequests.One(entries, (_, _) => (new(WorkingCalendar.OfficeHours("UTC")), ServiceStandard.Ground), Instant.FromUtc(2027, 2, 17, 16, 0))!;

    private static LogEntry Entry(string stream, Instant at, ILogEvent what) => new(Compartment.Operations, stream, 1, at, at, "Ana", what, "", "");

    private static JourneyStep AStep(string accountable) => new("j/1", "j", 1, "align", JourneyAnchor.Launch, -10, "L-10 d", "A step", "steward", accountable, "video", "guest", "why", "calm", null, null, "done", true, "judged");
}
