using System.Globalization;
using NodaTime;
using OneFlight.Primitives;
using OneFlight.Solvers.Scheduling.Berthing;

namespace OneFlight.Operations.Campaigns.Replay;

/// <summary>Says in words what forced a move, why fewer are impossible, and what stands in the way of any plan.</summary>
internal static class ReplayWords
{
    internal static string Reason(ReplayTraffic traffic, BerthMove move)
    {
        var (cause, mover) = (move.Cause, move.Occupant);
        var until = traffic.Problem.Occupants.First(o => o.Id == mover).To is { } to ? $"until {Time(to)}" : "with no known end";
        var needed = cause switch
        {
            { NeededBy: null, NeededAt: { } closes } => $"{move.FromBerth} is no longer to be had from {Time(closes)}, and {mover} stays {until}",
            { NeededBy: { } other, NeededGiven: true } => $"{other} arrives at {move.FromBerth} on {Time(cause.NeededAt!.Value)} as given, and {mover} stays {until}",
            { NeededBy: { } other, NeededByMove: true } => $"{other} has to move to {move.FromBerth} and is there on {Time(cause.NeededAt!.Value)}, and {mover} stays {until}{Elsewhere(traffic, cause)}",
            { NeededBy: { } other } => $"{other} arrives on {Time(cause.NeededAt!.Value)} and needs {move.FromBerth}, and {mover} stays {until}{Elsewhere(traffic, cause)}",
            _ => $"{move.FromBerth} is left as part of the plan with the fewest moves",
        };
        return $"{needed}. {Without(mover, cause)}";
    }

    internal static string Proof(ReplayTraffic traffic, BerthingProof proof)
    {
        var station = traffic.Station.Name;
        if (proof.Minimum == 0) return $"{station}: 0 moves; every vehicle stays at the port it arrives at, and fewer than none is impossible.";
        List<string> lines = [$"{station}: {Moves(proof.Minimum)}, and fewer are impossible."];
        if (proof.Forced.Length == proof.Minimum)
            lines.Add($"Each of these must move at least once by itself, whatever else is chosen: {string.Join("; ", proof.Forced.Select(Forced))}.");
        if (proof.LeastWithoutSpacing == proof.Minimum && proof.PlacingsWithoutSpacing > 0)
            lines.Add($"Even with every rule of spacing left out no plan has fewer than {Moves(proof.Minimum)}: the best way on was worked out backward from the last event for all {Count(proof.PlacingsWithoutSpacing)} placings of vehicles on ports.");
        foreach (var bound in proof.Exhausted)
            lines.Add($"With at most {Moves(bound.Moves)} every placing was followed ({Count(bound.Placings)} of them), and none gets past {bound.Occupant} on {Time(bound.At)}.");
        return string.Join(' ', lines);
    }

    internal static string Blocked(ReplayTraffic traffic, NoBerth blocked)
    {
        var fits = traffic.Problem.Occupants.First(o => o.Id == blocked.Occupant);
        if (fits.Berths.IsEmpty && fits.First is null) return $"{blocked.Occupant} fits no port that it may use at {traffic.Station.Name}.";
        return $"No placing gets past {blocked.Occupant} on {Time(blocked.At)}: {string.Join("; ", blocked.Obstacles.Select(o => Obstacle(traffic, o)))}.";
    }

    internal static string Undecided(ReplayTraffic traffic, Undecided undecided) =>
        $"{traffic.Station.Name}: not decided; {Count(undecided.Examined)} placings were looked at, and no plan has fewer than {Moves(undecided.AtLeast)}.";

    private static string Forced(ForcedMove forced) => forced.By is { } other
        ? $"{forced.Occupant} (came to {forced.Berth}, where {other} is given to arrive on {Time(forced.At)})"
        : $"{forced.Occupant} (came to {forced.Berth}, which is no longer to be had from {Time(forced.At)})";

    private static string Elsewhere(ReplayTraffic traffic, MoveCause cause) => cause.Others.IsEmpty
        ? $"; {cause.NeededBy} may use no other port"
        : $"; the other ports it may use: {string.Join("; ", cause.Others.Select(o => Obstacle(traffic, o)))}";

    private static string Obstacle(ReplayTraffic traffic, BerthObstacle obstacle) => (obstacle.Kind, obstacle.Until) switch
    {
        (ObstacleKind.Held, { } until) => $"{obstacle.Berth} is held by {obstacle.Occupant} until {Time(until)}",
        (ObstacleKind.Held, null) => $"{obstacle.Berth} is held by {obstacle.Occupant} with no known end",
        (ObstacleKind.LeftTooRecently, { } until) => $"{obstacle.Berth} was left by {obstacle.Occupant} less than {Hours(traffic)} before and can be used again from {Time(until)}",
        (ObstacleKind.Closed, { } until) => $"{obstacle.Berth} is not available before {Time(until)}",
        (ObstacleKind.Closed, null) => $"{obstacle.Berth} is not available",
        (ObstacleKind.Free, { } until) => $"{obstacle.Berth} is free then but needed by {obstacle.Occupant} from {Time(until)}",
        _ => $"{obstacle.Berth} is free then, but taking it only moves the conflict",
    };

    private static string Without(string mover, MoveCause cause) => (cause.WithoutIt, cause.Decided) switch
    {
        ({ } moves, _) => $"If {mover} may not move, the others need {Moves(moves)}.",
        (null, true) => $"If {mover} may not move, there is no plan with any number of moves.",
        _ => $"What follows if {mover} may not move was not decided: too many placings.",
    };

    private static string Moves(int count) => count == 1 ? "1 move" : $"{Count(count)} moves";

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Hours(ReplayTraffic traffic) => traffic.Station.Traffic.SamePort.TotalHours.ToString("0.#", CultureInfo.InvariantCulture) + " h";

    private static string Time(long ticks) => TimeText.Instant(ReplayTraffic.At(ticks));
}
