using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Acceptance;

namespace OneFlight.App.Stewardship;

/// <summary>Records what another party answered to a request.</summary>
public sealed class DecideAcceptance(AcceptRequests requests)
{
    public Task<Result<AcceptRequest>> Run(
        CampaignId campaign, int revision, string request, bool granted, Viewer viewer, Instant now, CancellationToken stop) =>
        requests.Decide(campaign, revision, request, new(granted, now, viewer.Name), stop);
}
