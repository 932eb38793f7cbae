using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Readiness;

/// <summary>A gate row that a slip changes.</summary>
/// <param name="Before">Null: it is new.</param>
/// <param name="After">Null: it is gone.</param>
/// <param name="Path">From the slip to the row.</param>
public sealed record RowChange(ThingId Thing, string Name, GateState? Before, GateState? After, ImmutableArray<TouchStep> Path)
{
    /// <summary>It gets worse in light.</summary>
    public bool Worse => Before is not null && After is not null && Before.Light != After.Light && GateState.Worst([Before.Light, After.Light]) == After.Light;

    public bool LightChanges => Before?.Light != After?.Light;

    /// <summary>How far the date moves on which it turns red; null: it has none before or after, or it stays.</summary>
    public Duration? TurnsBy => Before?.TurnsAt is { } was && After?.TurnsAt is { } now && was != now ? now - was : null;
}

/// <summary>Which gate rows of a flight an answered change alters, from what it touched.</summary>
public static class SlipReadiness
{
    /// <summary>Those whose light differs first, the worse ones before the better ones; then those whose date or words differ.</summary>
    public static ImmutableArray<RowChange> Changes(ImmutableArray<Touched> touched, ThingId flight) =>
    [
        .. touched.Where(t => (t.After as GateState ?? t.Before as GateState)?.Flight == flight)
            .Select(t => new RowChange(t.Thing, t.Name, t.Before as GateState, t.After as GateState, t.Path))
            .OrderBy(c => c.Worse ? 0 : c.LightChanges ? 1 : 2).ThenBy(c => c.After?.Gate ?? c.Before!.Gate).ThenBy(c => c.Thing),
    ];
}
