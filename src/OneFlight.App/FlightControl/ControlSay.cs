using System.Globalization;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Logbook;

namespace OneFlight.App.FlightControl;

/// <summary>Words of the consoles.</summary>
public static class ControlSay
{
    /// <summary>T−2:10:00 before liftoff, T+0:01:05 after it.</summary>
    public static string Clock(Duration? remaining)
    {
        if (remaining is not { } left) return "no clock";
        var seconds = (long)Math.Ceiling(left.TotalSeconds);
        var (sign, rest) = (seconds > 0 ? '−' : '+', Math.Abs(seconds));
        return rest >= 172_800
            ? string.Create(CultureInfo.InvariantCulture, $"T{sign}{rest / 86_400} d {rest / 3600 % 24}:{rest / 60 % 60:00}:{rest % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"T{sign}{rest / 3600}:{rest / 60 % 60:00}:{rest % 60:00}");
    }

    /// <summary>An offset from an anchor: "L −2:15:00".</summary>
    public static string Offset(FlightPhase phase) => $"{phase.Anchor switch { Operations.Flights.Anchor.Launch => "L", Operations.Flights.Anchor.Arrival => "D", Operations.Flights.Anchor.Departure => "U", _ => "S" }}{Clock(-phase.Start)[1..]}";

    /// <summary>How far a row of a table can be trusted: the tables write H, M, L, and Y, P, N for a text that was seen, seen in part or not.</summary>
    public static string Source(string confidence, string textSeen) =>
        $"confidence {confidence switch { "H" => "high", "M" => "medium", "L" => "low", "" => "not stated", _ => confidence }}"
        + textSeen switch { "Y" => ", source read", "P" => ", source read in part", "N" => ", source not read", "" => "", _ => $", source {textSeen}" };

    public static string Age(Duration? age) => age is not { } old ? "–"
        : old < Duration.FromMinutes(10) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, old.TotalSeconds):0} s") : Say.Span(old);

    /// <summary>+12 s, −3 min 20 s.</summary>
    public static string Late(Duration? late)
    {
        if (late is not { } by) return "–";
        var seconds = (long)Math.Round(by.TotalSeconds);
        if (Math.Abs(seconds) >= 600) return Say.Moved(by);
        var (sign, rest) = (seconds < 0 ? "−" : "+", Math.Abs(seconds));
        return seconds == 0 ? "on time" : rest < 60 ? $"{sign}{rest} s" : $"{sign}{rest / 60} min {rest % 60} s";
    }

    public static string Number(double value) => CommitCriterion.Number(value);

    public static string Phase(CountPhase phase) => phase switch
    {
        CountPhase.NotStarted => "count not started",
        CountPhase.Counting => "counting",
        CountPhase.Holding => "holding",
        CountPhase.Scrubbed => "scrubbed",
        CountPhase.Flying => "flying",
        _ => "landed",
    };

    public static string Vote(VoteStanding standing) => standing switch
    {
        VoteStanding.Go => "GO",
        VoteStanding.GoWithException => "GO with exception",
        VoteStanding.NoGo => "NO-GO",
        VoteStanding.Withdrawn => "withdrawn by rule",
        VoteStanding.EmptySeat => "empty seat",
        VoteStanding.NotQualified => "not qualified",
        _ => "no answer",
    };

    /// <summary>Shape of a vote: see the symbols of the shell.</summary>
    public static string Shape(VoteStanding standing) => standing switch
    {
        VoteStanding.Go => "kept",
        VoteStanding.GoWithException => "watch",
        VoteStanding.NoGo or VoteStanding.EmptySeat or VoteStanding.NotQualified => "broken",
        VoteStanding.Withdrawn => "at-risk",
        _ => "waiting",
    };

    public static string Condition(CriterionCondition condition) => condition switch
    {
        CriterionCondition.NotSeen => "no value",
        CriterionCondition.Good => "good",
        CriterionCondition.Flicker => "flickers",
        CriterionCondition.Red => "red",
        CriterionCondition.Clearing => "clears",
        CriterionCondition.Stale => "stale",
        CriterionCondition.Waived => "waived",
        _ => "changed",
    };

    public static string Step(StepKind kind) => kind switch
    {
        StepKind.TwoPerson => "two persons",
        StepKind.HoldPoint => "hold point",
        StepKind.WaitUntil => "wait",
        _ => Say.Words(kind),
    };

    /// <summary>One entry of a record in a sentence.</summary>
    public static string Event(LogEntry entry, OpenCampaign open, ControlBook book)
    {
        string Phase(string id) => book.Phases.FirstOrDefault(p => p.Id == id)?.Event ?? id;
        string Criterion(string id) => book.Criteria.FirstOrDefault(c => c.Id == id)?.Text ?? id;
        string Seat(string id) => book.Seats.FirstOrDefault(s => s.Id == id)?.Name ?? id;
        return entry.Event switch
        {
            CountStarted e => string.Create(CultureInfo.InvariantCulture, $"Count started, attempt {e.Attempt}, for {Say.When(e.Liftoff)}"),
            HoldCalled e => $"Hold: {e.Reason}",
            HoldReleased => "Hold released",
            CountRecycled e => $"Recycled to {Clock(e.To)}: {e.Reason}",
            CountScrubbed e => $"Scrub, {e.Cause}: {e.Reason}",
            StepDone e => $"{e.Procedure} {e.Step} done by {open.Index.NameOf(e.By)}{(e.Value is { } value ? $": {Number(value)}" : "")}{(e.Words is { } words ? $" ({words})" : "")}",
            StepSeconded e => $"{e.Procedure} {e.Step} seen by a second person, {open.Index.NameOf(e.By)}",
            ValueSeen e => $"{e.Criterion} {Criterion(e.Criterion)}: {Number(e.Value)} {e.Unit}, {e.Source}",
            CriterionWaived e => $"{e.Criterion} waived by {open.Index.NameOf(e.By)}: {e.Condition}",
            PollOpened e => $"Poll opened: {e.Question}",
            VoteCast e => $"{Seat(e.Seat)}: {Vote(e.Answer switch { VoteAnswer.Go => VoteStanding.Go, VoteAnswer.GoWithException => VoteStanding.GoWithException, _ => VoteStanding.NoGo })}{(e.Comment is { } comment ? $", {comment}" : "")}",
            PollClosed e => $"Poll closed: {e.Words}",
            ContingencyOpened e => $"Contingency {e.Contingency} opened: {e.Seen}",
            FirstActionDone e => string.Create(CultureInfo.InvariantCulture, $"First action {e.Action} of {e.Id} done by {open.Index.NameOf(e.By)}"),
            ContingencyClosed e => $"Contingency {e.Id} closed: {e.Words}",
            PhaseReached e => $"{e.Phase} {Phase(e.Phase)}{(e.Words is { } words ? $": {words}" : "")}",
            ControlNote e => $"Note: {e.Text}",
            BoardRequestOpened e => $"Request {(e.OnBoard ? "on board" : "on the ground")} from {e.From}: {e.Wish}",
            BoardRequestTaken e => $"Request {e.Id} taken by {open.Index.NameOf(e.Owner)}",
            BoardRequestAnswered e => $"Request {e.Id} answered: {e.Answer}",
            ProtectedTimeBegun e => $"Protected time begins: {e.Name}",
            ProtectedTimeInterrupted e => $"Protected time interrupted: {e.Reason}; agreed by {e.AgreedBy}",
            ProtectedTimeEnded => "Protected time ends",
            CrewHandedOver e => $"{open.Index.NameOf(e.Person)} handed over to {e.To}",
            _ => LogKinds.Of(entry.Event),
        };
    }
}
