using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Acceptance;

/// <summary>Whether the other side has answered, and how.</summary>
public enum AcceptState { Open, Accepted, Refused }

/// <summary>Something another party must grant before a kept revision holds.</summary>
public sealed class AcceptRequest : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required CampaignId Campaign { get; init; }
    public required int Revision { get; init; }
    public required string Id { get; init; }

    /// <summary>The party's thing, written <c>kind:id</c>.</summary>
    public required string Party { get; init; }
    public required string PartyName { get; init; }
    public required string What { get; init; }
    public required Instant By { get; init; }
    public AcceptState State { get; init; }
    public Instant? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
}

/// <summary>A party's answer, as someone recorded it.</summary>
public sealed record Decision(bool Granted, Instant At, string By);
