using NodaTime;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Primitives;
using static OneFlight.Tests.FlightControl.AControl;

namespace OneFlight.Tests.FlightControl;

public sealed class CountTests
{
    private static Instant Before(int minutes) => T0 - Duration.FromMinutes(minutes);
    private static NewLogEntry By(Instant at, ILogEvent what) => NewLogEntry.Now(at, "Director", what);
    private static string Refusal(Result<System.Collections.Immutable.ImmutableArray<NewLogEntry>> result) => Assert.Single(result.Problems).Code;

    [Fact]
    public void Without_a_count_the_clock_runs_to_the_planned_liftoff()
    {
        var clock = State([], Before(130)).Clock;

        Assert.Equal((CountPhase.NotStarted, Duration.FromMinutes(130)), (clock.Phase, clock.Remaining));
    }

    [Fact]
    public void A_hold_stops_the_clock_and_moves_the_liftoff_by_as_long_as_it_lasts()
    {
        NewLogEntry[] held = [Started(), By(Before(60), new HoldCalled("wind"))];

        Assert.Equal(Duration.FromMinutes(60), State(held, Before(50)).Clock.Remaining);
        var released = State([.. held, By(Before(45), new HoldReleased())], Before(45)).Clock;
        Assert.Equal((Duration.FromMinutes(60), Duration.FromMinutes(15)), (released.Remaining, released.Moved));
    }

    [Fact]
    public void A_recycle_sets_the_clock_back_and_holds_until_it_is_released()
    {
        NewLogEntry[] recycled = [Started(), By(Before(5), new CountRecycled(Duration.FromMinutes(35), "valve"))];

        Assert.Equal((CountPhase.Holding, Duration.FromMinutes(35)), (State(recycled, Before(2)).Clock.Phase, State(recycled, Before(2)).Clock.Remaining));
        Assert.Equal(T0 + Duration.FromMinutes(35), State([.. recycled, By(T0, new HoldReleased())], T0).Clock.Liftoff);
        Assert.Equal("wrong-recycle", Refusal(ControlRules.Recycle(State([Started()], Before(30)), DirectorActs, Duration.FromMinutes(10), "valve")));
    }

    [Fact]
    public void The_phases_say_what_is_past_and_what_is_next()
    {
        var state = State([Started()], Before(50));

        Assert.Equal(RowTime.Next, state.Phases.Single(p => p.Phase.Id == "CD-18").Time);
        Assert.Equal(RowTime.Past, State([Started()], Before(10)).Phases.Single(p => p.Phase.Id == "CD-18").Time);
    }

    [Fact]
    public void After_liftoff_the_phases_hang_on_the_actual_time()
    {
        var state = State([Started(), By(T0 + Duration.FromSeconds(30), new PhaseReached(FlightPhase.Liftoff, null))], T0 + Duration.FromSeconds(40));

        Assert.Equal(CountPhase.Flying, state.Clock.Phase);
        Assert.Equal(T0 + Duration.FromSeconds(88), state.Phases.Single(p => p.Phase.Id == "AS-02").Expected);
        Assert.Equal(Duration.FromSeconds(30), state.Phases.Single(p => p.Phase.Id == FlightPhase.Liftoff).Late);
    }

    [Fact]
    public void A_scrub_after_liftoff_and_a_liftoff_before_T_0_are_refused()
    {
        var flying = State([Started(), By(T0, new PhaseReached(FlightPhase.Liftoff, null))], T0 + Duration.FromMinutes(1));

        Assert.Equal("after-liftoff", Refusal(ControlRules.Scrub(flying, DirectorActs, "weather", "too late")));
        Assert.Equal("before-liftoff", Refusal(ControlRules.ReachPhase(State([Started()], Before(1)), DirectorActs, FlightPhase.Liftoff, null, null)));
    }

