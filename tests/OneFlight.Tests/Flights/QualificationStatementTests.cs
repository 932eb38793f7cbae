using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Tests.Campaigns;
using static OneFlight.Tests.Campaigns.TestCampaign;

namespace OneFlight.Tests.Flights;

public class QualificationStatementTests
{
    private static readonly Instant Now = Day(0);

    /// <summary>Launches on day 50 and lands on day 60; the reserve is 10 days and the margin 14.</summary>
    private static Campaign ACrewed(LocalDate earned, double launch = 50, Fitness? fitness = Fitness.Fit, double fitUntil = 200, Legs legs = Legs.Both, FlightKind kind = FlightKind.PrivateMission)
    {
        var flight = AFlight("F-1", launch, kind: kind, persons: "ada", plan: new(Day(launch), Day(launch + 1), Day(launch + 9), Day(launch + 10), new("V1"), null, [], [], []));
        flight = flight with { Seats = [flight.Seats[0] with { Legs = legs }] };
        return ACampaign([flight]) with
        {
            Qualifications = new([new("R", "medical", "Medical certificate", RuleKind.RollingDays, 100)], [new("D", "crew", "medical", "PrivateMission")], [new("q1", new("ada"), "medical", earned, Now, "paper 7")], [])
            {
                Reserves = [new("PrivateMission", 10, 14)],
            },
            Clearances = fitness is { } fit ? [new("c1", new("ada"), fit, Now, Day(fitUntil), [])] : [],
        };
    }

    private static GateState? Row(Campaign campaign, string thing, Instant? now = null) =>
        CampaignStatement.Of(campaign, now ?? Now).Find(ThingId.Parse(thing)!.Value)?.Value as GateState;

    private static LocalDate On(double day) => Day(day).InUtc().Date;

    [Theory]
    [InlineData(-15, GateLight.Green)]
    [InlineData(-20, GateLight.Amber)]
    [InlineData(-32, GateLight.Red)]
    public void A_seat_s_demand_is_checked_through_landing_plus_reserve(double earned, GateLight light)
    {
        var row = Row(ACrewed(On(earned)), "demand:F-1/1/D")!;
        Assert.Equal((light, Gate.CrewQualification), (row.Light, row.Gate));
        Assert.Equal(light == GateLight.Red ? null : Day(earned + 101), row.TurnsAt);
    }

    [Fact]
    public void A_slip_that_carries_landing_and_reserve_past_the_end_turns_the_row()
    {
        Assert.Equal(GateLight.Amber, Row(ACrewed(On(-25)), "demand:F-1/1/D")!.Light);
        Assert.Equal(GateLight.Red, Row(ACrewed(On(-25), launch: 59), "demand:F-1/1/D")!.Light);
        Assert.Equal(GateLight.Amber, Row(ACrewed(On(-25), fitUntil: 75), "clearance:F-1/1")!.Light);
        Assert.Equal(GateLight.Red, Row(ACrewed(On(-25), launch: 59, fitUntil: 75), "clearance:F-1/1")!.Light);
    }

    [Fact]
    public void A_slip_that_turns_nothing_leaves_the_row_as_it_was() =>
        Assert.Equal(Row(ACrewed(On(-5)), "demand:F-1/1/D"), Row(ACrewed(On(-5), launch: 51), "demand:F-1/1/D"));

    [Theory]
    [InlineData(Fitness.Fit, GateLight.Green)]
    [InlineData(Fitness.FitWithLimits, GateLight.Green)]
    [InlineData(Fitness.NotFit, GateLight.Red)]
    [InlineData(Fitness.Unknown, GateLight.Unknown)]
    [InlineData(null, GateLight.Unknown)]
    public void The_surgeon_s_word_is_a_row_and_not_known_is_never_green(Fitness? fitness, GateLight light)
    {
        var row = Row(ACrewed(On(0), fitness: fitness), "clearance:F-1/1")!;
        Assert.Equal((light, "flight surgeon"), (row.Light, row.Holder));
    }

    [Fact]
    public void Who_rides_up_only_is_checked_through_docking() =>
        Assert.Equal(GateLight.Green, Row(ACrewed(On(-24), legs: Legs.Up), "demand:F-1/1/D")!.Light);

    [Fact]
    public void After_the_landing_no_reserve_is_needed_any_more() =>
        Assert.Equal(GateLight.Green, Row(ACrewed(On(-35)), "demand:F-1/1/D", Day(61))!.Light);

    [Fact]
    public void A_flight_of_which_nothing_is_demanded_has_no_rows()
    {
        var campaign = ACrewed(On(0), kind: FlightKind.FreeFlyer);
        Assert.Null(Row(campaign, "demand:F-1/1/D"));
        Assert.Null(Row(campaign, "clearance:F-1/1"));
    }

    [Fact]
    public void Each_row_is_linked_from_flight_person_and_seat()
    {
        var links = CampaignStatement.Of(ACrewed(On(0)), Now).Links.Where(l => l.Effect.Kind is "demand" or "clearance").ToList();
        foreach (var row in new[] { "demand:F-1/1/D", "clearance:F-1/1" })
            Assert.Equal(["flight:F-1", "person:ada", "seat:F-1/1"], links.Where(l => l.Effect.ToString() == row).Select(l => l.Cause.ToString()).Order(StringComparer.Ordinal));
    }
}
