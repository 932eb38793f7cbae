using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Safety;

/// <summary>Keeps evidence that was handed in, and decisions about what applies.</summary>
public sealed class KeepRequirement(KeepFact keep)
{
    /// <remarks>Refused: what <see cref="RequirementRules.Record"/> and <see cref="KeepFact"/> refuse.</remarks>
    public Task<Result<Revision<Campaign>>> Evidence(CampaignId campaign, Evidence item, Instant now, Viewer viewer, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"Evidence for {item.Requirement}{(item.Flight is { } flight ? $" of {flight}" : "")}",
            plan => RequirementRules.Record(plan.Safety, item, now).Then<Campaign>(book => plan with { Safety = book }), stop);

    /// <remarks>Refused: what <see cref="RequirementRules.Decide"/> and <see cref="KeepFact"/> refuse.</remarks>
    public Task<Result<Revision<Campaign>>> Decision(
        CampaignId campaign, FlightId flight, string requirement, Applicability applicability, string? reason, string? means, Instant now, Viewer viewer, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"{requirement} tailored for {flight}",
            plan => RequirementRules.Decide(plan.Safety, flight, requirement, applicability, reason, means, viewer.Name, now).Then<Campaign>(book => plan with { Safety = book }), stop);
}