    [Fact]
    public void After_a_scrub_a_new_attempt_starts_with_no_steps_values_or_votes()
    {
        NewLogEntry[] first = [Started(), Seen(Before(50), 18), Opened(Before(45)), By(Before(40), new CountScrubbed("weather", "lightning"))];

        Assert.Equal(CountPhase.Scrubbed, State(first, Before(39)).Clock.Phase);
        var second = State([.. first, By(Before(20), new CountStarted(T0, 2))], Before(19));
        Assert.Equal((2, CriterionCondition.NotSeen), (second.Clock.Attempt, second.Criteria.Single().Condition));
        Assert.Empty(second.Polls);
    }

    [Fact]
    public void A_blocked_flight_is_not_counted_down()
    {
        var book = Book() with { Blocks = [new("M/F-1", Flight, "M", "mishap", Before(9000))] };

        Assert.Equal("flight-blocked", Refusal(ControlRules.StartCount(State([], Before(300), book), DirectorActs)));
        Assert.True(ControlRules.StartCount(State([], Before(300)), DirectorActs).Succeeded);
    }

    [Fact]
    public void A_value_from_the_future_or_older_than_the_last_is_refused()
    {
        var state = State([Started(), Seen(Before(50), 18)], Before(49));

        Assert.Equal("later-than-now", Refusal(ControlRules.SeeValue(state, WeatherActs, "WX-01", 18, Before(48), null)));
        Assert.Equal("older-than-seen", Refusal(ControlRules.SeeValue(state, WeatherActs, "WX-01", 18, Before(51), null)));
        Assert.Equal("no-seat", Refusal(ControlRules.SeeValue(state, new(Other, "Other", false), "WX-01", 18, null, null)));
        Assert.True(ControlRules.SeeValue(state, WeatherActs, "WX-01", 18, null, null).Succeeded);
    }

    [Fact]
    public void What_is_not_waivable_is_waived_by_nobody_and_what_is_only_by_the_director_with_a_word()
    {
        var conditional = State([Started()], Before(50), Book([Wind(waivable: Waivable.Conditional)]));

        Assert.Equal("not-waivable", Refusal(ControlRules.Waive(State([Started()], Before(50)), DirectorActs, "WX-01", "we want to go")));
        Assert.Equal("not-director", Refusal(ControlRules.Waive(conditional, WeatherActs, "WX-01", "mills quiet")));
        Assert.Equal("missing-value", Refusal(ControlRules.Waive(conditional, DirectorActs, "WX-01", "")));
        Assert.True(ControlRules.Waive(conditional, DirectorActs, "WX-01", "mills quiet for 30 min").Succeeded);
    }

    [Fact]
    public void A_changed_criterion_is_not_known_until_it_is_agreed_again() =>
        Assert.Equal(CriterionCondition.Changed, State([Started(), Seen(Before(50), 18)], Before(50), Book([Wind() with { Agreed = false }])).Criteria.Single().Condition);

    [Fact]
    public void Steps_are_signed_in_order_by_the_seat_and_by_two_where_two_are_needed()
    {
        NewLogEntry[] one = [Started(), By(Before(90), new StepDone("count", 1, "S1", Director, null, null))];
        NewLogEntry[] begun = [.. one, By(Before(80), new StepDone("count", 1, "S2", Director, null, null))];

        Assert.Equal("out-of-order", Refusal(ControlRules.DoStep(State([Started()], Before(90)), DirectorActs, "count", "S2", null, null)));
        Assert.Equal("not-the-seat", Refusal(ControlRules.DoStep(State([Started()], Before(90)), WeatherActs, "count", "S1", null, null)));
        Assert.Equal("step-done", Refusal(ControlRules.DoStep(State(one, Before(90)), DirectorActs, "count", "S1", null, null)));
        Assert.Equal("one-person", Refusal(ControlRules.DoStep(State(begun, Before(79)), DirectorActs, "count", "S2", null, null)));
        Assert.Equal("S2", State(begun, Before(79)).Procedures.Single().Next?.Id);
        var seconded = ControlRules.DoStep(State(begun, Before(79)), WeatherActs, "count", "S2", null, null);
        Assert.IsType<StepSeconded>(Assert.Single(seconded.Value).Event);
    }

