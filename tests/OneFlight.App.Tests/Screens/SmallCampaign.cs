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

namespace OneFlight.App.Tests.Screens;

/// <summary>Two flights, three missions and a handful of promises, made by hand so that each screen has something to show.</summary>
internal static class SmallCampaign
{
    public static readonly Instant Now = Instant.FromUtc(2027, 2, 18, 14, 32);
    public static readonly Instant Launch = Instant.FromUtc(2027, 3, 12, 9, 14);

    public static Campaign Make() => new(
        new("small"), "Small campaign", Now, "Everything here is made up.", Fleet, People, [Template], Rules,
        [Halcyon, Argo], Missions, Promises, [Crystals]);

    /// <summary>The same with the first flight nine days later.</summary>
    public static Campaign Slipped(int days = 9)
    {
        var campaign = Make();
        var plan = Halcyon.Plan!;
        var by = Duration.FromDays(days);
        var moved = plan with
        {
            Launch = plan.Launch + by,
            Arrival = plan.Arrival + by,
            Departure = plan.Departure + by,
            End = plan.End + by,
            Stays = [.. plan.Stays.Select(s => s with { From = s.From + by, To = s.To + by })],
            Activities = [.. plan.Activities.Select(a => a with { Start = a.Start + by, End = a.End + by })],
        };
        return campaign with { Flights = [Halcyon with { Plan = moved }, Argo] };
    }

    private static FleetBook Fleet => new(
        [new(new("capsule"), "Capsule", VehicleRole.Crew, "IDSS", true, 1, 4, 4), new(new("ship"), "Cargo ship", VehicleRole.Cargo, "IDSS", true)],
        [new(new("C3"), "Capsule 3", new("capsule"), []), new(new("S1"), "Ship 1", new("ship"), [])],
        [new(new("LC-1"), "Pad 39", [new("capsule"), new("ship")], Duration.FromDays(3), Duration.FromDays(2), [])],
        [new(new("ST"), "Harbor Station", 4, 8, new(Duration.FromHours(9.2), Duration.FromHours(23.5), Duration.FromDays(3), Duration.FromHours(2)),
            [new(new("ZEN"), "Zenith port", "IDSS", [new("capsule"), new("ship")], null, null, [])], new("station-office"))],
        [new(new("suite"), "Quarantine suite", 2, null, [])]);

    private static PeopleBook People => new(
        [
            new(new("northlight"), "Northlight Laboratories", OrganizationKind.Laboratory, "Europe/Berlin", new("P-9")),
            new(new("meridian"), "Meridian Brokers", OrganizationKind.Broker, "Europe/London", null),
            new(new("station-office"), "Harbor Station office", OrganizationKind.Station, "America/Chicago", null),
        ],
        [
            new(new("P-1"), "Participant, self-paying", null, "America/Denver", "Juniper", [], []),
            new(new("P-2"), "Commander", null, "America/Chicago", null, [new("Capsule command", Launch + Duration.FromDays(200))], []),
            new(new("P-3"), "Steward, first", null, "Europe/Lisbon", null, [], []),
            new(new("P-9"), "Payload scientist", new("northlight"), "Europe/Berlin", null, [], []),
        ]);

    private static MissionTemplate Template => new("private", "Private mission",
    [
        new(new("R-QUAR"), "Quarantine", "activity", Anchor.Launch, Duration.FromDays(-14), Duration.FromDays(14), Duration.FromDays(7), Duration.FromDays(21),
            [new("suite")], [], ["flight surgeon"], SlipBehavior.MovesUntilBegunThenExtends, "H"),
        new(new("R-LATE"), "Late load", "activity", Anchor.Launch, Duration.FromHours(-30), Duration.FromHours(6), Duration.FromHours(4), Duration.FromHours(8),
            [], [new(new("R-QUAR"), true)], ["payload manager"], SlipBehavior.MovesWithLaunch, "M"),
    ]);

