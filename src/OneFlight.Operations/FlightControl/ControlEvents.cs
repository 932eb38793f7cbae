using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;

namespace OneFlight.Operations.FlightControl;

// What may stand in the stream control/FLIGHT. When it happened is the entry's own time.

/// <param name="Attempt">Counted from one.</param>
public sealed record CountStarted(Instant Liftoff, int Attempt) : ILogEvent;

public sealed record HoldCalled(string Reason) : ILogEvent;

public sealed record HoldReleased : ILogEvent;

/// <summary>The clock goes back to a time before liftoff and holds there until it is released.</summary>
public sealed record CountRecycled(Duration To, string Reason) : ILogEvent;

/// <summary>This attempt is over.</summary>
/// <param name="Cause">weather, technical, range, crew, station or other.</param>
public sealed record CountScrubbed(string Cause, string Reason) : ILogEvent;

/// <param name="By">Who did it.</param>
/// <param name="Value">Of a measure.</param>
/// <param name="Words">Of a decision; else a remark.</param>
public sealed record StepDone(string Procedure, int Version, string Step, PersonId By, double? Value, string? Words) : ILogEvent;

/// <summary>The second person of a step that needs two.</summary>
public sealed record StepSeconded(string Procedure, int Version, string Step, PersonId By) : ILogEvent;

/// <summary>A value of a criterion; the entry's time is when it was measured.</summary>
/// <param name="Source">Where it comes from: an instrument, a report, a named check.</param>
public sealed record ValueSeen(string Criterion, double Value, string Unit, string Source) : ILogEvent;

public sealed record CriterionWaived(string Criterion, PersonId By, string Condition) : ILogEvent;

/// <param name="Phase">The phase whose poll it is; null: asked between.</param>
/// <param name="Seats">In the order in which they are asked.</param>
/// <param name="Criteria">Whose values a vote rests on.</param>
public sealed record PollOpened(string Poll, string Question, string? Phase, ImmutableArray<string> Seats, ImmutableArray<string> Criteria) : ILogEvent;

public enum VoteAnswer { Go, GoWithException, NoGo }

/// <param name="Comment">What the exception is, or why not.</param>
public sealed record VoteCast(string Poll, string Seat, PersonId By, VoteAnswer Answer, string? Comment) : ILogEvent;

/// <param name="Words">The result with its reasons, as it stood when the poll was closed.</param>
public sealed record PollClosed(string Poll, bool Go, string Words) : ILogEvent;

/// <param name="Id">Of this opening, unique in the stream.</param>
public sealed record ContingencyOpened(string Id, string Contingency, string Seen) : ILogEvent;

/// <param name="Action">Counted from one.</param>
public sealed record FirstActionDone(string Id, int Action, PersonId By) : ILogEvent;

/// <param name="Words">How each exit criterion is met.</param>
public sealed record ContingencyClosed(string Id, string Words) : ILogEvent;

/// <summary>A phase began; the entry's time is the actual one. Liftoff, docking, undocking and landing are phases, too.</summary>
public sealed record PhaseReached(string Phase, string? Words) : ILogEvent;

public sealed record ControlNote(string Text) : ILogEvent;

/// <param name="OnBoard">False: asked on the ground.</param>
/// <param name="From">As shown to people: of a silent person the alias.</param>
/// <param name="Due">By when it is answered, after the standard of its kind.</param>
public sealed record BoardRequestOpened(string Id, bool OnBoard, string From, string Kind, string Wish, Instant Due) : ILogEvent;

public sealed record BoardRequestTaken(string Id, PersonId Owner) : ILogEvent;

public sealed record BoardRequestAnswered(string Id, string Answer) : ILogEvent;

/// <param name="Block">Id of the plan's block.</param>
public sealed record ProtectedTimeBegun(string Block, string Name, Instant Until) : ILogEvent;

/// <param name="AgreedBy">Who agreed for the surgeon.</param>
public sealed record ProtectedTimeInterrupted(string Block, string Reason, string AgreedBy) : ILogEvent;

public sealed record ProtectedTimeEnded(string Block) : ILogEvent;

/// <summary>One of the crew leaves our hands after landing.</summary>
/// <param name="To">Whose hands they are in now.</param>
public sealed record CrewHandedOver(PersonId Person, string To) : ILogEvent;
