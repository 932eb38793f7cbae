using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling.Berthing;

namespace OneFlight.Operations.Campaigns.Replay;

/// <summary>Places the traffic of a campaign anew: arrivals and departures keep their times, ports and moves are chosen.</summary>
/// <remarks>Times given by the plan are facts and are taken as they are, also where two of them stand closer than the traffic rules allow; the
/// rules bind what the replay chooses. Modules keep the port of their plan for good, and a vehicle that was docked when the record begins
/// stands at first where it stood.</remarks>
public static class Replay
{
    /// <param name="respectPortWishes">A flight that names ports in its wish arrives and stays at these alone: what asks for a port, such as an
    /// arm that must reach the trunk, asks for it as long as the vehicle is docked. An arrival port given by the plan outweighs the wish.</param>
    public static ReplayAnswer Run(Campaign campaign, ArrivalPorts mode, bool respectPortWishes)
    {
        var answers = campaign.Fleet.Stations.Select(s => ReplayTraffic.Of(campaign, s, mode, respectPortWishes))
            .Where(t => t.Problem.Occupants.Length > 0 || t.Refused.Length > 0).Select(Answer).ToArray();
        return new(
            [.. answers.SelectMany(a => a.Stays).OrderBy(s => s.From).ThenBy(s => s.Mission.Value, StringComparer.Ordinal)],
            [.. answers.SelectMany(a => a.Moves).OrderBy(m => m.At).ThenBy(m => m.Mission.Value, StringComparer.Ordinal)],
            answers.Any(a => a.Fewest is null) ? null : answers.Sum(a => a.Fewest),
            answers.Length == 0 ? "No vehicle visits a station." : string.Join("\n\n", answers.Select(a => a.Proof)),
            [.. answers.SelectMany(a => a.Impossible)]);
    }

    private static ReplayAnswer Answer(ReplayTraffic traffic)
    {
        if (traffic.Refused.Length > 0) return Unplaced(traffic, traffic.Refused);
        var answer = BerthingSolver.Solve(traffic.Problem);
        if (answer.Blocked is { } blocked) return Unplaced(traffic, [ReplayWords.Blocked(traffic, blocked)]);
        if (answer.Undecided is { } undecided) return new([], [], null, ReplayWords.Undecided(traffic, undecided), [ReplayWords.Undecided(traffic, undecided)]);
        var plan = answer.Plan!;
        return new(
            [.. plan.Stays.Select(s => new ReplayStay(new(s.Occupant), new(s.Berth), ReplayTraffic.At(s.From), s.To is { } to ? ReplayTraffic.At(to) : null))],
            [.. plan.Moves.Select(m => new ReplayMove(new(m.Occupant), new(m.FromBerth), new(m.ToBerth), ReplayTraffic.At(m.Leaves), ReplayWords.Reason(traffic, m)))],
            plan.Proof.Minimum, ReplayWords.Proof(traffic, plan.Proof), []);
    }

    private static ReplayAnswer Unplaced(ReplayTraffic traffic, ImmutableArray<string> why) =>
        new([], [], null, $"{traffic.Station.Name}: there is no plan with any number of moves. {string.Join(' ', why)}", why);
}
