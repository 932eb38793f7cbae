using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using static OneFlight.Tests.Campaigns.TestCampaign;

namespace OneFlight.Tests.Campaigns.Planning;

public class ActivityTests
{
    private static readonly string[] Sim = ["sim"];

    private static Campaign Planned(Campaign campaign, double now = -100) => Planner.Plan(campaign, PlanningRequest.At(Day(now))).Plan;

    private static Campaign With(params ActivityTemplate[] activities) =>
        Planned(ACampaign([AFlight("A", 100, template: "t")], templates: [ATemplate(activities)]));

    private static Campaign Slipped(Campaign campaign, double by, double now) => Slipped(campaign, "A", by, now).Plan;

    private static PlanningAnswer Slipped(Campaign campaign, string id, double by, double now)
    {
        var flight = campaign.Flights.Single(f => f.Id.Value == id);
        var to = flight.Plan!.Launch + Duration.FromDays(by);
        return Planner.Plan(campaign, new(Day(now), [new(flight.Id, to, to, true, flight.Thing, "slip")], WhoYields.Moved, []));
    }

    private static PlannedActivity Find(Campaign campaign, string activity, string flight = "A") =>
        campaign.Flights.Single(f => f.Id.Value == flight).Plan!.Activities.Single(a => a.Id.Value == activity);

    [Theory]
    [InlineData(SlipBehavior.MovesWithLaunch, 99)]
    [InlineData(SlipBehavior.RepeatEachAttempt, 99)]
    [InlineData(SlipBehavior.DailyRefresh, 99)]
    [InlineData(SlipBehavior.MovesUntilBegunThenExtends, 99)]
    [InlineData(SlipBehavior.RecheckOnVehicleOrHazardChange, 99)]
    [InlineData(SlipBehavior.Floats, 90)]
    [InlineData(SlipBehavior.Fixed, 90)]
    [InlineData(SlipBehavior.FixedDeadline, 90)]
    public void What_has_not_begun_does_on_a_slip_what_its_behavior_says(SlipBehavior behavior, double day)
    {
        var after = Slipped(With(AnActivity("X", -10, slip: behavior)), by: 9, now: 0);

        Assert.Equal(Day(day), Find(after, "X").Start);
        Assert.Equal(Day(day + 1), Find(after, "X").End);
    }

    [Theory]
    [InlineData(SlipBehavior.MovesWithLaunch, 9, 90)]
    [InlineData(SlipBehavior.RepeatEachAttempt, 9, 99)]
    [InlineData(SlipBehavior.RepeatIfScrubOver48Hours, 1.9, 90)]
    [InlineData(SlipBehavior.RepeatIfScrubOver48Hours, 3, 93)]
    [InlineData(SlipBehavior.RepeatIfSlipOver30Days, 30, 90)]
    [InlineData(SlipBehavior.RepeatIfSlipOver30Days, 31, 121)]
    public void What_is_done_stays_or_is_done_again(SlipBehavior behavior, double by, double day)
    {
        var after = Slipped(With(AnActivity("X", -10, slip: behavior)), by, now: 91.5);

        Assert.Equal(Day(day), Find(after, "X").Start);
        Assert.Equal(day > 91.5 ? ActivityStatus.Planned : ActivityStatus.Done, Find(after, "X").Status);
    }

    [Fact]
    public void A_quarantine_that_has_begun_keeps_its_start_and_lasts_until_the_launch()
    {
        var after = Slipped(With(AnActivity("QUAR", -14, 14, SlipBehavior.MovesUntilBegunThenExtends)), by: 9, now: 90);

        Assert.Equal(new PlannedActivity(new("QUAR"), Day(86), Day(109), ActivityStatus.Begun), Find(after, "QUAR"));
    }

    [Fact]
    public void A_landing_activity_moves_with_the_landing()
    {
        var after = Slipped(With(AnActivity("X", 2, anchor: Anchor.End, slip: SlipBehavior.MovesWithLanding)), by: 9, now: 0);

        Assert.Equal(Day(100 + 1 + 10 + 0.5 + 2 + 9), Find(after, "X").Start);
    }

    [Fact]
    public void A_floating_activity_moves_when_what_it_waits_for_moves()
    {
        var after = Slipped(With(AnActivity("X", -10), AnActivity("Y", -8, slip: SlipBehavior.Floats, after: "X")), by: 9, now: 0);

        Assert.Equal(Find(after, "X").End, Find(after, "Y").Start);
        Assert.Contains(after.Flights[0].Plan!.Why, b => b.Choice == "activity:Y" && b.Text.Contains("waits for X"));
    }

    [Fact]
    public void A_floating_activity_goes_to_the_nearest_time_its_resource_has_room()
    {
        var campaign = Planned(ACampaign(
            [AFlight("A", 100, template: "t"), AFlight("B", 100.5, earliest: 100.5, template: "t")],
            resources: [AResource("sim")], templates: [ATemplate(AnActivity("X", -10, slip: SlipBehavior.Floats, needs: Sim))]));

        Assert.Equal(Day(90), Find(campaign, "X").Start);
        Assert.Equal(Day(91), Find(campaign, "X", "B").Start);
    }

