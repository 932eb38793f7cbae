using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.FlightControl;

/// <summary>Phases, procedures, commit criteria and contingencies by which flights are flown, and who sits at which console.</summary>
/// <param name="Seats">In the order in which a poll asks them.</param>
/// <param name="Holders">Who sits where, flight by flight; a seat without a holder is empty.</param>
/// <param name="Plans">The flights that are controlled from here.</param>
/// <param name="Blocks">Flights that stand still until a mishap is closed.</param>
public sealed record ControlBook(
    ImmutableArray<FlightPhase> Phases, ImmutableArray<CommitCriterion> Criteria, ImmutableArray<Contingency> Contingencies,
    ImmutableArray<Procedure> Procedures, ImmutableArray<ConsoleSeat> Seats, ImmutableArray<SeatHolder> Holders,
    ImmutableArray<ControlPlan> Plans, ImmutableArray<FlightBlock> Blocks)
{
    public static ControlBook Empty { get; } = new([], [], [], [], [], [], [], []);

    /// <summary>Null: the seat is empty on that flight.</summary>
    public SeatHolder? HolderOf(FlightId flight, string seat) => Holders.FirstOrDefault(h => h.Flight == flight && h.Seat == seat);

    /// <summary>The seats that a person holds on a flight.</summary>
    public IEnumerable<ConsoleSeat> SeatsOf(FlightId flight, PersonId person) =>
        Seats.Where(s => HolderOf(flight, s.Id)?.Person == person);

    public ControlPlan? PlanOf(FlightId flight) => Plans.FirstOrDefault(p => p.Flight == flight);

    /// <summary>The procedures of a flight in the order in which they are run; those that the library does not have are left out.</summary>
    public IEnumerable<Procedure> ProceduresOf(FlightId flight) =>
        (PlanOf(flight)?.Procedures ?? []).Select(id => Procedures.FirstOrDefault(p => p.Id == id)).OfType<Procedure>();
}

/// <summary>How one flight is controlled.</summary>
/// <param name="Procedures">Ids, in the order in which they are run.</param>
/// <param name="Rest">The latest check of the console team's rest; null: not done.</param>
public sealed record ControlPlan(FlightId Flight, ImmutableArray<string> Procedures, ImmutableArray<ProtectedBlock> Protected, RestCheck? Rest);

/// <summary>Time of the crew that nobody takes without the surgeon's word.</summary>
/// <param name="Start">Relative to the anchor.</param>
public sealed record ProtectedBlock(string Id, string Name, Anchor Anchor, Duration Start, Duration Lasts);

/// <summary>That the console team's rest was checked for one liftoff; another liftoff needs another check.</summary>
public sealed record RestCheck(Instant At, string By, Instant ForLiftoff);

/// <summary>A flight that does not go on until a mishap is closed.</summary>
/// <param name="Id">The mishap's id and the flight's, with a slash between.</param>
/// <param name="Lifted">Null: it still blocks.</param>
public sealed record FlightBlock(string Id, FlightId Flight, string Mishap, string Why, Instant Since, Instant? Lifted = null, string? LiftedBy = null);

/// <summary>A seat at a console.</summary>
/// <param name="Qualification">What its holder must be current in; see <see cref="QualificationRule.Type"/>.</param>
/// <param name="SpeaksFor">Words of the column "who" of criteria and phases that this seat answers for.</param>
/// <param name="Votes">False: it reports, and others vote on what it reports.</param>
public sealed record ConsoleSeat(string Id, string Name, string Qualification, ImmutableArray<string> SpeaksFor, bool Votes);

/// <param name="Id">Flight and seat with a slash between: one holder a seat.</param>
public sealed record SeatHolder(string Id, FlightId Flight, string Seat, PersonId Person)
{
    public static SeatHolder Of(FlightId flight, string seat, PersonId person) => new($"{flight}/{seat}", flight, seat, person);
}
