using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.App.FlightControl;

/// <summary>Launch and flight as one viewer sees it: each sees the control of their own seat only.</summary>
/// <param name="Chain">Where the record was changed; empty: it is whole.</param>
/// <param name="Act">What was refused; null: nothing.</param>
public sealed record ControlView(
    OpenCampaign Open, CountdownState State, Viewer Viewer, ConsoleActor Actor, ImmutableArray<ConsoleSeat> OwnSeats, ImmutableArray<LogEntry> Entries,
    ImmutableArray<Problem> Chain, bool NowIsFixed, string? Act, ControlForm Form, ImmutableArray<Problem> Problems)
{
    private const int MostEntries = 60;

    public static ControlView From(OpenCampaign open, CountdownState state, ImmutableArray<LogEntry> entries, FrameView frame, string? act, ControlForm typed, ImmutableArray<Problem> problems)
    {
        var actor = ConsoleActors.Of(frame.Viewer, open);
        ImmutableArray<ConsoleSeat> own = actor.Person is { } person ? [.. state.Facts.Book.SeatsOf(state.Facts.Flight.Id, person)] : [];
        return new(open, state, frame.Viewer, actor, own, entries, LogChain.Verify(entries), frame.NowIsFixed, act, typed, problems);
    }

    public Flight Flight => State.Facts.Flight;
    public ControlBook Book => State.Facts.Book;
    public string Address => ControlPaths.Control(Open.Id, Flight.Id.Value);
    public bool Directs => Viewer.May(Policies.ControlWrite);
    public bool AnswersRequests => Viewer.May(Policies.RequestWrite);
    public bool IsControlled => Book.PlanOf(Flight.Id) is not null;
    public bool IsBeforeLiftoff => State.Clock.Phase is not (CountPhase.Flying or CountPhase.Landed);
    public bool SitsHere => OwnSeats.Length > 0;

    /// <summary>What was typed into a form that was refused, so that nobody types it twice.</summary>
    public string? Typed(string act, string field) => Act == act ? Form[field] : null;

    public bool Refused(string act) => Act == act && !Problems.IsEmpty;

    public PollState? OpenPoll => State.Polls.LastOrDefault(p => p.ClosedAt is null);
    public IEnumerable<PollState> ClosedPolls => State.Polls.Where(p => p.ClosedAt is not null).Reverse();

    /// <summary>Criteria that matter now: those of launch before liftoff, of landing after it.</summary>
    public IEnumerable<IGrouping<string, CriterionState>> Board => State.Criteria
        .Where(c => (c.Criterion.Group == ControlStatement.ReturnWeather) != IsBeforeLiftoff).GroupBy(c => c.Criterion.Group);

    public int Blocking => Board.SelectMany(g => g).Count(c => c.Blocks);

    public IEnumerable<string> Groups => State.Criteria.Select(c => c.Criterion.Group).Distinct();

    /// <summary>The criteria that the viewer's seats answer for; a seat that reports may give any.</summary>
    public IEnumerable<CriterionState> OwnCriteria
    {
        get
        {
            ImmutableArray<ConsoleSeat> voting = [.. Book.Seats.Where(s => s.Votes)];
            var own = OwnSeats.Select(s => s.Id).ToHashSet();
            return Board.SelectMany(g => g).Where(c => own.Contains(PollState.Answers(c.Criterion, voting) ?? ""));
        }
    }

    /// <summary>The rows around now before launch; all of them once it flies.</summary>
    public IEnumerable<PhaseRow> Rows => State.Phases.Where(p => p.Phase.Kind != FlightPhase.AbortMode);
    public IEnumerable<PhaseRow> AbortModes => State.Phases.Where(p => p.Phase.Kind == FlightPhase.AbortMode);
    public PhaseRow? NextRow => State.Phases.FirstOrDefault(p => p.Time == RowTime.Next);

    public IEnumerable<LogEntry> Latest => Entries.Reverse().Take(MostEntries);

    public string Name(Operations.People.PersonId? person) => Open.Index.NameOf(person, "nobody");

    /// <summary>The impact room with a slip of this flight in its address.</summary>
    public string Slip(string by) => $"{Paths.Impact(Open.Id)}?slip={Uri.EscapeDataString($"{Flight.Id}={by}")}";

    public string Sentence => State.Clock.Phase switch
    {
        CountPhase.NotStarted => $"The plan of the day: liftoff is planned for {Say.When(State.Clock.Planned)}. No count has been started.",
        CountPhase.Counting => $"Attempt {State.Clock.Attempt} counts to {Say.When(State.Clock.Liftoff!.Value)}.",
        CountPhase.Holding => $"Attempt {State.Clock.Attempt} holds: {State.Clock.Why}. Released now, it lifts off on {Say.When(State.Clock.Liftoff!.Value)}.",
        CountPhase.Scrubbed => $"Attempt {State.Clock.Attempt} is scrubbed ({State.Clock.Why}). The next liftoff is decided in the impact room.",
        CountPhase.Flying => $"It flies since {Say.When(State.Clock.Liftoff!.Value)}.",
        _ => $"It has landed. What stands here is as it was.",
    };
}
