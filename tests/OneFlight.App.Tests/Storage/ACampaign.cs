using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.App.Tests.Storage;

/// <summary>A campaign in which every list has something and every field says something at least once.</summary>
internal static class ACampaign
{
    public static readonly CampaignId Id = new("test-year");
    public static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0).PlusNanoseconds(1);

    public static Campaign With(int flights = 3, int activities = 4) => Campaign.Empty(Id, "Test year ünïcode \"quoted\" <b>\u0001") with
    {
        AsOf = Start,
        Notice = "Fictional.",
        Fleet = Fleet,
        People = People,
        Templates = [Template],
        Rules = [Rule],
        Flights = [.. Enumerable.Range(1, flights).Select(n => AFlight(n, activities))],
        Missions = [.. Enumerable.Range(1, flights).Select(AMission)],
        Promises = [.. Enumerable.Range(1, flights).Select(APromise)],
        Cargo = [new(new("I1"), "Incubator", new("F1"), new MissionId("M1"), Mass.FromKilograms(12.345678), Start, new("T-LOAD"))],
    };

    public static Flight AFlight(int n, int activities = 4) => new(
        new($"F{n}"), $"Flight {n}", FlightKind.PrivateMission, "T",
        new(Day(n * 10), Day(0), Day(400), Duration.FromDays(7) + Duration.FromNanoseconds(3), Duration.FromHours(20), Duration.FromHours(10),
            new StationId("S"), [new("V")], [new("V-1")], [new("P")], [new("S-1")], new(true, false, true, false, "range asked for it")),
        [new(1, "commander", new PersonId("p1"), Legs.Both, new PersonId("p2")), new(2, "guest", null, Legs.Up)],
        new(Day(n * 10), Day((n * 10) + 1), Day((n * 10) + 8), Day((n * 10) + 9), new("V-1"), new PadId("P"),
            [new(new("S-1"), Day((n * 10) + 1), Day((n * 10) + 8)), new(new("S-1"), Day((n * 10) + 8), null)],
            [.. Enumerable.Range(0, activities).Select(a => new PlannedActivity(new($"T-A{a}"), Day(n * 10) - Duration.FromDays(a + 1), Day(n * 10), ActivityStatus.Begun))],
            [new("launch", new ThingId("wish", "F1"), "wanted")]),
        n == 2 ? new(Start, "customer left") : null);

    public static Instant Day(int day) => Start + Duration.FromDays(day);

    /// <summary>The campaign with one flight a day later: every other flight stays the same object.</summary>
    public static Campaign Slipped(this Campaign campaign, int flight, int days = 1)
    {
        var old = campaign.Flights[flight];
        return campaign with { Flights = campaign.Flights.SetItem(flight, old with { Plan = old.Plan! with { Launch = old.Plan.Launch + Duration.FromDays(days) } }) };
    }

    private static FleetBook Fleet { get; } = new(
        [new(new("V"), "Vessel", VehicleRole.Crew, "IDSS", true, 2, 3, 4, Mass.FromKilograms(3000), Mass.FromKilograms(1.5), Duration.FromDays(5), Duration.FromDays(210), Duration.FromDays(30), "high", "a book")],
        [new(new("V-1"), "Vessel 1", new("V"), [new(Start, null, "repair"), new(Start, Day(3), "paint")])],
        [new(new("P"), "Pad", [new("V")], Duration.FromHours(30), Duration.FromMinutes(90), [], "range")],
        [new(new("S"), "Station", 7, 11, new(Duration.FromHours(9.2), Duration.FromHours(23.5), Duration.FromDays(5), Duration.FromHours(1)),
            [new(new("S-1"), "Forward", "IDSS,CBM", [new("V")], Day(-100), null, [])], "partner")],
        [new(new("sim"), "Simulator", 2, new("Europe/Berlin", [IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday], new(8, 30), new LocalTime(17, 0).PlusNanoseconds(5), [new(2027, 12, 24)]), []),
            new(new("team"), "Team", 1, null, [])]);

    private static PeopleBook People { get; } = new(
        [new(new("agency"), "Agency", OrganizationKind.Agency, "Asia/Tokyo", new PersonId("p2"))],
        [new(new("p1"), "Commander", new OrganizationId("agency"), "Asia/Tokyo", "Falcon", [new("EVA", Day(900)), new("suit", null)], [new(Start, null)]),
            new(new("p2"), "Backup", null, "UTC", null, [], [])]);

    private static MissionTemplate Template { get; } = new("T", "Template",
        [new(new("T-LOAD"), "Load", "cargo", Anchor.Launch, -Duration.FromDays(2), Duration.FromHours(5), Duration.FromHours(4), Duration.FromHours(9),
            [new("sim")], [new(new("T-A0"), true)], ["loader"], SlipBehavior.RepeatIfScrubOver48Hours, "low")]);

    private static PromiseRule Rule { get; } = new("EX-1", "Window", "time", "days", DecidedBy.Plan, "launch-outside-window-days",
        Comparison.AtMost, 0.1, 3, 1e-7, 2.5, ["launch", "activity:QUAR"], "landing+30");

    private static CustomerMission AMission(int n) => new(
        new($"M{n}"), $"Mission {n}", CustomerKind.Laboratory, new FlightId($"F{n}"), new OrganizationId("agency"), new PersonId("p1"),
        new OrganizationId("agency"), Posture.Silent, new PersonId("p2"), true, "Our crystals come home cold.",
        [new("c1", "cold", true, "°C", 0.75), new("c2", "joy", false, null, 0.25)], new PersonId("p2"), true);

    private static Promise APromise(int n) => new(
        new($"R{n}"), new($"M{n}"), "EX-1", "“We fly in May.”", PromiseKind.Stated, PromiseMoment.Charged, "sales", "lab", Start, 1,
        n == 1 ? new(new Interval(Start, null), Day(5), 4.25) : PromiseTerms.None, true);
}
