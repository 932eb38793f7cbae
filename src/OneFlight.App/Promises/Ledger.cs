using System.Collections.Frozen;
using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Promises;

/// <summary>A promise with its rule, its mission, its flight and its state in the plan.</summary>
public sealed record LedgerLine(Promise Promise, PromiseRule? Rule, CustomerMission? Mission, Flight? Flight, PromiseState State);

/// <summary>Every promise of a campaign as its plan has it.</summary>
public sealed record Ledger(ImmutableArray<LedgerLine> Lines, ILookup<FlightId, LedgerLine> OfFlight, ILookup<MissionId, LedgerLine> OfMission,
    FrozenDictionary<string, LedgerLine> ById)
{
    /// <summary>The ledger of an open revision, worked out once.</summary>
    public static Ledger Of(OpenCampaign open) => open.View("ledger", () =>
    {
        ImmutableArray<LedgerLine> lines = [.. open.Campaign.Promises.Select(promise => LineOf(open, promise))];
        return new Ledger(lines,
            lines.Where(l => l.Flight is not null).ToLookup(l => l.Flight!.Id),
            lines.ToLookup(l => l.Promise.Mission), lines.ToFrozenDictionary(l => l.Promise.Id.Value));
    });

    private static LedgerLine LineOf(OpenCampaign open, Promise promise)
    {
        var rule = open.Index.Rules.GetValueOrDefault(promise.Rule);
        var mission = open.Index.Missions.GetValueOrDefault(promise.Mission);
        var flight = mission?.Flight is { } id ? open.Index.Flights.GetValueOrDefault(id) : null;

        // A promise that nothing states yet is waiting: unknown is never kept.
        var state = open.Statement.Find(promise.Id.Thing)?.Value as PromiseState
            ?? new PromiseState(PromiseStatus.Waiting, null, 0, rule?.Unit ?? "", null);
        return new(promise, rule, mission, flight, state);
    }
}

/// <summary>How many promises stand in each state; worst first, none left out and no zero shown.</summary>
public sealed record StateCounts(ImmutableArray<(PromiseStatus Status, int Count)> Counts)
{
    public int Total => Counts.Sum(c => c.Count);

    public static StateCounts Of(IEnumerable<LedgerLine> lines) =>
        new([.. lines.CountBy(l => l.State.Status).OrderByDescending(c => c.Key).Select(c => (c.Key, c.Value))]);
}
