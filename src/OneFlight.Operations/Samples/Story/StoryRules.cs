using System.Collections.Immutable;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>What a seat to the story's station demands, and when each of it is current: one rule of every kind.</summary>
internal static class StoryRules
{
    private const string Kind = "PrivateMission", Surgeon = "flight surgeon";

    public static readonly ImmutableArray<QualificationRule> Rules =
    [
        new("QR-01", "medical-certificate", "Medical certificate", RuleKind.CalendarMonths, 12, Source: "14 CFR 460.5(e)", Confidence: "H"),
        new("QR-02", "health-review", "Health review", RuleKind.CalendarMonths, 12, EarlyGrace: 1, Source: "the operator's own standard", Confidence: "M"),
        new("QR-03", "pilot-certificate", "Pilot certificate with instrument rating", RuleKind.Stated, Source: "14 CFR 460.5(c)", Confidence: "H"),
        new("QR-04", "instrument-approaches", "Instrument approaches", RuleKind.EventsInDays, 180, Events: 6, Source: "the operator's own standard", Confidence: "M"),
        new("QR-05", "emergency-drill", "Emergency drills", RuleKind.EventsInDays, 150, Events: 3, Source: "14 CFR 460.51", Confidence: "H"),
        new("QR-06", "water-egress", "Water survival and sea egress", RuleKind.CalendarMonths, 24, EarlyGrace: 2, LateGrace: 2, Source: "planning value from public practice", Confidence: "M"),
        new("QR-07", "suit-run", "Suited pressurized run", RuleKind.RollingDays, 180, Source: "planning value from public practice", Confidence: "M"),
        new("QR-08", "suit-fit", "Suit and seat liner fitted", RuleKind.PerFlight, Source: "planning value from public practice", Confidence: "M"),
        new("QR-09", "late-training", "Launch-day run and emergency egress", RuleKind.PerFlight, Source: "planning value from public practice", Confidence: "M"),
        new("QR-10", "station-board", "Board certification for the station", RuleKind.PerFlight, Source: "station practice; the decision only", Confidence: "H"),
        new("QR-11", "altitude-exposure", "Knows their own signs of low oxygen", RuleKind.AnyOf, Of: ["altitude-chamber", "reduced-oxygen-breathing"], Source: "planning value from public practice", Confidence: "M"),
        new("QR-12", "altitude-chamber", "Altitude chamber", RuleKind.CalendarMonths, 60, Source: "planning value from public practice", Confidence: "M"),
        new("QR-13", "reduced-oxygen-breathing", "Reduced-oxygen breathing", RuleKind.MonthsToTheDay, 24, Source: "planning value from public practice", Confidence: "M"),
        new("QR-14", "capsule-emergencies", "Capsule emergencies", RuleKind.AllOf, Of: ["fire-drill", "depressurization-drill", "toxic-air-drill"], Source: "14 CFR 460.51", Confidence: "H"),
        new("QR-15", "fire-drill", "Fire drill", RuleKind.RollingDays, 150, LateGrace: 15, Source: "planning value from public practice", Confidence: "M"),
        new("QR-16", "depressurization-drill", "Depressurization drill", RuleKind.RollingDays, 150, LateGrace: 15, Source: "planning value from public practice", Confidence: "M"),
        new("QR-17", "toxic-air-drill", "Toxic air drill", RuleKind.RollingDays, 150, LateGrace: 15, Source: "planning value from public practice", Confidence: "M"),
    ];

    public static readonly ImmutableArray<QualificationDemand> Demands =
    [
        Of("QD-01", "Commander", "medical-certificate", holder: Surgeon), Of("QD-02", "Commander", "pilot-certificate"), Of("QD-03", "Commander", "instrument-approaches"),
        Of("QD-04", "Guest", "health-review", holder: Surgeon), Of("QD-05", "Mission specialist", "health-review", holder: Surgeon),
        Of("QD-06", QualificationDemand.Any, "station-board", 30, holder: Surgeon), Of("QD-07", QualificationDemand.Any, "emergency-drill", 10),
        Of("QD-08", QualificationDemand.Any, "capsule-emergencies", 10), Of("QD-09", QualificationDemand.Any, "water-egress", 30),
        Of("QD-10", QualificationDemand.Any, "altitude-exposure"), Of("QD-11", QualificationDemand.Any, "suit-fit", 30), Of("QD-12", QualificationDemand.Any, "suit-run", 30),
        Of("QD-13", QualificationDemand.Any, "late-training", 3, Gate.LaunchReadiness),
    ];

    public static readonly ImmutableArray<FlightReserve> Reserves = [new(Kind, 10, 14), new(QualificationDemand.Any, 7, 14)];

    private static QualificationDemand Of(string id, string role, string type, int dueDays = 0, Gate gate = Gate.CrewQualification, string holder = "training lead") =>
        new(id, role, type, Kind, null, StoryCast.Station, dueDays, gate, holder);
}
