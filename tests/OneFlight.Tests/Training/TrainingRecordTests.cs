using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Links;
using static OneFlight.Tests.Training.AFlightInTraining;

namespace OneFlight.Tests.Training;

public sealed class TrainingRecordTests
{
    [Fact]
    public void The_last_part_passed_earns_the_certificate_on_the_local_day_of_the_place()
    {
        var campaign = Planned();
        campaign = campaign.Record(campaign.ANote("M-2.1")).Value;
        Assert.Empty(campaign.Qualifications.Records);
        campaign = campaign.Record(campaign.ANote("M-2.2")).Value;
        var record = Assert.Single(campaign.Qualifications.Records);
        Assert.Equal(("module:M-2", Commander, 0.9, (string?)null, "sheet 1"), (record.Type, record.Person, record.Grade!.Value, record.Flight, record.Evidence));
        Assert.Equal(campaign.At("M-2.2").End.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).Date, record.Earned);
    }

    [Fact]
    public void What_counts_for_one_flight_is_recorded_for_that_flight()
    {
        var campaign = Planned(AModule("M-1", currency: "per-flight"));
        Assert.Equal("F-1", Assert.Single(campaign.Record(campaign.ANote("M-1.1")).Value.Qualifications.Records).Flight);
    }

    [Fact]
    public void A_failure_earns_nothing_and_a_repeat_is_another_record()
    {
        var campaign = Planned();
        campaign = campaign.Record(campaign.ANote("M-1.1", passed: false, grade: 0.2)).Value;
        Assert.Empty(campaign.Qualifications.Records);
        Assert.Equal("recorded-twice", Assert.Single(campaign.Record(campaign.ANote("M-1.1")).Problems).Code);
        Assert.Equal(0.2, Assert.Single(campaign.Training.Attendances).Grade);
    }

    [Fact]
    public void A_graded_exercise_renews_what_it_builds_on_when_that_is_held()
    {
        var campaign = Planned(AModule("M-1", -60, currency: "P90D"), AModule("M-2", -50, assessment: "graded scenario", needs: "M-1"));
        campaign = campaign.Record(campaign.ANote("M-1.1")).Value;
        campaign = campaign.Record(campaign.ANote("M-2.1")).Value;
        Assert.Equal(["module:M-1", "module:M-2", "module:M-1"], campaign.Qualifications.Records.Select(r => r.Type));
        Assert.True(campaign.Qualifications.Records[2].Earned > campaign.Qualifications.Records[0].Earned);

        var without = campaign.Record(campaign.ANote("M-2.1", Guest)).Value;
        Assert.Equal("module:M-2", without.Qualifications.Records[^1].Type);
    }

    public static TheoryData<string, Func<Campaign, AttendanceRefusal>> Refusals => new()
    {
        { "not-in-seat", c => new(c, c.ANote("M-1.1", Stranger)) },
        { "not-begun", c => new(c, c.ANote("M-1.1", at: c.At("M-1.1").Start - Duration.FromMinutes(1))) },
        { "grade-range", c => new(c, c.ANote("M-1.1", grade: 1.01)) },
        { "grade-range", c => new(c, c.ANote("M-1.1", grade: double.NaN)) },
        { "grade-range", c => new(c, c.ANote("M-1.1", grade: -0.1)) },
        { "absent-cannot-pass", c => new(c, c.ANote("M-1.1", present: false, passed: true, grade: null)) },
        { "missing-value", c => new(c, c.ANote("M-1.1", evidence: " ")) },
        { "unknown-session", c => new(c, c.ANote("M-1.1") with { Session = "F-1/M-8.1" }) },
        { "module-not-in-curriculum", c => new(c with { Training = c.Training with { Curricula = [c.Training.Curricula[0] with { Modules = [] }] } }, c.ANote("M-1.1")) },
        { "certificate-before-birth", c => new(c with { People = c.People with { Persons = [.. c.People.Persons.Select(p => p with { Born = new LocalDate(2030, 1, 1) })] } }, c.ANote("M-1.1")) },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_with_its_reason_and_nothing_is_kept(string code, Func<Campaign, AttendanceRefusal> attempt)
    {
        var (campaign, note) = attempt(Planned());
        var recorded = campaign.Record(note);
        Assert.Equal(code, Assert.Single(recorded.Problems).Code);
        Assert.False(recorded.Succeeded);
        Assert.Empty(campaign.Training.Attendances);
    }

    [Fact]
    public void Lights_follow_what_was_recorded()
    {
        var campaign = Planned();
        var before = campaign.At("M-1.1").Start - Duration.FromDays(1);
        var after = campaign.At("M-1.1").End + Duration.FromDays(1);
        Assert.Equal(GateLight.Amber, campaign.Seat("M-1", 1, before).Light);
        Assert.Equal(GateLight.Unknown, campaign.Seat("M-1", 1, after).Light);
        Assert.Equal(GateLight.Green, campaign.Record(campaign.ANote("M-1.1")).Value.Seat("M-1", 1, after).Light);
        Assert.Equal(GateLight.Red, campaign.Record(campaign.ANote("M-1.1", passed: false)).Value.Seat("M-1", 1, after).Light);
        Assert.Equal(GateLight.Red, campaign.Record(campaign.ANote("M-1.1", present: false, passed: false, grade: null)).Value.Seat("M-1", 1, after).Light);
    }

    [Fact]
    public void What_ends_before_landing_and_reserve_is_amber_and_red_once_it_ended_before_a_near_liftoff()
    {
        var campaign = Planned(AModule("M-1", -60, currency: "P30D", grace: 0));
        campaign = campaign.Record(campaign.ANote("M-1.1")).Value;
        var amber = campaign.Seat("M-1", 1, Launch - Duration.FromDays(50));
        Assert.Equal(GateLight.Amber, amber.Light);
        Assert.NotNull(amber.TurnsAt);
        Assert.Equal(GateLight.Red, campaign.Seat("M-1", 1, Launch - Duration.FromDays(5)).Light);
        Assert.InRange(amber.Left!.Value.High, 0.7, 0.82);
    }

    [Fact]
    public void A_session_after_liftoff_is_red_and_an_empty_seat_is_not_known()
    {
        var campaign = Planned();
        var flight = campaign.Flights[0];
        var at = campaign.At("M-1.1");
        var late = campaign with { Flights = [flight with { Plan = flight.Plan! with { Activities = flight.Plan.Activities.Replace(at, at with { Start = Launch, End = Launch + Duration.FromHours(6) }) } }] };
        Assert.Equal(GateLight.Red, late.Seat("M-1", 1, Start).Light);
        var empty = campaign with { Flights = [flight with { Seats = [flight.Seats[0] with { Person = null }, flight.Seats[1]] }] };
        Assert.Equal(GateLight.Unknown, empty.Seat("M-1", 1, Start).Light);
    }
}

/// <summary>A note that must be refused, and the campaign that refuses it.</summary>
public sealed record AttendanceRefusal(Campaign Campaign, Operations.Training.AttendanceNote Note);
