using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Finds the occupants that must move whatever else is chosen: a bound that can be checked by hand.</summary>
internal static class ForcedMoves
{
    internal static ImmutableArray<ForcedMove> Of(Timeline timeline)
    {
        var forced = ImmutableArray.CreateBuilder<ForcedMove>();
        for (var o = 0; o < timeline.Occupants.Length; o++)
            if (Of(timeline, o) is { } move) forced.Add(move);
        return forced.ToImmutable();
    }

    private static ForcedMove? Of(Timeline timeline, int number)
    {
        var (occupant, berth) = (timeline.Occupants[number], timeline.First[number]);
        if (berth < 0) return null;
        var to = occupant.To ?? Timeline.Ever;
        var comes = Enumerable.Range(0, timeline.Occupants.Length).FirstOrDefault(
            o => timeline.First[o] == berth && timeline.Occupants[o].From >= occupant.From && timeline.Occupants[o].From < to && o != number, -1);
        if (comes >= 0) return new(occupant.Id, timeline.Berths[berth].Id, timeline.Occupants[comes].Id, timeline.Occupants[comes].From);
        return timeline.OpenUntil(berth, occupant.From) is { } closes && closes < to
            ? new(occupant.Id, timeline.Berths[berth].Id, null, closes)
            : null;
    }
}
