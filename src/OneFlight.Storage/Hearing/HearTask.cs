using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Tenancy;

namespace OneFlight.Storage.Hearing;

/// <summary>A line of the hear-list of a kept revision: someone has to be told, and it is ticked off when they were.</summary>
public sealed class HearTask : ITenantRow
{
    public required OperatorId Operator { get; init; }
    public required CampaignId Campaign { get; init; }
    public required int Revision { get; init; }

    /// <summary>Stable within the revision.</summary>
    public required string Line { get; init; }
    public required int Wave { get; init; }

    /// <summary>The hearer's thing, written <c>kind:id</c>.</summary>
    public required string Hearer { get; init; }
    public required string ShownAs { get; init; }

    /// <summary>Id of the person who tells; null: nobody is accountable yet.</summary>
    public required string? Owner { get; init; }
    public required string OwnerShownAs { get; init; }
    public required bool Accepted { get; init; }

    /// <summary>Lines that must be done before.</summary>
    public required List<string> After { get; init; }
    public required Instant By { get; init; }

    /// <summary>The hearer's time zone id.</summary>
    public required string Zone { get; init; }
    public required string Reason { get; init; }

    /// <summary>Null: still to be told.</summary>
    public Instant? DoneAt { get; init; }
    public string? DoneBy { get; init; }

    /// <summary>How they were told, such as "telephone".</summary>
    public string? Means { get; init; }
    public string? Note { get; init; }
}

/// <summary>Someone was told.</summary>
/// <param name="At">When they heard, which may be before it is ticked off.</param>
/// <param name="By">Shown name of who told them.</param>
/// <param name="Means">How: a telephone call counts.</param>
/// <param name="OutOfOrder">True records that they heard before those who should have heard first; <paramref name="Note"/> then says why.</param>
public sealed record Told(Instant At, string By, string Means, string? Note = null, bool OutOfOrder = false);
