using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>When the refund terms of a contract step down. Says no share and no amount: those are commercial facts.</summary>
/// <param name="Next">Null: they do not any more.</param>
/// <param name="Known">False: the flight on which they hang has no date.</param>
public sealed record RefundState(Instant? Next, bool Known) : StateValue
{
    public override string Text => !Known ? "not known: the flight has no date" : Next is { } next ? $"less comes back after {TimeText.Instant(next)}" : "at its last step";
}

/// <summary>States contracts, refunds, commitments, accountability and family travel as things and gate rows.</summary>
/// <remarks>All of it is seen by everyone who may read the plan, so no amount, no share, no place and no name of a family stands in it.</remarks>
public static class CareStatement
{
    private static readonly StatedBefore before = new();
    private static readonly Duration Soon = Duration.FromDays(14);

    public static void State(CareBook book, ImmutableArray<CustomerMission> missions, ImmutableArray<Flight> flights, Instant now, StatementBuilder statement)
    {
        if (book.Contracts.IsEmpty && book.Commitments.IsEmpty && book.Travels.IsEmpty && book.Accountability.IsEmpty) return;
        var flightOf = flights.ToDictionary(f => f.Id);
        var byMission = missions.ToDictionary(m => m.Id);
        Flight? Carrier(CustomerMission mission) => mission.Flight is { } id ? flightOf.GetValueOrDefault(id) : null;

        foreach (var contract in book.Contracts)
            if (byMission.TryGetValue(contract.Mission, out var mission)) StateContract(contract, mission, Carrier(mission), book, now, statement);
        foreach (var commitment in book.Commitments)
            if (byMission.TryGetValue(commitment.Mission, out var mission)) StateCommitment(commitment, mission, Carrier(mission), statement);
        foreach (var travel in book.Travels)
            if (byMission.TryGetValue(travel.Mission, out var mission)) StateTravel(travel, mission, Carrier(mission), now, statement);
        foreach (var of in book.Accountability)
            if (byMission.TryGetValue(of.Mission, out var mission))
                statement.Once(before, of, [mission, ImmutableCollectionsMarshal.AsArray(book.Steps)], own => StateAccountability(of, mission, book.Steps, own));
    }

    private static void StateContract(Contract contract, CustomerMission mission, Flight? flight, CareBook book, Instant now, StatementBuilder statement)
    {
        var (light, words) = contract.SignedAt is { } signed ? (GateLight.Green, $"signed {TimeText.Day(signed)}") : (GateLight.Amber, "in negotiation, not signed");
        Gate(contract.Thing, $"Contract of {mission.Name}", mission, new(default, Links.Gate.Contract, light, words, null, "contract lead"), statement);

        foreach (var deposit in contract.Deposits)
        {
            var thing = new ThingId(CareKinds.Deposit, $"{contract.Id}/{deposit.Id}");
            Gate(thing, $"{deposit.Name}, {mission.Name}", mission, Deposit(contract, deposit, flight, now), statement);
            statement.Link(contract.Thing, thing, "says when it is due");
            Moves(deposit.Due, flight, thing, "moves the day it is due", statement);
        }

        var refund = new ThingId(CareKinds.Refund, contract.Id);
        var back = ContractRules.RefundAt(contract, flight?.Plan, now);
        statement.State(refund, $"Refund terms of {mission.Name}", new RefundState(back.Until, back.Percent is not null));
        statement.Link(contract.Thing, refund, "says what comes back until when");
        statement.Link(mission.Thing, refund, "is the mission they belong to");
        foreach (var term in contract.Refunds) Moves(term.Until, flight, refund, "moves the dates of the refund terms", statement);

        StateCriteria(mission, book, statement);
        var (accepted, who) = mission.Steward is null ? (GateLight.Red, "no steward is named")
            : mission.StewardAccepted ? (GateLight.Green, "a steward accepted") : (GateLight.Amber, "the steward has not accepted yet");
        Gate(new(CareKinds.Steward, mission.Id.Value), $"Steward of {mission.Name}", mission, new(default, Links.Gate.Contract, accepted, who, null, "lead steward"), statement);
    }

    private static GateState Deposit(Contract contract, Deposit deposit, Flight? flight, Instant now)
    {
        GateState State(GateLight light, string words, Instant? turns = null) => new(default, Links.Gate.Contract, light, words, turns, "contract lead");
        if (deposit.PaidAt is { } paid) return State(GateLight.Green, $"paid {TimeText.Day(paid)}");
        if (contract.SignedAt is null) return State(GateLight.NotApplicable, "the contract is not signed");
        if (deposit.Due.In(contract.Zone, flight?.Plan) is not { } due) return State(GateLight.Unknown, "the flight on which its day hangs has no date");
        if (due <= now) return State(GateLight.Red, $"was due {TimeText.Day(due)}");
        return State(due - now <= Soon ? GateLight.Amber : GateLight.Green, "to be paid", due);
    }

