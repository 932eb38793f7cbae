using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Plans;

/// <summary>A campaign that has at least one revision.</summary>
public sealed class CampaignRow : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required CampaignId Campaign { get; init; }
    public required Instant CreatedAt { get; init; }
}

/// <summary>What is known of a revision without its plan.</summary>
public sealed class RevisionRow : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required CampaignId Campaign { get; init; }
    public required int Number { get; init; }
    public required Instant At { get; init; }
    public required string Who { get; init; }
    public required string Why { get; init; }

    /// <summary>What was "now" for the plan; differs from <see cref="At"/> in samples and studies.</summary>
    public required Instant PlanningNow { get; init; }
    public required string Name { get; init; }
    public required int Flights { get; init; }
    public required int Missions { get; init; }
    public required int Promises { get; init; }
    public required int Violations { get; init; }
    public required int Findings { get; init; }

    /// <summary>The checker's report as JSON.</summary>
    public required string Report { get; init; }

    /// <summary>Violations that were accepted by name, with by whom and why, as JSON.</summary>
    public required string Accepted { get; init; }
}

/// <summary>One version of one part of a plan: a flight, a mission, a port. The state of a part in a revision is its latest version
/// at or below that revision, so what does not change is kept once and shared.</summary>
public sealed class PlanPart : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required CampaignId Campaign { get; init; }

    /// <summary>Which section of the plan: <see cref="PlanSections"/>.</summary>
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public required int Revision { get; init; }

    /// <summary>Orders the parts of a kind; gaps are left for parts that come in between.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The part as JSON; null: gone from this revision on.</summary>
    public required string? Document { get; init; }
}
