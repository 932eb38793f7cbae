using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OneFlight.Operations.Flights;

/// <summary>What a flight goes through: the activities of its template and, behind them, its own.</summary>
public static class OwnTemplate
{
    // A re-planned flight carries the same array of own activities, so the two are joined once; weak, so that they go with it.
    private static readonly ConditionalWeakTable<ActivityTemplate[], Tuple<MissionTemplate?, MissionTemplate>> joined = [];

    /// <summary>The template itself when the flight has no activities of its own; null: it has neither. The same flight and template give
    /// the same object, so it can be compared by reference.</summary>
    public static MissionTemplate? Of(Flight flight, MissionTemplate? template)
    {
        if (flight.OwnActivities.IsEmpty) return template;
        var own = ImmutableCollectionsMarshal.AsArray(flight.OwnActivities)!;
        if (joined.TryGetValue(own, out var known) && ReferenceEquals(known.Item1, template)) return known.Item2;
        var whole = new MissionTemplate(template?.Id ?? "", template?.Name ?? "", [.. (template?.Activities ?? []).Concat(flight.OwnActivities).DistinctBy(a => a.Id)]);
        joined.AddOrUpdate(own, new(template, whole));
        return whole;
    }
}