    [Fact]
    public void A_launch_waits_until_its_anchored_activities_have_room()
    {
        var campaign = Planned(ACampaign(
            [AFlight("A", 100, earliest: 100, template: "t"), AFlight("B", 100.5, earliest: 100.5, template: "t")],
            resources: [AResource("sim")], templates: [ATemplate(AnActivity("X", -10, needs: Sim))]));

        Assert.Equal(Day(101), campaign.Flights[1].Plan!.Launch);
        Assert.Contains(campaign.Flights[1].Plan!.Why, b => b.Choice == "launch" && b.Cause?.Id == "sim");
    }

    [Fact]
    public void Anothers_floating_activity_gives_way_to_an_anchored_one()
    {
        var floats = ATemplate(AnActivity("X", -10, slip: SlipBehavior.Floats, needs: Sim)) with { Id = "floats" };
        var campaign = Planned(ACampaign(
            [AFlight("A", 100, template: "t"), AFlight("B", 109, earliest: 109, template: "floats")],
            resources: [AResource("sim")], templates: [ATemplate(AnActivity("X", -10, needs: Sim)), floats]));

        var after = Slipped(campaign, "A", by: 9.5, now: 0).Plan;

        Assert.Equal(Day(99.5), Find(after, "X").Start);
        Assert.Equal(Day(98.5), Find(after, "X", "B").Start);
        Assert.Contains(after.Flights[1].Plan!.Why, b => b.Choice == "activity:X" && b.Cause == after.Flights[0].Thing);
    }

    [Fact]
    public void An_outage_of_a_resource_is_avoided()
    {
        var campaign = Planned(ACampaign(
            [AFlight("A", 100, template: "t")],
            resources: [AResource("sim", 2, AnOutage(89, 95))], templates: [ATemplate(AnActivity("X", -10, slip: SlipBehavior.Floats, needs: Sim))]));

        Assert.Equal(Day(88), Find(campaign, "X").Start);
    }

    [Fact]
    public void A_float_begins_only_while_its_resource_is_open()
    {
        var calendar = new WorkCalendar("UTC", [IsoDayOfWeek.Monday], new(8, 0), new(16, 0), []);
        var campaign = Planned(ACampaign(
            [AFlight("A", 100, template: "t"), AFlight("B", 103, template: "t", earliest: 103)],
            resources: [AResource("sim", 2) with { Calendar = calendar }], templates: [ATemplate(AnActivity("X", -10, slip: SlipBehavior.Floats, needs: Sim))]));

        // Day 90 is Monday 1 April 2030, midnight.
        Assert.Equal(Day(90) + Duration.FromHours(8), Find(campaign, "X").Start);
        Assert.Equal(Day(90) + Duration.FromHours(16) - Duration.FromMinutes(1), Find(campaign, "X", "B").Start);
    }

    [Fact]
    public void A_bound_that_a_float_can_take_up_moves_the_float_alone()
    {
        var campaign = With(AnActivity("LOAD", -10, slip: SlipBehavior.Floats), AnActivity("X", -2, after: "LOAD"));
        var flight = campaign.Flights[0];

        var after = Planner.Plan(campaign, new(Day(0), [], WhoYields.Moved, [new(flight.Id, new("LOAD"), Day(95), new("cargo", "c"), "the cargo comes late")])).Plan;

        Assert.Equal(Day(95), Find(after, "LOAD").Start);
        Assert.Equal(Day(100), after.Flights[0].Plan!.Launch);
        Assert.Contains(after.Flights[0].Plan!.Why, b => b.Choice == "activity:LOAD" && b.Cause?.Kind == "cargo");
    }

    [Fact]
    public void A_bound_that_nothing_takes_up_moves_the_launch_by_what_is_missing()
    {
        var campaign = With(AnActivity("LOAD", -10, slip: SlipBehavior.Floats), AnActivity("X", -2, after: "LOAD"));
        var flight = campaign.Flights[0];

        var after = Planner.Plan(campaign, new(Day(0), [], WhoYields.Moved, [new(flight.Id, new("LOAD"), Day(99), new("cargo", "c"), "the cargo comes late")])).Plan;

        Assert.Equal(Day(102), after.Flights[0].Plan!.Launch);
        Assert.Equal(Day(99), Find(after, "LOAD").Start);
        Assert.Contains(after.Flights[0].Plan!.Why, b => b.Choice == "launch" && b.Cause?.Kind == "cargo");
    }

    [Fact]
    public void A_flight_pulled_forward_stops_where_what_is_done_holds_it()
    {
        var campaign = With(AnActivity("P", -20, 10, SlipBehavior.Floats), AnActivity("X", -9, after: "P"));

        var after = Slipped(campaign, by: -5, now: 85);

        Assert.Equal(Day(99), after.Flights[0].Plan!.Launch);
    }
}
