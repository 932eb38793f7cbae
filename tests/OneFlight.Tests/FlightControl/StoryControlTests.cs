using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.FlightControl.Mishaps;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.FlightControl;

/// <summary>What the story shows of launch day, flight and a mishap.</summary>
public sealed class StoryControlTests
{
    private static readonly Lazy<(Campaign Campaign, ILookup<string, LogEntry> Log)> Made = new(() =>
    {
        var files = Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)SampleData.Bytes(f));
        var campaign = Story.Planned(1, 20, new(SampleData.Reference, files));
        return (campaign, Story.Log(campaign).GroupBy(e => e.Stream)
            .SelectMany(g => g.Select((e, i) => new LogEntry(e.Compartment, e.Stream, i + 1, e.Entry.At, e.Entry.KnownAt, e.Entry.Who, e.Entry.Event, "", ""))).ToLookup(e => e.Stream));
    });

    private static CountdownState State(string flight)
    {
        var (campaign, log) = Made.Value;
        var found = campaign.Flights.Single(f => f.Id.Value == flight);
        return CountdownState.At([.. log[$"control/{flight}"]], new(found, found.Plan!, campaign.Control, campaign.Qualifications), OperatorYear.AsOf);
    }

    [Fact]
    public void The_launch_day_flight_counts_with_steps_done_and_its_poll_not_yet_opened()
    {
        var state = State("CYGNET-04");

        Assert.Equal(CountPhase.Counting, state.Clock.Phase);
        Assert.Equal(7, state.Procedures.Single(p => p.Procedure.Id == "LAUNCH-DAY").DoneCount);
        Assert.All(state.Polls, p => Assert.True(p.Go && p.ClosedAt is not null, p.Words));
        Assert.DoesNotContain(state.Polls, p => p.Poll.Phase == "CD-18");
        Assert.Equal(["RG-01", "WX-01", "WX-09"], state.Criteria.Where(c => c.Condition == CriterionCondition.Stale).Select(c => c.Criterion.Id).Order());
        Assert.Equal(CriterionCondition.Flicker, state.Criteria.Single(c => c.Criterion.Id == "WX-10").Condition);
    }

    [Fact]
    public void Its_next_poll_is_GO_once_every_seat_has_fresh_values_and_votes()
    {
        var state = State("CYGNET-04");
        var director = new ConsoleActor(StoryStaff.FlightDirector, "Flight director", true);
        List<LogEntry> log = [.. Made.Value.Log["control/CYGNET-04"]];
        void Add(OneFlight.Primitives.Result<ImmutableArray<NewLogEntry>> added)
        {
            log.AddRange(added.Value.Select(e => new LogEntry(Compartment.Operations, "control/CYGNET-04", log.Count + 1, e.At, e.KnownAt, e.Who, e.Event, "", "")));
            state = CountdownState.At([.. log], state.Facts, OperatorYear.AsOf);
        }
        foreach (var criterion in state.Criteria.Where(c => c.Blocks && c.Criterion.Group != ControlStatement.ReturnWeather))
            Add(ControlRules.SeeValue(state, director, criterion.Criterion.Id, criterion.Criterion.Operator == CriterionOperator.AtLeast ? criterion.Criterion.Limit + 1 : criterion.Criterion.Limit, null, null));
        Add(ControlRules.OpenPoll(state, director, "P", "Propellant load?", "CD-18", [.. state.Criteria.Select(c => c.Criterion.Group).Where(g => g != ControlStatement.ReturnWeather).Distinct()]));
        foreach (var seat in state.Polls[^1].Seats) Add(ControlRules.Vote(state, new(seat.Seat.Holder, seat.Seat.Seat.Name, false), "P", seat.Seat.Seat.Id, VoteAnswer.Go, null));

        Assert.True(state.Polls[^1].Go, state.Polls[^1].Words);
    }

    [Fact]
    public void The_flight_on_orbit_has_phases_protected_time_and_two_requests()
    {
        var state = State("CYGNET-03");

        Assert.Equal(CountPhase.Flying, state.Clock.Phase);
        Assert.NotNull(state.Phases.Single(p => p.Phase.Id == FlightPhase.Docking).Actual);
        Assert.Contains(state.Protected, p => p.Standing == ProtectedStanding.Interrupted);
        Assert.Equal(2, state.Requests.Length);
        Assert.Contains(state.Requests, r => r.AnsweredAt is null);
    }

    [Theory]
    [InlineData("CYGNET-01")]
    [InlineData("CYGNET-02")]
    public void A_landed_flight_has_its_recovery_and_its_crew_in_other_hands(string flight)
    {
        var state = State(flight);

        Assert.Equal(CountPhase.Landed, state.Clock.Phase);
        Assert.Equal(4, state.HandedOver.Count);
        Assert.All(state.Phases.Where(p => p.Phase.Stretch == "recovery"), p => Assert.NotNull(p.Actual));
        Assert.All(state.Procedures, p => Assert.Null(p.Next));
    }

    [Fact]
    public void One_flight_was_scrubbed_once_before_it_flew()
    {
        Assert.Contains(Made.Value.Log["control/CYGNET-01"], e => e.Event is CountScrubbed);
        Assert.Equal(2, State("CYGNET-01").Clock.Attempt);
    }

    [Fact]
    public void A_mishap_without_injury_was_called_in_time_and_blocks_its_flight_until_it_is_closed()
    {
        var (campaign, log) = Made.Value;
        var mishap = MishapState.Of([.. log.Single(g => g.Key.StartsWith(MishapState.Streams, StringComparison.Ordinal))])!;

        Assert.False(mishap.Clocks.Single(c => c.Clock.Key == "call").IsLate(OperatorYear.AsOf));
        Assert.Null(mishap.ClosedAt);
        var row = CampaignStatement.Of(campaign, OperatorYear.AsOf).Things.Single(t => t.Id.Id.Contains(mishap.Id));
        Assert.Equal(GateLight.Red, ((GateState)row.Value).Light);
    }

    [Fact]
    public void Steps_and_criteria_light_the_hazards_that_point_at_them()
    {
        var lights = ControlStatement.Lights(Made.Value.Campaign.Control).ToDictionary();

        Assert.Equal(GateLight.Green, lights[new("step", "LAUNCH-DAY/HATCH")]);
        Assert.Equal(GateLight.Amber, lights[new("step", "PAD-EGRESS/PE-1")]);
        Assert.Equal(GateLight.Green, lights[new("criterion", "VH-03")]);
    }
}