    private static void StateCriteria(CustomerMission mission, CareBook book, StatementBuilder statement)
    {
        var approval = book.Approvals.FirstOrDefault(a => a.Mission == mission.Id);
        var (light, words) = mission.Criteria.IsEmpty ? (GateLight.Red, "no criterion of success yet")
            : !CriteriaRules.WeightsSumToOne(mission) ? (GateLight.Red, string.Create(CultureInfo.InvariantCulture, $"weights sum to {mission.Criteria.Sum(c => c.Weight):0.###}, not 1"))
            : approval is null ? (GateLight.Amber, "the customer has not approved them yet")
            : approval.TextHash != CriteriaRules.HashOf(mission) ? (GateLight.Amber, "changed after the customer approved them")
            : (GateLight.Green, $"approved {TimeText.Day(approval.At)}");
        Gate(new(CareKinds.Criteria, mission.Id.Value), $"Success criteria of {mission.Name}", mission, new(default, Links.Gate.Contract, light, words, null, "steward"), statement);
    }

    private static void StateCommitment(Commitment commitment, CustomerMission mission, Flight? flight, StatementBuilder statement)
    {
        Gate(commitment.Thing, commitment.Text, mission, Commitment(commitment, flight), statement);
        if (flight is not null) statement.Link(flight.Thing, commitment.Thing, "the partner holds it for certain days");
        if (commitment.Backs is { } promise) statement.Link(commitment.Thing, promise.Thing, "backs the promise");
    }

    private static GateState Commitment(Commitment commitment, Flight? flight)
    {
        GateState State(GateLight light, string words) => new(default, Links.Gate.Contract, light, words, null, "partner lead");
        if (commitment.Answer == CommitmentAnswer.Declined) return State(GateLight.Red, "declined");
        var word = commitment.Answer == CommitmentAnswer.Accepted ? "accepted" : "asked, not answered yet";
        if (commitment.Holds is not { } holds) return State(commitment.Answer == CommitmentAnswer.Accepted ? GateLight.Green : GateLight.Amber, word);
        var days = $"{word} for {TimeText.Day(holds.Start)} to {TimeText.Day(holds.End)}";
        if (commitment.EventIn(flight?.Plan) is not { } at) return State(GateLight.Unknown, $"{days}; the flight has no date");
        if (!holds.Contains(at)) return State(GateLight.Red, $"{days}, now needed {TimeText.Day(at)}: ask again");
        return State(commitment.Answer == CommitmentAnswer.Accepted ? GateLight.Green : GateLight.Amber, days);
    }

    private static void StateTravel(FamilyTravel travel, CustomerMission mission, Flight? flight, Instant now, StatementBuilder statement)
    {
        statement.State(travel.Thing, $"Family travel of {mission.Name}", TravelState.Of(travel, flight?.Plan, now));
        statement.Link(mission.Thing, travel.Thing, "is why they travel");
        if (flight is not null) statement.Link(flight.Thing, travel.Thing, "the booked days are for this event");
    }

    private static void StateAccountability(MissionAccountability of, CustomerMission mission, ImmutableArray<JourneyStep> steps, StatementBuilder statement)
    {
        // Who is a broker is the mission's own fact, so that the part follows from the mission alone.
        var coverage = Coverage.Of(of, steps, mission.Broker is { } broker ? [broker] : ImmutableHashSet<OrganizationId>.Empty);
        foreach (var (gate, name, cells) in new[]
        {
            (Links.Gate.Contract, "Who answers for each step", coverage.Cells.Where(c => !c.Step.AfterLanding).ToList()),
            (Links.Gate.PostFlight, "Who answers for each step after landing", coverage.Cells.Where(c => c.Step.AfterLanding).ToList()),
        })
        {
            if (cells.Count == 0) continue;
            var open = cells.Where(c => c.Finding != CoverageFinding.Covered).GroupBy(c => c.Finding).OrderBy(g => g.Key).ToList();
            var light = open.Count == 0 ? GateLight.Green : open.All(g => g.Key == CoverageFinding.Unaccepted) ? GateLight.Amber : GateLight.Red;
            var words = $"{cells.Count(c => c.Finding == CoverageFinding.Covered)} of {cells.Count} steps" + string.Concat(open.Select(g => $"; {g.Count()}: {Coverage.Word(g.Key)}"));
            var suffix = gate == Links.Gate.PostFlight ? "/after" : "";
            Gate(new(CareKinds.Accountability, of.Id + suffix), $"{name}, {mission.Name}", mission, new(default, gate, light, words, null, "lead steward"), statement);
        }
    }

    /// <summary>States a gate row of the mission's flight; both ways linked to the mission, so that impact finds it from either.</summary>
    private static void Gate(ThingId thing, string name, CustomerMission mission, GateState state, StatementBuilder statement)
    {
        if (mission.Flight is { } flight) statement.State(thing, name, state with { Flight = flight.Thing });
        else statement.State(thing, name, state with { Flight = mission.Thing });
        statement.Link(mission.Thing, thing, "is asked of the mission");
        statement.Link(thing, mission.Thing, "must be true for the mission");
    }

    private static void Moves(TermDate date, Flight? flight, ThingId thing, string reason, StatementBuilder statement)
    {
        if (date.Anchor is not null && flight is not null) statement.Link(flight.Thing, thing, reason);
    }
}
