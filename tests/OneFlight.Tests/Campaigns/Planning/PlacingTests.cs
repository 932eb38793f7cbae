using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Flights;
using static OneFlight.Tests.Campaigns.TestCampaign;

namespace OneFlight.Tests.Campaigns.Planning;

public class PlacingTests
{
    private static PlanningAnswer Plan(Campaign campaign) => Planner.Plan(campaign, PlanningRequest.At(Day(-100)));

    private static FlightPlan PlanOf(PlanningAnswer answer, string id) => answer.Plan.Flights.Single(f => f.Id.Value == id).Plan!;

    [Fact]
    public void A_flight_alone_stands_at_its_wanted_liftoff_with_times_from_its_wish()
    {
        var plan = PlanOf(Plan(ACampaign([AFlight("A", 5)])), "A");

        Assert.Equal(Day(5), plan.Launch);
        Assert.Equal(Day(6), plan.Arrival);
        Assert.Equal(Day(16), plan.Departure);
        Assert.Equal(Day(16.5), plan.End);
        Assert.Equal(new PortStay(plan.Stays[0].Port, Day(6), Day(16)), Assert.Single(plan.Stays));
        Assert.Contains(plan.Why, b => b.Choice == "launch" && b.Cause?.Kind == "wish");
    }

    [Fact]
    public void A_free_flight_ends_after_its_stay_and_holds_no_port()
    {
        var plan = PlanOf(Plan(ACampaign([AFlight("A", 5, stay: 3, free: true)])), "A");

        Assert.Equal(Day(8), plan.End);
        Assert.Null(plan.Arrival);
        Assert.Empty(plan.Stays);
    }

    [Fact]
    public void A_port_is_held_once_with_the_gap_before_the_next_arrival()
    {
        var answer = Plan(ACampaign([AFlight("A", 5), AFlight("B", 6, earliest: 6)], stations: [AStation(ports: APort("D1"))]));

        Assert.Equal(Day(5), PlanOf(answer, "A").Launch);
        Assert.Equal(Day(15) + Duration.FromHours(23.5), PlanOf(answer, "B").Launch);
        Assert.Contains(PlanOf(answer, "B").Why, b => b.Choice == "launch" && b.Cause == answer.Plan.Flights[0].Thing && b.Text.Contains("D1"));
    }

    [Fact]
    public void A_pad_is_held_from_before_a_liftoff_until_after_it()
    {
        var answer = Plan(ACampaign([AFlight("A", 5), AFlight("B", 6, earliest: 6)], pads: [APad("P1", before: 2, after: 1)]));

        Assert.Equal(Day(8), PlanOf(answer, "B").Launch);
    }

    [Fact]
    public void A_unit_rests_for_its_turnaround()
    {
        var answer = Plan(ACampaign([AFlight("A", 5), AFlight("B", 20, earliest: 20)], vehicles: [AVehicle("V1")]));

        Assert.Equal(Day(26.5), PlanOf(answer, "B").Launch);
    }

    [Fact]
    public void A_unit_that_is_not_reusable_flies_once()
    {
        var answer = Plan(ACampaign([AFlight("A", 5), AFlight("B", 200, earliest: 100)], types: [AType(reusable: false)], vehicles: [AVehicle("V1")]));

        Assert.NotNull(PlanOf(answer, "A"));
        Assert.Null(PlanOf(answer, "B"));
        Assert.Contains(Assert.Single(answer.Clashes).Members, m => m.Rule == "turnaround");
    }

    [Fact]
    public void Arrivals_keep_the_stations_distance()
    {
        var answer = Plan(ACampaign([AFlight("A", 5, earliest: 5), AFlight("B", 5.001, earliest: 5)]));

        Assert.InRange(PlanOf(answer, "B").Launch - PlanOf(answer, "A").Launch, Duration.FromHours(9.2), Duration.FromHours(9.2) + Duration.FromSeconds(1));
        Assert.Contains(PlanOf(answer, "B").Why, b => b.Choice == "launch" && b.Text.Contains("too close"));
    }

    [Fact]
    public void A_person_flies_one_flight_at_a_time()
    {
        var answer = Plan(ACampaign([AFlight("A", 5, persons: "anna"), AFlight("B", 8, earliest: 8, persons: "anna")]));

        Assert.Equal(PlanOf(answer, "A").End, PlanOf(answer, "B").Launch);
    }

    [Fact]
    public void A_docked_vehicle_moves_when_that_frees_the_port_needed()
    {
        var wide = new Operations.Fleet.VehicleTypeId("wide");
        var campaign = ACampaign(
            [AFlight("A", 5, stay: 60, ports: ["D1", "D2"]), AFlight("B", 20, latest: 30, types: [wide])],
            types: [AType(), AType(wide)],
            vehicles: [AVehicle("V1"), AVehicle("W1", wide)],
            pads: [APad("P1", serves: [Capsule, wide])],
            stations: [AStation(ports: [APort("D1", [Capsule, wide]), APort("D2", [Capsule])])]);
        var docked = Planner.Plan(campaign with { Flights = [campaign.Flights[0] with { Wish = campaign.Flights[0].Wish with { Ports = [new("D1")] } }] }, PlanningRequest.At(Day(-100)));
        var standing = campaign with { Flights = [campaign.Flights[0] with { Plan = docked.Plan.Flights[0].Plan }, campaign.Flights[1]] };

        var answer = Planner.Plan(standing, PlanningRequest.At(Day(10)));

        Assert.Equal(Day(20), PlanOf(answer, "B").Launch);
        var moved = PlanOf(answer, "A");
        Assert.Equal(["D1", "D2"], moved.Stays.Select(s => s.Port.Value));
        Assert.Equal(Duration.FromHours(1), moved.Stays[1].From - moved.Stays[0].To);
        Assert.True(PlanOf(answer, "B").Arrival - moved.Stays[0].To >= Duration.FromHours(23.5));
        Assert.Contains(moved.Why, b => b.Choice == "move" && b.Cause == standing.Flights[1].Thing);
    }

    [Fact]
    public void What_cannot_be_placed_has_a_smallest_clash()
    {
        var campaign = ACampaign([AFlight("A", 5, earliest: 5, latest: 5, stay: 100), AFlight("B", 20, earliest: 20, latest: 30)], stations: [AStation(ports: APort("D1"))]);

        var clash = Assert.Single(Plan(campaign).Clashes);

        Assert.Equal(new FlightId("B"), clash.Flight);
        Assert.Equal(["port-double", "wish", "wish"], clash.Members.Select(m => m.Rule).Order());
    }
}
