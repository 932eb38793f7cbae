using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Logbook;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Logbook;

/// <summary>One entry of a stream as it is kept. Rows are only added; the database refuses anything else.</summary>
public abstract class LogRow : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required CampaignId Campaign { get; init; }
    public required string Stream { get; init; }
    public required int Number { get; init; }
    public required Compartment Compartment { get; init; }
    public required Instant At { get; init; }
    public required Instant KnownAt { get; init; }
    public required string Who { get; init; }
    public required string Kind { get; init; }

    /// <summary>The event as JSON, exactly as it was hashed.</summary>
    public required string Document { get; init; }
    public required string Hash { get; init; }
}

/// <summary>An entry of any compartment but the medical one.</summary>
public sealed class OpenLogRow : LogRow;

/// <summary>An entry of the medical compartment, in a table of its own.</summary>
public sealed class MedicalLogRow : LogRow;

/// <summary>That someone read a stream of a closed compartment.</summary>
public sealed class AccessRow : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required CampaignId Campaign { get; init; }
    public required Guid Id { get; init; }
    public required Instant At { get; init; }
    public required string Who { get; init; }
    public required Compartment Compartment { get; init; }
    public required string Stream { get; init; }

    /// <summary>For what it was read.</summary>
    public required string Purpose { get; init; }
}
