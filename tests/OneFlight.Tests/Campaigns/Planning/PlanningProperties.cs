using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using static OneFlight.Tests.Campaigns.TestCampaign;

namespace OneFlight.Tests.Campaigns.Planning;

public class PlanningProperties
{
    private static readonly VehicleTypeId Wide = new("wide");

    /// <summary>Small and crowded: some of these cannot be planned whole.</summary>
    private static readonly Arbitrary<Campaign> Campaigns = ArbMap.Default.GeneratorFor<int>().Select(Random).ToArbitrary();

    private static Campaign Random(int seed)
    {
        var random = new Random(seed);
        var flights = Enumerable.Range(1, random.Next(1, 10)).Select(i =>
        {
            var launch = random.Next(5, 120);
            return AFlight(
                $"F{i}", launch, random.Next(2) == 0 ? launch - random.Next(0, 10) : null, random.Next(3) == 0 ? null : launch + random.Next(0, 40),
                random.Next(8) == 0 ? null : random.Next(1, 60), random.Next(3) == 0 ? FlightKind.CrewRotation : FlightKind.Cargo, "t", free: random.Next(4) == 0,
                types: random.Next(3) switch { 0 => [Capsule], 1 => [Wide], _ => [Wide, Capsule] },
                persons: random.Next(3) == 0 ? [$"p{random.Next(3)}"] : []);
        });
        return ACampaign(
            flights.ToList(),
            types: [AType(turnaround: 20), AType(Wide, reusable: random.Next(2) == 0)],
            vehicles: [AVehicle("V1"), AVehicle("V2", outages: AnOutage(20, 50)), AVehicle("W1", Wide), AVehicle("W2", Wide), AVehicle("W3", Wide)],
            pads: [APad("P1", serves: [Capsule, Wide]), APad("P2", serves: [Wide], outages: AnOutage(60, 70))],
            stations: [AStation(ports: [APort("D1", [Capsule, Wide]), APort("D2", [Capsule]), APort("D3", [Capsule, Wide], AnOutage(40, 45))])],
            resources: [AResource("sim", 2), AResource("team", 1)],
            templates: [ATemplate(
                AnActivity("A", -60, 5, SlipBehavior.Floats, needs: ["sim"]), AnActivity("B", -40, 10, SlipBehavior.Floats, needs: ["team"], after: "A"),
                AnActivity("C", -25, 2, SlipBehavior.Fixed, after: "A"), AnActivity("D", -14, 14, SlipBehavior.MovesUntilBegunThenExtends, after: "B"),
                AnActivity("E", -2, 0.5, SlipBehavior.RepeatEachAttempt, needs: ["team"], after: "D:SS"),
                AnActivity("F", 1, 2, SlipBehavior.MovesWithLanding, Anchor.End, ["sim"]), AnActivity("G", -20, 3, SlipBehavior.Floats, needs: ["sim"], after: "B"))]);
    }

    private static PlanningAnswer First(Campaign campaign) => Planner.Plan(campaign, PlanningRequest.At(Day(-100)));

    private static void ForAll(Func<Campaign, bool> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(Campaigns, holds));

    [Fact]
    public void A_first_plan_breaks_no_hard_rule() => ForAll(campaign => Sound(First(campaign)));

    [Fact]
    public void No_slip_makes_a_plan_that_breaks_a_hard_rule() => ForAll(campaign =>
    {
        var planned = First(campaign).Plan;
        return planned.Flights.Where(f => f.Plan is not null).Take(3).All(f => new[] { 1.0, 9, 40 }.All(by =>
            Sound(Slip(planned, f, by, WhoYields.Moved)) && Sound(Slip(planned, f, by, WhoYields.Others))));
    });

    [Fact]
    public void No_outage_makes_a_plan_that_breaks_a_hard_rule() => ForAll(campaign =>
    {
        var planned = First(campaign).Plan;
        var (fleet, station) = (planned.Fleet, planned.Fleet.Stations[0]);
        return new[] { 0, 1, 2 }.All(i => Sound(Planner.Plan(planned with
        {
            Fleet = fleet with
            {
                Vehicles = fleet.Vehicles.SetItem(i, fleet.Vehicles[i] with { Outages = [AnOutage(10 + i, 60)] }),
                Stations = [station with { Ports = station.Ports.SetItem(i, station.Ports[i] with { Outages = [AnOutage(30, 55)] }) }],
            },
        }, PlanningRequest.At(Day(-100)))));
    });

    private static bool Sound(PlanningAnswer answer) => PlanCheck.Judge(answer.Plan).Violations is [var first, ..]
        ? throw new InvalidOperationException(first.ToString() + string.Join(",", first.Subjects))
        : true;

