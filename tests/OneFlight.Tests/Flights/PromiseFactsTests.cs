using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.Tests.Flights;

/// <summary>Each fact on a small plan whose value can be reckoned by hand.</summary>
public sealed class PromiseFactsTests
{
    private static readonly Instant Launch = Instant.FromUtc(2027, 6, 1, 12, 0);
    private static readonly Instant Landing = Launch + Duration.FromDays(16);
    private static Instant Day(double days) => Launch + Duration.FromDays(days);
    private static PromiseTerms Window(double from, double to) => new(new Interval(Day(from), Day(to)));

    private static PlannedActivity Act(string id, double startDay, double hours) =>
        new(new(id), Day(startDay), Day(startDay) + Duration.FromHours(hours), ActivityStatus.Planned);

    private static Flight AFlight(params PlannedActivity[] activities) => AFlight(docked: true, activities);

    private static Flight AFlight(bool docked, params PlannedActivity[] activities) => new(
        new("HALCYON-01"), "HALCYON-01", FlightKind.PrivateMission, "t",
        new(Launch, null, null, null, Duration.Zero, Duration.Zero, docked ? new StationId("S") : null, [], [], [], []), [],
        new(Launch, docked ? Day(1) : null, docked ? Day(15) : null, Landing, new("C-1"), null, [], [.. activities], []));

    private static MissionTemplate ATemplate(string activity, string resource) => new("t", "t",
    [
        new(new(activity), activity, "activity", Anchor.Launch, Duration.Zero, Duration.Zero, Duration.Zero, Duration.Zero,
            [new ResourceId(resource)], [], [], SlipBehavior.Floats, "H"),
    ]);

    private static double? Measure(string fact, Flight flight, PromiseTerms? terms = null, MissionTemplate? template = null) =>
        PromiseFacts.Measure(fact, flight, template, terms ?? PromiseTerms.None);

    [Theory]
    [InlineData(-3, 4, -3)]
    [InlineData(2, 9, 2)]
    [InlineData(-9, -5, 5)]
    public void A_launch_is_measured_against_the_nearer_end_of_the_told_window(double from, double to, double expected) =>
        Assert.Equal(expected, Measure("launch-outside-window-days", AFlight(), Window(from, to)));

    [Fact]
    public void A_launch_and_a_landing_are_measured_against_a_promised_date()
    {
        Assert.Equal(14, Measure("launch-past-date-days", AFlight(), new(By: Day(-14))));
        Assert.Equal(-2, Measure("return-slip-days", AFlight(), new(By: Day(18))));
    }

    [Fact]
    public void A_stay_is_docked_time_or_the_whole_free_flight()
    {
        Assert.Equal(0.5, Measure("stay-beyond-bought-days", AFlight(), new(Amount: 13.5)));
        Assert.Equal(13, Measure("stay-beyond-bought-days", AFlight(docked: false), new(Amount: 3)));
    }

    [Fact]
    public void A_slot_half_before_arrival_is_half_on_board() =>
        Assert.Equal(50, Measure("slot-on-board-percent", AFlight(), Window(0.5, 1.5)));

    [Fact]
    public void Quarantine_lasts_until_the_launch_even_when_its_planned_end_is_earlier() =>
        Assert.Equal(20, Measure("quarantine-days", AFlight(Act("P-QUAR", -20, 336))));

    [Fact]
    public void Training_blocks_that_leave_the_diary_are_counted()
    {
        var flight = AFlight(Act("P-TRNACAD", -200, 240), Act("P-SIMBLK1", -100, 240), Act("P-SURVTRN", -50, 16), Act("P-MATE", -9, 10));
        Assert.Equal(1, Measure("training-blocks-outside-window-count", flight, Window(-200, -55)));
        Assert.Equal(2, Measure("training-blocks-outside-window-count", flight, Window(-200, -95)));
    }

    [Fact]
    public void Late_load_counts_from_its_end_and_from_its_last_attempt() =>
        Assert.Equal(14, Measure("late-load-end-hours", AFlight(Act("C-LATE", -3, 10), Act("C-LATE", -1, 10))));

    [Fact]
    public void Tasks_of_the_first_day_count_only_outside_the_protected_time() =>
        // Arrival on day 1; two hours before the protected time begins and one after it ends.
        Assert.Equal(180, Measure("first-day-task-minutes", AFlight(Act("P-ADAPT", 1 + (4.0 / 24), 19), Act("P-UNLOAD", 1 + (2.0 / 24), 40))));

    [Fact]
    public void Free_waking_time_is_two_thirds_of_what_no_task_takes()
    {
        // 14 days docked, 13 of them research: 24 h left.
        Assert.Equal(16, Measure("unassigned-waking-hours", AFlight(Act("P-RESEARCH", 2, 13 * 24))));
        Assert.Null(Measure("unassigned-waking-hours", AFlight(docked: false, Act("T-EXPDAY", 1, 24))));
    }

