using NodaTime;

namespace OneFlight.Storage.Tenancy;

/// <summary>A spaceflight operator that plans with OneFlight.</summary>
public sealed class OperatorRow : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required string Name { get; init; }

    /// <summary>Null: the sample campaigns are not all loaded yet.</summary>
    public Instant? SamplesLoadedAt { get; set; }
}

/// <summary>Someone who works for an operator.</summary>
/// <remarks>Local users of a demonstration today; real sign-in finds its place here.</remarks>
public sealed class Member : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required List<string> Roles { get; set; }
}
