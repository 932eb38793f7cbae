using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Training;
using static OneFlight.Tests.Training.AFlightInTraining;

namespace OneFlight.Tests.Training;

public sealed class SessionBookingTests
{
    [Fact]
    public void A_long_module_is_split_in_days_of_at_most_eight_hours_that_follow_each_other()
    {
        var campaign = Planned(AModule("M-1", hours: 20));
        Assert.Equal([1, 2, 3], campaign.Training.Sessions.Select(s => s.Part));
        Assert.All(campaign.Training.Sessions, s => Assert.Equal(20.0 / 3, s.Hours, 9));
        Assert.True(campaign.At("M-1.1").End <= campaign.At("M-1.2").Start && campaign.At("M-1.2").End <= campaign.At("M-1.3").Start);
    }

    [Fact]
    public void An_integrated_simulation_runs_in_one_piece() =>
        Assert.Equal(Duration.FromHours(30), Planned(AModule("M-1", hours: 30, block: "sim-integrated")).At("M-1.1") is var at ? at.End - at.Start : default);

    [Fact]
    public void Seats_share_a_session_up_to_the_ratio()
    {
        Assert.Equal([1, 2], Assert.Single(Planned(AModule("M-1")).Training.Sessions).Seats);
        Assert.Equal(["M-1.a1", "M-1.b1"], Planned(AModule("M-1", trainees: 1)).Training.Sessions.Select(s => s.Activity.Value));
    }

    [Fact]
    public void Only_those_whose_role_takes_a_module_are_booked_for_it() =>
        Assert.Equal([1], Assert.Single(Planned(AModule("M-1") with { Roles = ["CDR", "PLT"] }).Training.Sessions).Seats);

