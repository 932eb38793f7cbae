using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Tests.Campaigns;

/// <summary>Small campaigns made by hand: name only what matters, the rest has defaults.</summary>
internal static class TestCampaign
{
    public static readonly VehicleTypeId Capsule = new("capsule");
    public static readonly StationId Station = new("ST");

    /// <summary>A day of the test year, counted from its first.</summary>
    public static Instant Day(double day) => Instant.FromUtc(2030, 1, 1, 0, 0) + Duration.FromDays(day);

    public static VehicleType AType(VehicleTypeId? id = null, double turnaround = 10, bool reusable = true) =>
        new(id ?? Capsule, (id ?? Capsule).Value, VehicleRole.Crew, "IDSS", reusable, Turnaround: Duration.FromDays(turnaround));

    public static Vehicle AVehicle(string id, VehicleTypeId? type = null, params Outage[] outages) => new(new(id), id, type ?? Capsule, [.. outages]);

    public static Pad APad(string id, double before = 2, double after = 1, VehicleTypeId[]? serves = null, params Outage[] outages) =>
        new(new(id), id, [.. serves ?? [Capsule]], Duration.FromDays(before), Duration.FromDays(after), [.. outages]);

    public static Port APort(string id, VehicleTypeId[]? fits = null, params Outage[] outages) =>
        new(new(id), id, "IDSS", [.. fits ?? [Capsule]], null, null, [.. outages]);

    public static Station AStation(double betweenHours = 9.2, double samePortHours = 23.5, double handoverDays = 5, params Port[] ports) =>
        new(Station, "Station", null, null,
            new(Duration.FromHours(betweenHours), Duration.FromHours(samePortHours), Duration.FromDays(handoverDays), Duration.FromHours(1)), [.. ports]);

    public static Outage AnOutage(double from, double? to, string why = "repair") => new(Day(from), to is { } end ? Day(end) : null, why);

    public static Flight AFlight(
        string id, double launch, double? earliest = null, double? latest = null, double? stay = 10, FlightKind kind = FlightKind.Cargo,
        string? template = null, bool free = false, VehicleTypeId[]? types = null, string[]? vehicles = null, string[]? pads = null, string[]? ports = null,
        Pins? pins = null, FlightPlan? plan = null, params string[] persons) => new(
            new(id), id, kind, template,
            new(
                Day(launch), earliest is { } e ? Day(e) : null, latest is { } l ? Day(l) : null, stay is { } s ? Duration.FromDays(s) : null,
                Duration.FromDays(1), free ? Duration.Zero : Duration.FromDays(0.5), free ? null : Station, [.. types ?? [Capsule]],
                [.. (vehicles ?? []).Select(v => new VehicleId(v))], [.. (pads ?? []).Select(p => new PadId(p))], [.. (ports ?? []).Select(p => new PortId(p))], pins),
            [.. persons.Select((p, i) => new Seat(i + 1, "crew", new(p), Legs.Both))], plan);

    /// <summary>An activity that starts days from its anchor; a prerequisite ending in <c>:SS</c> waits for the other's start only.</summary>
    public static ActivityTemplate AnActivity(
        string id, double offset, double days = 1, SlipBehavior slip = SlipBehavior.MovesWithLaunch, Anchor anchor = Anchor.Launch, string[]? needs = null, params string[] after) => new(
            new(id), id, "activity", anchor, Duration.FromDays(offset), Duration.FromDays(days), Duration.FromDays(days), Duration.FromDays(days),
            [.. (needs ?? []).Select(n => new ResourceId(n))],
            [.. after.Select(a => new Prerequisite(new(a.Split(':')[0]), a.EndsWith(":SS", StringComparison.Ordinal)))], [], slip, "M");

    public static MissionTemplate ATemplate(params ActivityTemplate[] activities) => new("t", "Template", [.. activities]);

    public static Resource AResource(string id, int capacity = 1, params Outage[] outages) => new(new(id), id, capacity, null, [.. outages]);

    /// <summary>A fleet with plenty of everything unless named: then with just that.</summary>
    public static Campaign ACampaign(
        IEnumerable<Flight> flights, VehicleType[]? types = null, Vehicle[]? vehicles = null, Pad[]? pads = null, Station[]? stations = null,
        Resource[]? resources = null, MissionTemplate[]? templates = null)
    {
        var all = flights.ToImmutableArray();
        return Campaign.Empty(new("test"), "Test") with
        {
            Fleet = new(
                [.. types ?? [AType()]],
                [.. vehicles ?? [.. Enumerable.Range(1, 20).Select(i => AVehicle($"V{i}"))]],
                [.. pads ?? [.. Enumerable.Range(1, 8).Select(i => APad($"P{i}"))]],
                [.. stations ?? [AStation(ports: [.. Enumerable.Range(1, 8).Select(i => APort($"D{i}"))])]],
                [.. resources ?? []]),
            Templates = [.. templates ?? []],
            Flights = all,
            People = new([], [.. all.SelectMany(f => f.Seats).Select(s => s.Person).OfType<PersonId>().Distinct()
                .Select(p => new Person(p, p.Value, null, "UTC", null, [], []))]),
        };
    }
}
