using System.Collections.Immutable;

namespace OneFlight.Solvers.Scheduling.Berthing;

/// <summary>Says what forced a move, from the plan it is part of.</summary>
internal static class MoveCauses
{
    /// <param name="without">The same problem when this occupant may not move.</param>
    internal static MoveCause Of(Timeline timeline, Step[] steps, Step move, (int? Moves, bool Decided) without)
    {
        var index = Array.IndexOf(steps, move);
        var leaves = timeline.Occupants[move.Occupant].To ?? Timeline.Ever;
        var comes = steps.Skip(index + 1)
            .Where(s => s.To == move.From && s.Occupant != move.Occupant && ArrivesAt(timeline, s) < leaves + timeline.Rules.SameBerth)
            .Select(s => (Step: s, Others: Others(timeline, steps, s, ArrivesAt(timeline, s)))).ToArray();
        // One that is only kept from another berth by the occupant that made way is not what forced it.
        var mover = timeline.Occupants[move.Occupant].Id;
        var binding = comes.FirstOrDefault(c => c.Others.All(o => o.Occupant != mover && o.Kind != ObstacleKind.Free), comes.FirstOrDefault());
        if (binding.Step is { } next)
            return new(timeline.Occupants[next.Occupant].Id, ArrivesAt(timeline, next), next.From < 0 && timeline.First[next.Occupant] == next.To,
                next.From >= 0, binding.Others, without.Moves, without.Decided);
        var closes = LatestMoves.Held(steps, index).Until;
        return new(null, closes < leaves ? closes : null, false, false, [], without.Moves, without.Decided);
    }

    private static long ArrivesAt(Timeline timeline, Step step) => step.Start + (step.From >= 0 ? timeline.Rules.MoveDuration : 0);

    /// <summary>Why the one who comes could not take another berth, as the plan has it.</summary>
    private static ImmutableArray<BerthObstacle> Others(Timeline timeline, Step[] steps, Step comes, long at)
    {
        var others = ImmutableArray.CreateBuilder<BerthObstacle>();
        foreach (var berth in comes.From < 0 ? timeline.Arrivals(comes.Occupant).ToArray() : timeline.Choices[comes.Occupant])
            if (berth != comes.To && berth != comes.From) others.Add(At(timeline, steps, berth, at));
        return others.ToImmutable();
    }

    private static BerthObstacle At(Timeline timeline, Step[] steps, int berth, long at)
    {
        var id = timeline.Berths[berth].Id;
        foreach (var stay in steps.Where(s => s.To == berth && ArrivesAt(timeline, s) <= at))
        {
            var occupant = timeline.Occupants[stay.Occupant];
            var until = steps.SkipWhile(s => s != stay).FirstOrDefault(s => s.Occupant == stay.Occupant && s.From == berth)?.Start ?? occupant.To;
            if (until is null || until > at) return new(id, ObstacleKind.Held, occupant.Id, until);
            if (until + timeline.Rules.SameBerth > at) return new(id, ObstacleKind.LeftTooRecently, occupant.Id, until + timeline.Rules.SameBerth);
        }
        if (timeline.OpenUntil(berth, at) is null)
            return new(id, ObstacleKind.Closed, null, timeline.Windows[berth].Where(w => w.From > at).Select(w => (long?)w.From).FirstOrDefault());
        // Free now, but it would have had to be free for the whole stay or until a move more.
        var next = steps.FirstOrDefault(s => s.To == berth && ArrivesAt(timeline, s) > at);
        return new(id, ObstacleKind.Free, next is null ? null : timeline.Occupants[next.Occupant].Id, next is null ? null : ArrivesAt(timeline, next));
    }
}
