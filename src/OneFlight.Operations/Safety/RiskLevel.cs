using System.Collections.Immutable;

namespace OneFlight.Operations.Safety;

/// <summary>One level of a scale: likelihood, or one axis of consequence.</summary>
/// <param name="Id">Scale and level, such as <c>CS/5</c>.</param>
/// <param name="Scale">One of <see cref="RiskScale"/>.</param>
/// <param name="Level">1 the least to 5 the most.</param>
/// <param name="PerFlight">Probability a flight, as text with its unit; null: the scale has none.</param>
public sealed record RiskLevel(string Id, string Scale, int Level, string Name, string? PerFlight, string? PerProgram, string Meaning);

/// <summary>The scales by their names in the table.</summary>
public static class RiskScale
{
    public const string Likelihood = "L", Safety = "CS", Performance = "CP", Schedule = "CD", Cost = "CC", Customer = "CX";

    public static readonly ImmutableArray<string> All = [Likelihood, Safety, Performance, Schedule, Cost, Customer];
}

/// <summary>How bad it would be on each axis, 1 to 5.</summary>
/// <param name="Customer">What it would mean to what the customer calls success.</param>
public sealed record Severity(int Safety, int Performance, int Schedule, int Cost, int Customer)
{
    /// <summary>The axis that is worst, and its level; safety first where several are.</summary>
    public (string Scale, int Level) Worst => Axes.MaxBy(a => a.Level);

    /// <summary>All axes in the order of the scales.</summary>
    public ImmutableArray<(string Scale, int Level)> Axes =>
        [(RiskScale.Safety, Safety), (RiskScale.Performance, Performance), (RiskScale.Schedule, Schedule), (RiskScale.Cost, Cost), (RiskScale.Customer, Customer)];

    /// <summary>Death, permanent disability or loss of the vehicle.</summary>
    public bool IsCatastrophic => Safety == 5;
}
