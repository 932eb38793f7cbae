using System.Collections.Immutable;

namespace OneFlight.Operations.Cargo;

/// <summary>Two hazard classes that may not stand where a leak could bring them together.</summary>
/// <param name="Id">Both classes: <c>3/5.1</c>.</param>
/// <param name="Except">A class that is not meant though it begins with <paramref name="Class"/>; empty: none.</param>
/// <param name="Confidence">How well the cell is known: one that is <c>recalled</c> is verified before it is relied on.</param>
public sealed record HazardSegregation(string Id, string Class, string Other, string Except, string Rule, string Confidence, string Source)
{
    /// <summary>True when the row speaks of the two, in either order.</summary>
    public bool Names(string one, string other) =>
        (Is(one, Class) && Is(other, Other) && one != Except && other != Except) || (Is(other, Class) && Is(one, Other) && one != Except && other != Except);

    // Class 2 means 2.1, 2.2 and 2.3.
    private static bool Is(string hazard, string meant) =>
        hazard == meant || (hazard.StartsWith(meant, StringComparison.Ordinal) && !meant.Contains('.', StringComparison.Ordinal) && hazard[meant.Length] == '.');
}

/// <summary>The classes by which dangerous goods are named in transport by air.</summary>
public static class HazardClasses
{
    /// <summary>Assessed, and not dangerous.</summary>
    public const string None = "none";

    /// <summary>9A: lithium batteries by themselves.</summary>
    public static readonly ImmutableArray<string> All =
        [None, "1", "1.4S", "2.1", "2.2", "2.3", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7", "8", "9", "9A"];

    public static bool IsDangerous(string? hazard) => hazard is not null && hazard != None;
}