    private static PlanningAnswer Slip(Campaign campaign, Flight flight, double by, WhoYields yields)
    {
        var to = flight.Plan!.Launch + Duration.FromDays(by);
        return Planner.Plan(campaign, new(Day(0), [new(flight.Id, to, to, true, flight.Thing, "slips")], yields, []));
    }

    [Fact]
    public void The_same_campaign_and_seed_give_the_same_plan() => ForAll(campaign => Text(First(campaign)) == Text(First(campaign)));

    private static string Text(PlanningAnswer answer) => string.Join('\n', answer.Plan.Flights.Select(f => f.Plan is not { } p ? "-" : string.Join(' ',
        p.Launch, p.Vehicle, p.Pad, string.Join(',', p.Stays), string.Join(',', p.Activities), string.Join(',', p.Why))))
        + string.Join('\n', answer.Clashes.Select(c => c.Flight + string.Join(',', c.Members)));

    [Fact]
    public void A_plan_that_stands_is_kept_object_by_object() => ForAll(campaign =>
    {
        var planned = First(campaign).Plan;
        var again = Planner.Plan(planned, PlanningRequest.At(Day(-100))).Plan;
        return planned.Flights.Zip(again.Flights).All(p => p.First.Plan is null ? p.Second.Plan is null : ReferenceEquals(p.First, p.Second));
    });

    [Fact]
    public void A_flight_that_gives_way_moves_nobody_else_s_liftoff() => ForAll(campaign =>
    {
        var planned = First(campaign).Plan;
        var flight = planned.Flights.FirstOrDefault(f => f.Plan is not null && f.Plan.Launch > Day(0));
        if (flight is null) return true;
        var after = Slip(planned, flight, 9, WhoYields.Moved).Plan;
        return planned.Flights.Zip(after.Flights).All(p => p.First.Plan is null || p.First.Id == flight.Id ||
            p.First.Plan.Launch == p.Second.Plan!.Launch && p.First.Plan.Vehicle == p.Second.Plan.Vehicle && p.First.Plan.Stays == p.Second.Plan.Stays);
    });

    [Fact]
    public void Dropping_any_member_of_a_clash_ends_it() => ForAll(campaign =>
    {
        var answer = First(campaign);
        return answer.Clashes.All(clash => clash.Members.Length > 0 && clash.Members.Select(m => m.Rule).Distinct().All(rule =>
        {
            var alone = answer.Plan with { Flights = [.. answer.Plan.Flights.Where(f => f.Plan is not null || f.Id == clash.Flight)] };
            var without = Without(alone, clash, rule);
            // A flight can be caught in two clashes at once; the second shows once the first is gone.
            var again = without is null ? null : Planner.Plan(without, PlanningRequest.At(Day(-100)));
            return again is null || again.Clashes.All(c => c.Members.All(m => m.Rule != rule));
        }));
    });

    /// <summary>The campaign without what the members of a rule say; null where a member of another kind stands for the same rule.</summary>
    private static Campaign? Without(Campaign campaign, Clash clash, string rule)
    {
        var flight = campaign.Flights.Single(f => f.Id == clash.Flight);
        var fleet = campaign.Fleet;
        var types = flight.Wish.VehicleTypes;
        return rule switch
        {
            "wish" => With(flight.Wish with { Earliest = null, Latest = null }),
            "port-double" or "traffic" => campaign with
            {
                Fleet = fleet with
                {
                    Stations = [fleet.Stations[0] with
            {
                Ports = rule == "traffic" ? fleet.Stations[0].Ports : fleet.Stations[0].Ports.Add(APort("NEW", [.. types])),
                Traffic = rule == "traffic" ? fleet.Stations[0].Traffic with { BetweenEvents = Duration.Zero } : fleet.Stations[0].Traffic,
            }]
                }
            },
            "pad-double" => campaign with { Fleet = fleet with { Pads = fleet.Pads.Add(APad("NEW", serves: [.. types])) } },
            "turnaround" => campaign with { Fleet = fleet with { Vehicles = fleet.Vehicles.AddRange(types.Select(t => AVehicle($"NEW-{t}", t))) } },
            "person-double" => campaign with { Flights = campaign.Flights.Replace(flight, flight with { Seats = [] }) },
            "out-of-service" => campaign with
            {
                Fleet = fleet with
                {
                    Vehicles = [.. fleet.Vehicles.Select(v => v with { Outages = [] })],
                    Pads = [.. fleet.Pads.Select(p => p with { Outages = [] })],
                    Stations = [fleet.Stations[0] with { Ports = [.. fleet.Stations[0].Ports.Select(p => p with { Outages = [] })] }],
                }
            },
            _ => null,
        };

        Campaign With(FlightWish wish) => campaign with { Flights = campaign.Flights.Replace(flight, flight with { Wish = wish }) };
    }
}
