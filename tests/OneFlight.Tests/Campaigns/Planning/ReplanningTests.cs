using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using static OneFlight.Tests.Campaigns.TestCampaign;

namespace OneFlight.Tests.Campaigns.Planning;

public class ReplanningTests
{
    private static readonly Instant Now = Day(0);

    private static Campaign Planned(Campaign campaign) => Planner.Plan(campaign, PlanningRequest.At(Day(-100))).Plan;

    private static Flight Find(Campaign campaign, string id) => campaign.Flights.Single(f => f.Id.Value == id);

    private static FlightTarget To(Campaign campaign, string id, double day, bool maySwap = true) =>
        new(new(id), Day(day), Day(day), maySwap, Find(campaign, id).Thing, "slips");

    /// <summary>Two flights that need the one port one after the other.</summary>
    private static Campaign TwoAtOnePort() => Planned(ACampaign(
        [AFlight("A", 10, earliest: 10), AFlight("B", 30, earliest: 10)], stations: [AStation(ports: APort("D1"))]));

    [Fact]
    public void Nothing_asked_nothing_changed()
    {
        var campaign = TwoAtOnePort();

        var answer = Planner.Plan(campaign, PlanningRequest.At(Now));

        Assert.All(campaign.Flights.Zip(answer.Plan.Flights), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void A_target_that_gives_way_takes_the_first_free_liftoff_and_the_others_stay()
    {
        var campaign = TwoAtOnePort();

        var answer = Planner.Plan(campaign, new(Now, [To(campaign, "A", 22)], WhoYields.Moved, []));

        Assert.Same(Find(campaign, "B"), Find(answer.Plan, "B"));
        Assert.Equal(Day(40) + Duration.FromHours(23.5), Find(answer.Plan, "A").Plan!.Launch);
        Assert.Contains(Find(answer.Plan, "A").Plan!.Why, b => b.Choice == "launch" && b.Cause == Find(campaign, "B").Thing);
    }

    [Fact]
    public void Others_give_way_to_a_target_that_holds_its_date()
    {
        var campaign = TwoAtOnePort();

        var answer = Planner.Plan(campaign, new(Now, [To(campaign, "A", 22)], WhoYields.Others, []));

        Assert.Equal(Day(22), Find(answer.Plan, "A").Plan!.Launch);
        Assert.Equal(Day(32) + Duration.FromHours(23.5), Find(answer.Plan, "B").Plan!.Launch);
    }

    [Fact]
    public void A_target_that_may_not_swap_keeps_unit_pad_and_port()
    {
        var campaign = Planned(ACampaign([AFlight("A", 10), AFlight("B", 40)], vehicles: [AVehicle("V1"), AVehicle("V2", outages: AnOutage(0, 20))]));
        Assert.Equal(Find(campaign, "A").Plan!.Vehicle, Find(campaign, "B").Plan!.Vehicle);

        var keeps = Planner.Plan(campaign, new(Now, [To(campaign, "A", 31, maySwap: false)], WhoYields.Moved, [])).Plan;
        var swaps = Planner.Plan(campaign, new(Now, [To(campaign, "A", 31)], WhoYields.Moved, [])).Plan;

        Assert.Equal(Day(61.5), Find(keeps, "A").Plan!.Launch);
        Assert.Equal(Day(31), Find(swaps, "A").Plan!.Launch);
        Assert.Equal(new VehicleId("V2"), Find(swaps, "A").Plan!.Vehicle);
    }

    [Fact]
    public void What_has_launched_or_is_pinned_is_never_changed()
    {
        var pins = new Pins(true, true, true, true, "agreed");
        var campaign = Planned(ACampaign([AFlight("A", 10), AFlight("B", 50, pins: pins)]));

        var answer = Planner.Plan(campaign, new(Day(11), [To(campaign, "A", 30), To(campaign, "B", 60)], WhoYields.Others, []));

        Assert.All(campaign.Flights.Zip(answer.Plan.Flights), pair => Assert.Same(pair.First, pair.Second));
    }

    [Theory]
    [InlineData("vehicle")]
    [InlineData("pad")]
    [InlineData("port")]
    public void An_outage_makes_a_flight_swap_at_the_same_liftoff(string kind)
    {
        var campaign = Planned(ACampaign([AFlight("A", 10), AFlight("B", 12)]));
        var plan = Find(campaign, "A").Plan!;
        var fleet = campaign.Fleet;
        var broken = AnOutage(8, 20);
        var station = fleet.Stations[0];
        var facts = campaign with
        {
            Fleet = kind switch
            {
                "vehicle" => fleet with { Vehicles = [.. fleet.Vehicles.Select(v => v.Id == plan.Vehicle ? v with { Outages = [broken] } : v)] },
                "pad" => fleet with { Pads = [.. fleet.Pads.Select(p => p.Id == plan.Pad ? p with { Outages = [broken] } : p)] },
                _ => fleet with { Stations = [station with { Ports = [.. station.Ports.Select(p => p.Id == plan.Stays[0].Port ? p with { Outages = [broken] } : p)] }] },
            },
        };

        var after = Find(Planner.Plan(facts, PlanningRequest.At(Now)).Plan, "A").Plan!;

        Assert.Equal(plan.Launch, after.Launch);
        Assert.Equal(kind != "vehicle", plan.Vehicle == after.Vehicle);
        Assert.Equal(kind != "pad", plan.Pad == after.Pad);
        Assert.Equal(kind != "port", plan.Stays[0].Port == after.Stays[0].Port);
        Assert.Contains(after.Why, b => b.Choice == kind && b.Text.Contains("out of service"));
    }

    [Fact]
    public void A_docked_vehicle_leaves_its_port_before_that_goes_out_of_service()
    {
        var campaign = Planned(ACampaign([AFlight("A", 10, stay: 60)]));
        var (station, held) = (campaign.Fleet.Stations[0], Find(campaign, "A").Plan!.Stays[0].Port);
        var facts = campaign with { Fleet = campaign.Fleet with { Stations = [station with { Ports = [.. station.Ports.Select(p => p.Id == held ? p with { Outages = [AnOutage(40, 50)] } : p)] }] } };

        var after = Find(Planner.Plan(facts, PlanningRequest.At(Day(20))).Plan, "A").Plan!;

        Assert.Equal([held, after.Stays[1].Port], after.Stays.Select(s => s.Port));
        Assert.Equal(Day(40), after.Stays[0].To);
        Assert.Contains(after.Why, b => b.Choice == "move" && b.Cause == held.Thing);
    }

    [Fact]
    public void A_target_that_may_swap_takes_what_nobody_holds_before_it_sends_others_away()
    {
        var campaign = Planned(ACampaign([AFlight("A", 10), AFlight("B", 40)], vehicles: [AVehicle("V1"), AVehicle("V2", outages: AnOutage(0, 20))]));

        var answer = Planner.Plan(campaign, new(Now, [To(campaign, "A", 31)], WhoYields.Others, []));

        Assert.Same(Find(campaign, "B"), Find(answer.Plan, "B"));
        Assert.Equal(new VehicleId("V2"), Find(answer.Plan, "A").Plan!.Vehicle);
    }

    [Fact]
    public void A_pinned_unit_out_of_service_waits_for_it()
    {
        var campaign = Planned(ACampaign([AFlight("A", 10, pins: new(false, true, false, false, "customer's own"))]));
        var unit = Find(campaign, "A").Plan!.Vehicle;
        var facts = campaign with { Fleet = campaign.Fleet with { Vehicles = [.. campaign.Fleet.Vehicles.Select(v => v.Id == unit ? v with { Outages = [AnOutage(8, 20)] } : v)] } };

        var after = Find(Planner.Plan(facts, PlanningRequest.At(Now)).Plan, "A").Plan!;

        Assert.Equal((unit, Day(20)), (after.Vehicle, after.Launch));
    }

    [Fact]
    public void A_crew_is_placed_so_that_it_overlaps_with_the_crew_it_relieves()
    {
        var campaign = Planned(ACampaign([AFlight("A", 10, earliest: 10, latest: 10, stay: 20, kind: FlightKind.CrewRotation), AFlight("B", 28, earliest: 20, stay: 20, kind: FlightKind.CrewRotation)]));

        Assert.Equal(Day(25), Find(campaign, "B").Plan!.Launch);
    }

    [Fact]
    public void A_lower_flight_gives_way_to_one_that_would_have_no_place()
    {
        var campaign = ACampaign(
            [AFlight("CARGO", 10, earliest: 10, latest: 60, stay: 30), AFlight("CREW", 20, earliest: 20, latest: 25, kind: FlightKind.CrewRotation)],
            stations: [AStation(ports: APort("D1"))]);

        var answer = Planner.Plan(campaign, PlanningRequest.At(Day(-100)));

        Assert.Empty(answer.Clashes);
        Assert.Equal(Day(20), Find(answer.Plan, "CREW").Plan!.Launch);
        Assert.True(Find(answer.Plan, "CARGO").Plan!.Arrival >= Find(answer.Plan, "CREW").Plan!.Departure + Duration.FromHours(23.5));
    }

    [Fact]
    public void A_cancelled_flight_leaves_its_port_free()
    {
        var campaign = TwoAtOnePort();
        var cancelled = campaign with { Flights = campaign.Flights.SetItem(1, campaign.Flights[1] with { Cancelled = new(Now, "no funds") }) };

        var answer = Planner.Plan(cancelled, new(Now, [To(campaign, "A", 32)], WhoYields.Moved, []));

        Assert.Null(answer.Plan.Flights[1].Plan);
        Assert.Equal(Day(32), Find(answer.Plan, "A").Plan!.Launch);
    }
}
