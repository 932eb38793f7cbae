using System.Collections.Immutable;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>Contracts, what partners committed to, who is accountable for which step, and the travel of families.</summary>
/// <remarks>Wishes, talks, notices and requests happened and stand in the logbook.</remarks>
public sealed record CareBook
{
    public static CareBook Empty { get; } = new();

    public ImmutableArray<Contract> Contracts { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<CriteriaApproval> Approvals { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<Commitment> Commitments { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The steps of all journeys, as the table has them.</summary>
    public ImmutableArray<JourneyStep> Steps { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<MissionAccountability> Accountability { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<FamilyTravel> Travels { get => field.IsDefault ? [] : field; init; } = [];

    public Contract? ContractOf(MissionId mission) => Contracts.FirstOrDefault(c => c.Mission == mission);

    /// <summary>The book with one contract changed by a rule.</summary>
    /// <remarks>Refused: <c>unknown-contract</c>, and what the rule refuses.</remarks>
    public Result<CareBook> ChangeContract(MissionId mission, Func<Contract, Result<Contract>> rule) => ContractOf(mission) is not { } found
        ? new Problem("unknown-contract", Place.Of($"mission {mission}"), "no contract", "a mission with a contract")
        : rule(found).Then<CareBook>(next => this with { Contracts = Contracts.Replace(found, next) });

    /// <inheritdoc cref="ChangeContract"/>
    public Result<CareBook> ChangeCommitment(string id, Func<Commitment, Result<Commitment>> rule) => Commitments.FirstOrDefault(c => c.Id == id) is not { } found
        ? new Problem("unknown-commitment", Place.Of("commitment"), $"'{id}'", "a commitment of the campaign")
        : rule(found).Then<CareBook>(next => this with { Commitments = Commitments.Replace(found, next) });

    /// <inheritdoc cref="ChangeContract"/>
    public Result<CareBook> ChangeAccountability(MissionId mission, Func<MissionAccountability, Result<MissionAccountability>> rule) => Accountability.FirstOrDefault(a => a.Mission == mission) is not { } found
        ? new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission whose journeys are laid out")
        : rule(found).Then<CareBook>(next => this with { Accountability = Accountability.Replace(found, next) });

    /// <summary>The book with an approval in place of the one before.</summary>
    public CareBook With(CriteriaApproval approval) => this with { Approvals = [.. Approvals.Where(a => a.Id != approval.Id), approval] };
}
