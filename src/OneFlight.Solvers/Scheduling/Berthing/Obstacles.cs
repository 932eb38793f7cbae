using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Why an arrival cannot have a berth.</summary>
internal static class Obstacles
{
    /// <summary>What keeps an occupant from arriving at a berth; null: nothing.</summary>
    internal static ObstacleKind? ToArrival(Timeline timeline, Placing placing, int occupant, int berth, long time)
    {
        var given = timeline.First[occupant] == berth;
        if (placing.Holder[berth] >= 0) return ObstacleKind.Held;
        if (placing.Ready[berth] > time && !(given && (placing.LeftAsGiven >> berth & 1) == 1)) return ObstacleKind.LeftTooRecently;
        return given || timeline.OpenUntil(berth, time) is not null ? null : ObstacleKind.Closed;
    }

    /// <summary>The first event no placing gets past, and what stands in its way at one of the placings before it.</summary>
    internal static NoBerth Report(Timeline timeline, PlacingSearch search)
    {
        // The placing that stands before the event may also be stuck because somebody else's berth closes first.
        var placing = search.Stuck!;
        var closing = Enumerable.Range(0, placing.Holder.Length)
            .Where(b => placing.Until[b] < (search.Furthest < timeline.Events.Length ? timeline.Events[search.Furthest].Time : Timeline.Ever))
            .Select(b => (int?)b).FirstOrDefault();
        if (closing is { } shut)
            return new(timeline.Occupants[placing.Holder[shut]].Id, placing.Until[shut], OfChoices(timeline, placing, placing.Holder[shut], placing.Until[shut]));
        var given = timeline.Events[search.Furthest];
        return new(timeline.Occupants[given.Occupant].Id, given.Time, OfChoices(timeline, placing, given.Occupant, given.Time));
    }

    private static ImmutableArray<BerthObstacle> OfChoices(Timeline timeline, Placing placing, int occupant, long time)
    {
        var obstacles = ImmutableArray.CreateBuilder<BerthObstacle>();
        foreach (var berth in timeline.Arrivals(occupant))
        {
            if (placing.Holder[berth] == occupant) continue;
            var kind = ToArrival(timeline, placing, occupant, berth, time) ?? ObstacleKind.Free;
            obstacles.Add(kind switch
            {
                ObstacleKind.Held => new(timeline.Berths[berth].Id, kind, timeline.Occupants[placing.Holder[berth]].Id, timeline.Occupants[placing.Holder[berth]].To),
                ObstacleKind.LeftTooRecently => new(timeline.Berths[berth].Id, kind, timeline.Occupants[LastAt(placing, berth)].Id, placing.Ready[berth]),
                _ => new(timeline.Berths[berth].Id, kind, null, null),
            });
        }
        return obstacles.ToImmutable();
    }

    private static int LastAt(Placing placing, int berth)
    {
        while (placing.Step!.To != berth) placing = placing.Before!;
        return placing.Step.Occupant;
    }
}
