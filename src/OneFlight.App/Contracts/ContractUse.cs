using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Contracts;

/// <summary>Records that the customer signed.</summary>
public sealed class SignContract(KeepFact keep)
{
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, MissionId mission, string? by, Viewer viewer, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"Contract of {mission} signed", c => c.Care.ChangeContract(mission, x => ContractRules.Sign(x, by, now)).Then<Campaign>(care => c with { Care = care }), stop);
}

/// <summary>Records that a deposit came in.</summary>
public sealed class RecordPayment(KeepFact keep)
{
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, MissionId mission, string deposit, Viewer viewer, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"A payment of {mission} came in", c => c.Care.ChangeContract(mission, x => ContractRules.Pay(x, deposit, viewer.Name, now)).Then<Campaign>(care => c with { Care = care }), stop);
}

/// <summary>Asks a partner to commit to what a promise leans on.</summary>
public sealed class AskCommitment(KeepFact keep)
{
    /// <remarks>Refused: <c>no-words</c>, <c>unknown-party</c>, <c>unknown-promise</c>.</remarks>
    public Task<Result<Revision<Campaign>>> Run(
        CampaignId campaign, MissionId mission, OrganizationId from, string? text, PromiseId? backs, Viewer viewer, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"{from} is asked to commit for {mission}", c =>
        {
            var where = Place.Of($"commitment for {mission}");
            if (string.IsNullOrWhiteSpace(text)) return new Problem("no-words", where, "nothing", "what they are asked to commit to");
            if (c.People.Organizations.All(o => o.Id != from)) return new Problem("unknown-party", where, $"'{from}'", "an organization of the campaign");
            if (backs is { } promise && c.Promises.All(p => p.Id != promise || p.Mission != mission)) return new Problem("unknown-promise", where, $"'{promise}'", "a promise of this mission");
            if (c.People.Organizations.FirstOrDefault(o => o.Kind == OrganizationKind.Operator) is not { } home) return new Problem("unknown-party", where, "no operator", "a campaign with its operator");
            var number = Enumerable.Range(1, c.Care.Commitments.Length + 1).First(n => c.Care.Commitments.All(x => x.Id != $"{mission}-B{n}"));
            var asked = new Commitment($"{mission}-B{number}", mission, from, home.Id, text.Trim(), backs, null, Operations.Flights.Anchor.Launch, now);
            return c with { Care = c.Care with { Commitments = c.Care.Commitments.Add(asked) } };
        }, stop);
}

/// <summary>A partner's desk accepts what it is asked to commit to.</summary>
public sealed class AcceptCommitment(KeepFact keep)
{
    /// <param name="party">The organization of the desk; any other than the one asked is refused.</param>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, string commitment, OrganizationId party, Viewer viewer, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"{party} accepted a commitment",
            c => c.Care.ChangeCommitment(commitment, x => CommitmentRules.Answer(x, party, CommitmentAnswer.Accepted, viewer.Name, null, now)).Then<Campaign>(care => c with { Care = care }), stop);
}

/// <summary>A partner's desk declines, with a reason.</summary>
public sealed class DeclineCommitment(KeepFact keep)
{
    /// <inheritdoc cref="AcceptCommitment.Run"/>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, string commitment, OrganizationId party, string? why, Viewer viewer, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"{party} declined a commitment",
            c => c.Care.ChangeCommitment(commitment, x => CommitmentRules.Answer(x, party, CommitmentAnswer.Declined, viewer.Name, why, now)).Then<Campaign>(care => c with { Care = care }), stop);
}