    [Fact]
    public void A_session_begins_when_its_place_is_open_and_after_what_it_needs()
    {
        var campaign = Planned();
        foreach (var session in campaign.Training.Sessions)
        {
            var local = campaign.At(session.Activity.Value).Start.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).LocalDateTime;
            Assert.InRange(local.TimeOfDay, new LocalTime(8, 0), new LocalTime(13, 0));
            Assert.InRange((int)local.DayOfWeek, 1, 5);
        }
        Assert.True(campaign.At("M-1.1").End <= campaign.At("M-2.1").Start);
        Assert.Empty(PlanCheck.Judge(campaign).Findings);
    }

    [Fact]
    public void An_instructor_holds_one_session_at_a_time_and_the_checker_sees_it_when_two_overlap()
    {
        var campaign = Planned(AModule("M-1", trainees: 1), AModule("M-2", trainees: 1));
        Assert.DoesNotContain(PlanCheck.Judge(campaign).Findings, f => f.Rule == Rules.Capacity);

        var flight = campaign.Flights[0];
        var (one, other) = (campaign.At("M-1.a1"), campaign.At("M-1.b1"));
        var clash = flight.Plan! with { Activities = flight.Plan.Activities.Replace(other, other with { Start = one.Start, End = one.End }) };
        var findings = PlanCheck.Judge(campaign with { Flights = [flight with { Plan = clash }] }).Findings.Where(f => f.Rule == Rules.Capacity).ToList();
        Assert.Contains(findings, f => f.Subjects.Any(s => s.Id == "teacher"));
    }

    [Fact]
    public void The_checker_refuses_a_session_before_what_it_needs()
    {
        var campaign = Planned();
        var flight = campaign.Flights[0];
        var (first, second) = (campaign.At("M-1.1"), campaign.At("M-2.1"));
        var early = flight.Plan! with { Activities = flight.Plan.Activities.Replace(second, second with { Start = first.Start, End = first.Start + Duration.FromHours(8) }) };
        Assert.Contains(PlanCheck.Judge(campaign with { Flights = [flight with { Plan = early }] }).Violations, v => v.Rule == Rules.Prerequisite && v.Facts.Contains("M-2.1", StringComparison.Ordinal));
    }

    [Fact]
    public void What_needs_itself_among_the_flights_own_activities_is_a_circle_of_the_flight()
    {
        var campaign = Planned();
        var flight = campaign.Flights[0];
        var first = flight.OwnActivities.Single(a => a.Id.Value == "M-1.1");
        var circle = flight with { OwnActivities = flight.OwnActivities.Replace(first, first with { Prerequisites = [new(new("M-2.2"), false)] }) };
        var violation = Assert.Single(PlanCheck.Judge(campaign with { Flights = [circle] }).Violations, v => v.Rule == Rules.Cycle);
        Assert.Equal(flight.Thing, violation.Subjects[0]);
    }

    [Fact]
    public void All_sessions_end_before_liftoff_and_a_milestone_says_so()
    {
        var campaign = Planned();
        var done = campaign.At(SessionBooking.Trained.Value);
        Assert.Equal(Launch - SessionBooking.DoneBefore, done.Start);
        Assert.All(campaign.Training.Sessions, s => Assert.True(campaign.At(s.Activity.Value).End <= done.Start));
    }

    [Fact]
    public void A_slip_moves_what_hangs_on_the_liftoff_and_leaves_what_is_done()
    {
        var campaign = Planned(AModule("M-1", -60), AModule("M-9", -10, currency: "per-flight"));
        var now = campaign.At("M-1.1").End + Duration.FromDays(1);
        var slipped = Planner.Plan(campaign, PlanningRequest.At(now) with { Targets = [new(TheFlight, Launch + Duration.FromDays(9), Launch + Duration.FromDays(9), false, TheFlight.Thing, "slip")] }).Plan;
        Assert.Equal(Launch + Duration.FromDays(9), slipped.Flights[0].Plan!.Launch);
        Assert.Equal(campaign.At("M-1.1").Start, slipped.At("M-1.1").Start);
        Assert.Equal(ActivityStatus.Done, slipped.At("M-1.1").Status);
        Assert.Equal(campaign.At("M-9.1").Start + Duration.FromDays(9), slipped.At("M-9.1").Start);
        Assert.Equal(Launch + Duration.FromDays(7), slipped.At(SessionBooking.Trained.Value).Start);
    }

    [Fact]
    public void A_flight_is_not_brought_forward_before_its_training_can_be_done()
    {
        var campaign = Planned(AModule("M-1", -60, hours: 80));
        var now = Launch - Duration.FromDays(70);
        var wanted = Launch - Duration.FromDays(65);
        var forward = Planner.Plan(campaign, PlanningRequest.At(now) with { Targets = [new(TheFlight, wanted, wanted, false, TheFlight.Thing, "forward")] }).Plan;
        Assert.All(forward.Training.Sessions, s => Assert.True(forward.At(s.Activity.Value).End <= forward.Flights[0].Plan!.Launch));
        Assert.Empty(PlanCheck.Judge(forward).Violations);
    }

    [Fact]
    public void A_failed_session_is_booked_again_for_those_who_failed_and_the_planner_places_it()
    {
        var campaign = Planned();
        campaign = campaign.Record(campaign.ANote("M-1.1", Guest, passed: false, grade: 0.3)).Value;
        var now = campaign.At("M-1.1").End + Duration.FromHours(2);
        var booked = SessionBooking.Again(campaign.Training, campaign.Fleet, campaign.Flights[0], "F-1/M-1.1", now).Value;
        var again = Planner.Plan(campaign with { Training = booked.Book, Fleet = booked.Fleet, Flights = [booked.Flight] }, PlanningRequest.At(now)).Plan;
        Assert.Equal([2], again.Training.Sessions[^1].Seats);
        Assert.True(again.At("M-1.1r").Start > now);
        Assert.Equal(campaign.At("M-2.1"), again.At("M-2.1"));
        Assert.Empty(PlanCheck.Judge(again).Violations);
        Assert.Equal("already-repeated", Assert.Single(SessionBooking.Again(again.Training, again.Fleet, again.Flights[0], "F-1/M-1.1", now).Problems).Code);
    }

    [Theory]
    [InlineData("unknown-curriculum", "X", 1, "CDR")]
    [InlineData("unknown-seat", "C", 7, "CDR")]
    [InlineData("unknown-role", "C", 1, "COOK")]
    public void What_cannot_be_assigned_is_refused(string code, string curriculum, int seat, string role)
    {
        var campaign = Wished(AModule("M-1") with { Roles = ["CDR"] });
        Assert.Equal(code, Assert.Single(SessionBooking.Assign(campaign.Training, campaign.Fleet, campaign.Flights[0], curriculum, [(seat, [role])], Start).Problems).Code);
    }

    [Fact]
    public void A_seat_is_assigned_once_to_a_curriculum_and_to_places_that_are_known()
    {
        var campaign = Planned();
        Assert.Equal("already-assigned", Assert.Single(SessionBooking.Assign(campaign.Training, campaign.Fleet, campaign.Flights[0], "C", [(1, [])], Start).Problems).Code);
        var elsewhere = Wished(AModule("M-1") with { Place = "moon" });
        Assert.Equal("unknown-place", Assert.Single(SessionBooking.Assign(elsewhere.Training, elsewhere.Fleet, elsewhere.Flights[0], "C", [(1, [])], Start).Problems).Code);
        Assert.Equal("no-seats", Assert.Single(SessionBooking.Assign(elsewhere.Training, elsewhere.Fleet, elsewhere.Flights[0], "C", [], Start).Problems).Code);
    }
}
