using System.Collections.Immutable;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Stewardship;

/// <summary>A participant, or their office, said what their family may see. The latest holds; before the first, nothing.</summary>
/// <param name="Dates">When they fly, and when they come home.</param>
/// <param name="Changes">What changed, once the family was told.</param>
/// <param name="Follow">Where the flight is, while it flies.</param>
/// <param name="Words">Their own words of what success is.</param>
public sealed record FamilyViewChosen(bool Dates, bool Changes, bool Follow, bool Words) : ILogEvent
{
    /// <summary>In the compartment of the family.</summary>
    public static string StreamOf(string mission) => $"family-view/{mission}";

    /// <summary>What nobody allowed is not seen.</summary>
    public static FamilyViewChosen Nothing { get; } = new(false, false, false, false);

    /// <summary>What holds now.</summary>
    public static FamilyViewChosen Of(ImmutableArray<LogEntry> stream) => stream.Select(e => e.Event).OfType<FamilyViewChosen>().LastOrDefault() ?? Nothing;
}
