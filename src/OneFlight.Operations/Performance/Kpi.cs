using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Performance;

/// <summary>One record that a figure counts.</summary>
/// <param name="Hit">True when it counts above the line.</param>
/// <param name="Name">For people; never the name of someone silent.</param>
/// <param name="Words">What the record says.</param>
/// <param name="Thing">Where it can be opened; null: nowhere but here.</param>
public sealed record KpiRecord(string Id, bool Hit, string Name, string Words, Instant? At, ThingId? Thing);

/// <summary>A figure with its definition, its interval and the very records that it counts.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Definition">What is counted above and below the line.</param>
/// <param name="Caveat">What the figure does not say.</param>
/// <param name="Target">Null: none was set.</param>
/// <param name="AtLeast">True when the share should reach the target, false when it should stay under it.</param>
/// <param name="Hits">What a record above the line is called: "satisfied".</param>
/// <param name="Also">A second reading of the same records, such as a score in points; null: none.</param>
public sealed record Kpi(
    string Key, string Name, string Definition, string Caveat, double? Target, bool AtLeast, string Hits, string? Also, ImmutableArray<KpiRecord> Records)
{
    public Proportion Share => new(Records.Count(r => r.Hit), Records.Length);

    /// <summary>What can be said of the target.</summary>
    public string Verdict => Target is { } target ? Share.Against(target, AtLeast) : Share.Count == 0 ? "cannot be shown yet: nothing to count" : "no target";

    /// <summary>"91.7 % (11 of 12)", or that nothing was counted.</summary>
    public string Text => Share.Share is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} % ({Share.Hits} of {Share.Count})")
        : "nothing to count yet";

    /// <summary>"64.6 to 98.5 %"; null: nothing was counted.</summary>
    public string? Interval => Share.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Share.Lower * 100:0.0} to {Share.Upper * 100:0.0} %");
}