    private static ImmutableArray<PromiseRule> Rules =>
    [
        new("EX-001", "We launch inside the window you last told me", "schedule", "days", DecidedBy.Plan, "launch-outside-window-days", Comparison.AtMost, 0, 14, 2, 1, ["launch"], "launch"),
        new("EX-010", "Samples come home in time", "payload", "days", DecidedBy.Plan, "sample-cold-days", Comparison.AtMost, 30, 34, 5, 2, ["activity:LATE", "landing"], "landing"),
        new("EX-020", "Was it what you hoped", "felt", "score", DecidedBy.Survey, null, Comparison.AtLeast, 8, 6, 0, 0, [], "landing+30"),
    ];

    private static Flight Halcyon => new(new("HALCYON-07"), "HALCYON-07", FlightKind.PrivateMission, "private",
        new(Launch, null, null, Duration.FromDays(10), Duration.FromHours(27), Duration.FromHours(20), new("ST"), [new("capsule")], [], [], []),
        [new(1, "commander", new("P-2"), Legs.Both), new(2, "participant", new("P-1"), Legs.Both), new(3, "participant", null, Legs.Both)],
        new(Launch, Launch + Duration.FromHours(27), Launch + Duration.FromDays(11), Launch + Duration.FromDays(12), new("C3"), new("LC-1"),
            [new(new("ZEN"), Launch + Duration.FromHours(27), Launch + Duration.FromDays(11))],
            [
                new(new("R-QUAR"), Launch - Duration.FromDays(14), Launch, ActivityStatus.Planned),
                new(new("R-LATE"), Launch - Duration.FromHours(30), Launch - Duration.FromHours(24), ActivityStatus.Planned),
            ],
            [
                new("launch", new ThingId("flight", "ARGO-12"), "Pad 39 is held by ARGO-12 until 10 Mar 08:00"),
                new("port", null, "the only port that fits and is free"),
                new("activity:R-QUAR", null, "ends at liftoff"),
            ]));

    private static Flight Argo => new(new("ARGO-12"), "ARGO-12", FlightKind.Cargo, null,
        new(Launch - Duration.FromDays(6), null, null, Duration.FromDays(4), Duration.FromHours(20), Duration.FromHours(20), null, [new("ship")], [], [], []),
        [], null);

    private static ImmutableArray<CustomerMission> Missions =>
    [
        new(new("M-JUN"), "Mission Juniper", CustomerKind.Participant, new("HALCYON-07"), null, new("P-1"), null, Posture.Silent, new("P-3"), true,
            "To see the valley where my father farmed, and come back able to tell him.",
            [new("c1", "Five hours at the window", true, "hours", 0.6), new("c2", "I can tell it", false, null, 0.4)]),
        new(new("M-CRY"), "Cold protein crystals", CustomerKind.Laboratory, new("HALCYON-07"), new("northlight"), null, new("meridian"), Posture.Public, new("P-3"), false,
            "Crystals that grew undisturbed, home cold, in time to measure.", [new("c1", "Samples within 30 days", true, "days", 1)]),
        new(new("M-GAP"), "A choir in orbit <script>alert(1)</script>", CustomerKind.Culture, null, null, null, new("meridian"), Posture.Public, null, false, "We sing.", []),
    ];

    private static ImmutableArray<Promise> Promises =>
    [
        new(new("PR-1"), new("M-JUN"), "EX-001", "You fly in March.", PromiseKind.Stated, PromiseMoment.Charged, "steward", "Juniper", Now - Duration.FromDays(90), 0.7, new(new Interval(Launch - Duration.FromDays(2), Launch + Duration.FromDays(2)))),
        new(new("PR-2"), new("M-JUN"), "EX-020", "It will be worth it.", PromiseKind.Implied, PromiseMoment.Calm, "steward", "Juniper", Now - Duration.FromDays(90), 0.3, PromiseTerms.None, true),
        new(new("PR-3"), new("M-CRY"), "EX-010", "Our samples come home within 30 days of loading.", PromiseKind.Contract, PromiseMoment.Critical, "payload desk", "Northlight", Now - Duration.FromDays(200), 1, PromiseTerms.None),
    ];

    private static CargoItem Crystals => new(new("K-1"), "Crystal carrier", new("HALCYON-07"), new("M-CRY"), Mass.FromKilograms(12.5), Launch - Duration.FromDays(3), new("R-LATE"));
}