    [Fact]
    public void A_measure_beyond_its_limits_a_wait_that_is_not_over_and_a_poll_that_is_not_GO_do_not_pass()
    {
        NewLogEntry[] two = [Started(), By(Before(90), new StepDone("count", 1, "S1", Director, null, null)), By(Before(80), new StepDone("count", 1, "S2", Director, null, null)), By(Before(79), new StepSeconded("count", 1, "S2", Weather))];
        NewLogEntry[] three = [.. two, By(Before(78), new StepDone("count", 1, "S3", Director, 0.4, null))];
        NewLogEntry[] four = [.. three, By(Before(35), new StepDone("count", 1, "S4", Director, null, null))];

        Assert.Equal("beyond-limits", Refusal(ControlRules.DoStep(State(two, Before(78)), DirectorActs, "count", "S3", 0.9, null)));
        Assert.True(ControlRules.DoStep(State(two, Before(78)), DirectorActs, "count", "S3", 0.8, null).Succeeded);
        Assert.Equal("too-early", Refusal(ControlRules.DoStep(State(three, Before(36)), DirectorActs, "count", "S4", null, null)));
        Assert.True(ControlRules.DoStep(State(three, Before(35)), DirectorActs, "count", "S4", null, null).Succeeded);
        Assert.Equal("poll-not-go", Refusal(ControlRules.DoStep(State(four, Before(34)), DirectorActs, "count", "S5", null, null)));
    }

    [Fact]
    public void A_procedure_that_is_not_released_is_not_run() =>
        Assert.Equal("not-released", Refusal(ControlRules.DoStep(State([Started()], Before(90), Book(procedure: Count with { ReleasedAt = null })), DirectorActs, "count", "S1", null, null)));

    [Fact]
    public void A_contingency_closes_when_its_first_actions_are_done_and_its_exit_is_said()
    {
        NewLogEntry[] open = [Started(), By(Before(30), new ContingencyOpened("K1", "C15", "lightning"))];
        NewLogEntry[] acted = [.. open, By(Before(29), new FirstActionDone("K1", 1, Director)), By(Before(28), new FirstActionDone("K1", 2, Director))];

        Assert.Equal("contingency-open", Refusal(ControlRules.OpenContingency(State(open, Before(29)), DirectorActs, "K2", "C15", "again")));
        Assert.Equal("actions-open", Refusal(ControlRules.CloseContingency(State(open, Before(29)), DirectorActs, "K1", "crew out")));
        Assert.True(ControlRules.CloseContingency(State(acted, Before(27)), DirectorActs, "K1", "crew out").Succeeded);
    }

    [Fact]
    public void A_request_answered_after_its_time_stays_late()
    {
        var asked = ControlRules.AskRequest(State([], T0), DirectorActs, "R1", true, "Guest Thistle", "comfort", "A darker cabin", null).Value.Single();
        NewLogEntry[] taken = [asked, By(T0, new BoardRequestTaken("R1", Director))];

        Assert.Equal("no-owner", Refusal(ControlRules.AnswerRequest(State([asked], T0), DirectorActs, "R1", "done")));
        var late = State([.. taken, By(T0 + Duration.FromMinutes(61), new BoardRequestAnswered("R1", "done"))], T0 + Duration.FromDays(2)).Requests.Single();
        Assert.True(late.IsLate(T0 + Duration.FromDays(2)));
        Assert.False(State([.. taken, By(T0 + Duration.FromMinutes(60), new BoardRequestAnswered("R1", "done"))], T0 + Duration.FromDays(2)).Requests.Single().IsLate(T0 + Duration.FromDays(2)));
    }

    [Fact]
    public void Protected_time_is_broken_only_with_the_surgeons_word()
    {
        NewLogEntry[] running = [Started(), By(T0, new ProtectedTimeBegun("sleep", "Sleep", T0 + Duration.FromHours(8)))];

        Assert.Equal("missing-value", Refusal(ControlRules.InterruptProtected(State(running, T0), DirectorActs, "sleep", "a call", "")));
        Assert.True(ControlRules.InterruptProtected(State(running, T0), DirectorActs, "sleep", "a call", "Surgeon, by voice").Succeeded);
    }
}