    [Fact]
    public void The_longest_free_time_loses_eight_hours_of_sleep_a_day() =>
        // Gaps of 10 h and 12 h.
        Assert.Equal(240, Measure("longest-unassigned-minutes", AFlight(Act("P-RESEARCH", 1 + (10.0 / 24), (14 * 24) - 22))));

    [Fact]
    public void Reserved_hours_are_read_from_what_the_template_asks_for()
    {
        var flight = AFlight(Act("T-EXPDAY", 2, 50));
        Assert.Equal(50, Measure("dome-reserved-hours", flight, template: ATemplate("T-EXPDAY", "dome")));
        Assert.Null(Measure("dome-reserved-hours", flight, template: ATemplate("T-EXPDAY", "capsule")));
        Assert.Null(Measure("dome-reserved-hours", flight));
        Assert.Equal(24 * 60, Measure("call-time-day-two-minutes", flight, template: ATemplate("T-EXPDAY", "comm-passes")));
    }

    [Fact]
    public void An_experiment_runs_between_unloading_and_reloading_or_through_the_program()
    {
        Assert.Equal(50, Measure("experiment-hours-percent", AFlight(Act("C-UNLOAD", 1, 24), Act("C-RELOAD", 12, 24)), new(Amount: 480)));
        Assert.Equal(125, Measure("experiment-hours-percent", AFlight(Act("P-RESEARCH", 2, 100)), new(Amount: 80)));
    }

    [Fact]
    public void Research_after_departure_does_not_count() =>
        Assert.Equal(50, Measure("research-hours-percent", AFlight(Act("P-RESEARCH", 14, 100)), new(Amount: 48)));

    [Fact]
    public void What_follows_a_landing_is_measured_from_it()
    {
        var flight = AFlight(Act("C-RECOV", 16, 24), Act("C-COCDEL", 18, 240), Act("P-STORY", 30, 720), Act("P-AFTERCR", 26, 900));
        Assert.Equal(24, Measure("sample-handover-hours", flight));
        Assert.Equal(12, Measure("certificate-days", flight));
        Assert.Equal(12, Measure("object-return-days", flight));
        Assert.Equal(44, Measure("object-return-days", AFlight(Act("P-STORY", 30, 720))));
        Assert.Equal(44, Measure("story-delivery-days", flight));
        Assert.Equal(10, Measure("care-start-days", flight));
    }

    [Theory]
    [InlineData(6.9, 1)]
    [InlineData(7.1, 0)]
    public void Public_work_in_the_first_week_is_counted(double daysAfterLanding, double expected) =>
        Assert.Equal(expected, Measure("public-work-first-week-count", AFlight(Act("P-STORY", 16 + daysAfterLanding, 5)), template: ATemplate("P-STORY", "media")));

    [Fact]
    public void Without_plan_terms_or_activity_no_fact_tells_anything()
    {
        var unplanned = AFlight() with { Plan = null };
        var template = ATemplate("P-STORY", "media");
        var terms = new PromiseTerms(new Interval(Day(-1), Day(1)), Day(1), 1);
        Assert.All(PromiseFacts.ByName.Keys, fact => Assert.Null(PromiseFacts.Measure(fact, unplanned, template, terms)));
        Assert.All(PromiseFacts.ByName.Keys, fact => Assert.Null(PromiseFacts.Measure(fact, AFlight(), template, PromiseTerms.None)));
        Assert.Null(Measure("no-such-fact", AFlight(), terms));
    }

    [Fact]
    public void A_cancelled_flight_tells_nothing() =>
        Assert.Null(Measure("launch-past-date-days", AFlight() with { Cancelled = new(Launch, "sold out of pads") }, new(By: Day(1))));

    [Theory]
    [InlineData("launch-30", -30)]
    [InlineData("arrival+1", 2)]
    [InlineData("departure", 15)]
    [InlineData("landing+0.5", 16.5)]
    public void A_due_date_follows_its_anchor(string due, double expected) =>
        Assert.Equal(Day(expected), PromiseDue.Due(ARule(due), AFlight()));

    [Fact]
    public void A_rule_without_anchor_is_due_at_no_instant()
    {
        Assert.Null(PromiseDue.Due(ARule(null), AFlight()));
        Assert.Null(PromiseDue.Due(ARule("launch"), AFlight() with { Plan = null }));
        Assert.Equal(Launch, PromiseDue.Due(ARule("arrival"), AFlight(docked: false)));
    }

    private static PromiseRule ARule(string? due) => new(
        "EX-1", "a rule", "schedule", "days", DecidedBy.Record, null, Comparison.AtMost, 0, 1, 0, 0, [], due);
}
