using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Tests.FlightControl;

/// <summary>A small flight with two console seats, one criterion and one procedure; a test names only what it is about.</summary>
internal static class AControl
{
    public static readonly Instant T0 = Instant.FromUtc(2027, 3, 1, 12, 0);
    public static readonly FlightId Flight = new("F-1");
    public static readonly PersonId Director = new("director"), Weather = new("weather"), Other = new("other");

    public static CommitCriterion Wind(int recheck = 60, Waivable waivable = Waivable.No) => new(
        "WX-01", "all", "weather", "Wind at the pad", CriterionOperator.AtMost, 30, "mph", "no-go", "weather officer", recheck, waivable, "", "test", "H", "Y");

    public static ConsoleSeat Seat(string id, bool votes = true, params string[] speaksFor) => new(id, id, $"console:{id}", [.. speaksFor], votes);

    public static readonly Procedure Count = new("count", "Count", 1, T0 - Duration.FromDays(90), "Safety",
    [
        new("S1", StepKind.Check, "Roster", "director"), new("S2", StepKind.TwoPerson, "Hatch", "director"),
        new("S3", StepKind.Measure, "Leak", "director", Low: 0, High: 0.8, Unit: "mbar"), new("S4", StepKind.WaitUntil, "Load", "director", Before: Duration.FromMinutes(35)),
        new("S5", StepKind.Poll, "Go", "director", Phase: "CD-18"),
    ]);

    public static ControlBook Book(ImmutableArray<CommitCriterion>? criteria = null, ImmutableArray<SeatHolder>? holders = null, Procedure? procedure = null) => ControlBook.Empty with
    {
        Criteria = criteria ?? [Wind()],
        Seats = [Seat("director"), Seat("weather", true, "weather officer")],
        Holders = holders ?? [SeatHolder.Of(Flight, "director", Director), SeatHolder.Of(Flight, "weather", Weather)],
        Procedures = [procedure ?? Count],
        Plans = [new(Flight, ["count"], [new("sleep", "Sleep", Anchor.Launch, Duration.FromHours(9), Duration.FromHours(8))], null)],
        Phases =
        [
            Phase("CD-18", "countdown", "poll", -2700), Phase(FlightPhase.Liftoff, "ascent", "milestone", 0), Phase("AS-02", "ascent", "milestone", 58),
            Phase(FlightPhase.Landing, "recovery", "milestone", 0, Anchor.End),
        ],
        Contingencies = [new("C15", "scrub", "Weather scrub", ["countdown"], "minor", ["rule"], ["Hold", "Safe the vehicle"], [], ["director"], ["crew"], ["crew out"], "per-flight", "H", "")],
    };

    public static QualificationBook Records(LocalDate? earned = null) => QualificationBook.Empty with
    {
        Rules = [Rule("director"), Rule("weather")],
        Records = [Record(Director, "director", earned), Record(Weather, "weather", earned)],
    };

    public static CountdownState State(IEnumerable<NewLogEntry> entries, Instant now, ControlBook? book = null, QualificationBook? records = null) =>
        CountdownState.At(Kept(entries), new(TheFlight, TheFlight.Plan!, book ?? Book(), records ?? Records()), now);

    public static ConsoleActor DirectorActs => new(Director, "Director", true);
    public static ConsoleActor WeatherActs => new(Weather, "Weather", false);

    public static NewLogEntry Started(Instant? at = null) => NewLogEntry.Now(at ?? T0 - Duration.FromHours(5), "Director", new CountStarted(T0, 1));

    public static NewLogEntry Seen(Instant at, double value, Instant? known = null) => new(at, known ?? at, "Weather", new ValueSeen("WX-01", value, "mph", "tower"));

    public static NewLogEntry Opened(Instant at) => NewLogEntry.Now(at, "Director", new PollOpened("P1", "Load?", "CD-18", ["director", "weather"], ["WX-01"]));

    public static NewLogEntry Voted(Instant at, string seat, PersonId by, VoteAnswer answer = VoteAnswer.Go, string? comment = null) =>
        NewLogEntry.Now(at, by.Value, new VoteCast("P1", seat, by, answer, comment));

    public static Flight TheFlight { get; } = new(
        Flight, "F-1", FlightKind.FreeFlyer, null,
        new(T0, null, null, Duration.FromDays(3), Duration.FromHours(1), Duration.FromHours(1), null, [], [], [], []),
        [new(1, "Commander", new("rider"), Legs.Both)],
        new(T0, null, null, T0 + Duration.FromDays(3), new("v"), null, [], [], []));

    public static ImmutableArray<LogEntry> Kept(IEnumerable<NewLogEntry> entries) =>
        [.. entries.Select((e, i) => new LogEntry(Compartment.Operations, $"control/{Flight}", i + 1, e.At, e.KnownAt, e.Who, e.Event, "", ""))];

    private static QualificationRule Rule(string seat) => new($"r-{seat}", $"console:{seat}", $"Console {seat}", RuleKind.MonthsToTheDay, 12);

    private static QualificationRecord Record(PersonId person, string seat, LocalDate? earned) =>
        new($"q-{seat}", person, $"console:{seat}", earned ?? new(2026, 9, 1), T0 - Duration.FromDays(100), "board");

    private static FlightPhase Phase(string id, string stretch, string kind, int seconds, Anchor anchor = Anchor.Launch) =>
        new(id, "all", stretch, kind, anchor, Duration.FromSeconds(seconds), Duration.Zero, id, "", "director", "", "test", "H", "Y");
}
