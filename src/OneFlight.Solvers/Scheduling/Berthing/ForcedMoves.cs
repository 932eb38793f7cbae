using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Finds the occupants that must move whatever else is chosen: a bound that can be checked by hand.</summary>
internal static class ForcedMoves
{
    internal static ImmutableArray<ForcedMove> Of(Timeline timeline) =>
        [.. timeline.GivenTo.SelectMany(given => Of(timeline, given.Key, [.. given])).OrderBy(f => f.Number).Select(f => f.Move)];

    private static IEnumerable<(int Number, ForcedMove Move)> Of(Timeline timeline, int berth, int[] given)
    {
        for (var i = 0; i < given.Length; i++)
        {
            var occupant = timeline.Occupants[given[i]];
            var to = occupant.To ?? Timeline.Ever;
            if (i + 1 < given.Length && timeline.Occupants[given[i + 1]] is var next && next.From < to)
                yield return (given[i], new(occupant.Id, timeline.Berths[berth].Id, next.Id, next.From));
            else if (timeline.OpenUntil(berth, occupant.From) is { } closes && closes < to)
                yield return (given[i], new(occupant.Id, timeline.Berths[berth].Id, null, closes));
        }
    }
}
