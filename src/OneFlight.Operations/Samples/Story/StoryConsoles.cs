using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>Console seats and procedures of the fictional operator, plainly ours.</summary>
internal static class StoryConsoles
{
    private const string Director = "flight-director", Dynamics = "flight-dynamics", SafetyDesk = "safety-desk", SurgeonDesk = "flight-surgeon", CrewOffice = "crew-office",
        CargoDesk = "cargo-desk", Mission = "mission-director", Weather = "weather-desk", Conductor = "launch-conductor", Recovery = "recovery-desk", Communicator = "communicator";

    /// <summary>In the order in which a poll asks them; those that report come after.</summary>
    public static readonly ImmutableArray<ConsoleSeat> Seats =
    [
        Seat(Dynamics, "Flight dynamics", true, "flight dynamics", "weather officer", "launch weather officer", "space weather"),
        Seat(SafetyDesk, "Safety", true, "range safety", "flight safety", "safety official", "safety", "recovery director", "recovery"),
        Seat(SurgeonDesk, "Flight surgeon", true, "flight surgeon", "life support"),
        Seat(CrewOffice, "Crew office", true, "crew office", "suit console", "closeout lead"),
        Seat(CargoDesk, "Cargo", true, "cargo lead"),
        Seat(Director, "Flight director", true, "flight director", "vehicle console", "ground control", "station programme", "launch director"),
        Seat(Mission, "Mission director", true, "mission director", "legal", "regulatory", "chief engineer"),
        Seat(Weather, "Launch weather", false), Seat(Conductor, "Launch conductor", false), Seat(Recovery, "Recovery", false), Seat(Communicator, "Crew communicator", false),
    ];

    /// <summary>Who sits where, the same on each of the story's flights.</summary>
    public static readonly ImmutableArray<(string Seat, PersonId Person)> Holders =
    [
        (Dynamics, StoryStaff.Planner), (SafetyDesk, StoryStaff.Safety), (SurgeonDesk, StoryStaff.Surgeon), (CrewOffice, StoryStaff.TrainingLead), (CargoDesk, StoryStaff.Logistics),
        (Director, StoryStaff.FlightDirector), (Mission, StoryStaff.Executive), (Weather, StoryStaff.WeatherOfficer), (Conductor, StoryStaff.LaunchConductor),
        (Recovery, StoryStaff.Recovery), (Communicator, StoryStaff.Communicator),
    ];

    public static readonly ImmutableArray<ProtectedBlock> Protected =
    [
        new("first-night", "First night's sleep", Anchor.Launch, Duration.FromHours(9), Duration.FromHours(8.5)),
        new("adaptation", "Adaptation: light load, nobody asks", Anchor.Arrival, Duration.FromHours(5), Duration.FromHours(34)),
        new("silent-orbit", "One silent orbit at the window", Anchor.Arrival, Duration.FromHours(66), Duration.FromMinutes(93)),
        new("home-call", "Private calls home", Anchor.Arrival, Duration.FromHours(96), Duration.FromHours(2)),
    ];

    /// <param name="released">When all but the edited one were released.</param>
    public static ImmutableArray<Procedure> Procedures(Instant released) =>
    [
        Released("LATE-LOAD", "Late load of cold items", 3, released,
            Step("LL-1", StepKind.Check, "Cold box serials read against the manifest", CargoDesk),
            Step("LL-2", StepKind.Measure, "Warmest logger of the cold boxes", CargoDesk) with { High = -72, Unit = "°C" },
            Step("LL-3", StepKind.TwoPerson, "Boxes latched in their lockers, seen by two", CargoDesk),
            Step("LL-4", StepKind.Decision, "Hours out of control budget left, and whether it is enough", CargoDesk)),
        Released("LAUNCH-DAY", "Launch countdown with crew", 7, released,
            Step("LC-01", StepKind.Check, "Roster read aloud; every seat that votes is filled and rested", Director),
            Step("LC-02", StepKind.Measure, "Capsule propellant tank pressure", Conductor) with { Low = 17, High = 19, Unit = "bar" },
            Step("LC-03", StepKind.Check, "Weather told to the crew, who repeat it", Weather),
            Step("LC-04", StepKind.TwoPerson, "Masks and suit bags counted with the crew, by two", SafetyDesk),
            Step("LC-05", StepKind.Poll, "Poll: closeout team into the danger area", Director) with { Phase = "CD-08" },
            Step("LC-06", StepKind.WaitUntil, "Crew walks out", Director) with { Before = Duration.FromSeconds(12120) },
            Step("LC-07", StepKind.Check, "All voice loops good with each of the crew", Communicator),
            Step("SUIT-LEAK", StepKind.Measure, "Greatest suit leak rate", CrewOffice) with { Low = 0, High = 0.8, Unit = "mbar/min" },
            Step("HATCH", StepKind.TwoPerson, "Hatch seal seen clean by two, hatch closed for flight", SafetyDesk),
            Step("LC-10", StepKind.HoldPoint, "Pad area empty; nothing goes on while the count holds", Director),
            Step("LC-11", StepKind.Poll, "Poll: propellant load", Director) with { Phase = "CD-18" },
            Step("LC-12", StepKind.Decision, "Escape system armed and healthy: load or not", Mission),
            Step("LC-13", StepKind.WaitUntil, "Load begins", Director) with { Before = Duration.FromSeconds(2100) },
            Step("LC-14", StepKind.Poll, "Poll: final go", Director) with { Phase = "CD-27" }),
        Released("APPROACH", "Approach and docking", 4, released,
            Step("AD-1", StepKind.Poll, "Poll: enter the approach ellipsoid", Director) with { Phase = "AP-01" },
            Step("POLL-200M", StepKind.Poll, "Poll: enter the keep-out sphere", Director) with { Phase = "AP-04" },
            Step("AD-2", StepKind.Measure, "Closing rate below 20 m", Dynamics) with { Low = 0.02, High = 0.1, Unit = "m/s" },
            Step("AD-3", StepKind.TwoPerson, "Hard capture seen by ground and station", Director)),
        Released("WATER-EGRESS", "Water egress and safing", 2, released,
            Step("WE-1", StepKind.Measure, "Hypergolic vapor at the hatch", SafetyDesk) with { High = 0.05, Unit = "ppm" },
            Step("WE-2", StepKind.TwoPerson, "Thruster valves safed, seen by two", SafetyDesk),
            Step("WE-3", StepKind.Decision, "Crew out on deck or by raft", Director),
            Step("WE-4", StepKind.Check, "Headcount after hatch opening", Recovery)),
        new("PAD-EGRESS", "Pad egress by hand", 5, null, null,
        [
            Step("PE-1", StepKind.Check, "Access arm back, water curtain on", Conductor),
            Step("PE-2", StepKind.TwoPerson, "Each of the crew counted into the basket by two", SafetyDesk),
        ]),
    ];

    /// <summary>Procedures of a flight in the order in which they are run.</summary>
    public static readonly ImmutableArray<string> Runs = ["LATE-LOAD", "LAUNCH-DAY", "APPROACH", "WATER-EGRESS"];

    private static ConsoleSeat Seat(string id, string name, bool votes, params ReadOnlySpan<string> speaksFor) => new(id, name, $"console:{id}", [.. speaksFor], votes);

    private static ProcedureStep Step(string id, StepKind kind, string text, string seat) => new(id, kind, text, seat);

    private static Procedure Released(string id, string name, int version, Instant at, params ReadOnlySpan<ProcedureStep> steps) => new(id, name, version, at, "Safety lead", [.. steps]);
}
