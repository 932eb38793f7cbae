using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Tests.Campaigns.Checking;

/// <summary>A small sound campaign: capsules to a two-port station, one flight after the other. Tests change what matters.</summary>
internal static class ACampaign
{
    public static readonly Instant Start = Instant.FromUtc(2030, 1, 1, 0, 0);

    public static readonly VehicleType Capsule = new(new("Capsule"), "Capsule", VehicleRole.Crew, "IDSS", true,
        CrewMinimum: 2, CrewMaximum: 4, FreeFlightEndurance: Duration.FromDays(5), DockedEndurance: Duration.FromDays(210), Turnaround: Duration.FromDays(40));

    /// <param name="flights">Each two weeks after the last, five days attached, on one of six capsules, alternating ports.</param>
    /// <param name="activities">Of each flight, in a chain before the liftoff.</param>
    public static Campaign Of(int flights = 8, int activities = 4) => Campaign.Empty(new("test"), "Test") with
    {
        Fleet = Fleet(flights),
        People = new([], [.. Enumerable.Range(0, flights * 2).Select(i => new Person(new($"P{i}"), $"Person {i}", null, "Etc/UTC", null, [], []))]),
        Templates = [Template(activities)],
        Flights = [.. Enumerable.Range(0, flights).Select(i => Flight(i, activities))],
    };

    public static Campaign With(this Campaign campaign, int flight, Func<Flight, Flight> change) =>
        campaign with { Flights = campaign.Flights.SetItem(flight, change(campaign.Flights[flight])) };

    public static Campaign WithPlan(this Campaign campaign, int flight, Func<FlightPlan, FlightPlan> change) =>
        campaign.With(flight, f => f with { Plan = change(f.Plan!) });

    public static Campaign WithTemplate(this Campaign campaign, Func<ImmutableArray<ActivityTemplate>, ImmutableArray<ActivityTemplate>> change) =>
        campaign with { Templates = [campaign.Templates[0] with { Activities = change(campaign.Templates[0].Activities) }] };

    public static Campaign WithFleet(this Campaign campaign, Func<FleetBook, FleetBook> change) => campaign with { Fleet = change(campaign.Fleet) };

    public static Campaign WithPort(this Campaign campaign, int port, Func<Port, Port> change) => campaign.WithFleet(f => f with
    {
        Stations = [f.Stations[0] with { Ports = f.Stations[0].Ports.SetItem(port, change(f.Stations[0].Ports[port])) }],
    });

    private static FleetBook Fleet(int flights)
    {
        ImmutableArray<Port> ports =
        [
            new(new("forward"), "Forward", "IDSS", [Capsule.Id], null, null, []),
            new(new("zenith"), "Zenith", "IDSS", [Capsule.Id], null, null, []),
        ];
        var station = new Station(new("ST"), "Station", 4, 8,
            new(Duration.FromHours(9.2), Duration.FromHours(23.5), Duration.FromDays(5), Duration.FromMinutes(50)), ports);
        return new(
            [Capsule], [.. Enumerable.Range(0, Math.Min(flights, 6)).Select(i => new Vehicle(new($"C{i}"), $"Capsule {i}", Capsule.Id, []))],
            [new(new("LC-1"), "LC-1", [Capsule.Id], Duration.FromDays(2), Duration.FromDays(1), [])], [station],
            [new(new("simulator"), "Simulator", 1, null, []), new(new("clean-room"), "Clean room", 2, null, [])]);
    }

    private static MissionTemplate Template(int activities) => new("crew", "Crew",
    [
        .. Enumerable.Range(0, activities).Select(i => new ActivityTemplate(
            new($"R-A{i}"), $"Activity {i}", "activity", Anchor.Launch, Offset(i, activities), Duration.FromHours(2), Duration.FromHours(1), Duration.FromHours(3),
            i % 2 == 0 ? [new("simulator")] : [new("clean-room")], i == 0 ? [] : [new(new($"R-A{i - 1}"), false)], ["training lead"], SlipBehavior.Floats, "M")),
    ]);

    private static Duration Offset(int activity, int of) => Duration.FromHours(-3 * (of - activity));

    private static Flight Flight(int number, int activities)
    {
        var launch = Start + Duration.FromDays(14 * number);
        var (arrival, departure) = (launch + Duration.FromDays(1), launch + Duration.FromDays(6));
        var port = new PortId(number % 2 == 0 ? "forward" : "zenith");
        return new(
            new($"F{number:00000}"), $"Flight {number}", FlightKind.PrivateMission, "crew",
            new(launch, null, null, Duration.FromDays(5), Duration.FromDays(1), Duration.FromDays(1), new StationId("ST"), [Capsule.Id], [], [], []),
            [new(1, "commander", new PersonId($"P{2 * number}"), Legs.Both), new(2, "pilot", new PersonId($"P{(2 * number) + 1}"), Legs.Both)],
            new(launch, arrival, departure, departure + Duration.FromDays(1), new($"C{number % 6}"), new PadId("LC-1"), [new(port, arrival, departure)],
                [.. Enumerable.Range(0, activities).Select(i => Activity(launch, i, activities))], []));
    }

    private static PlannedActivity Activity(Instant launch, int number, int of)
    {
        var start = launch + Offset(number, of);
        return new(new($"R-A{number}"), start, start + Duration.FromHours(2), ActivityStatus.Planned);
    }
}
