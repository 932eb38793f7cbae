using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Safety;

namespace OneFlight.Operations.Campaigns;

/// <summary>What safety says of a campaign's flights.</summary>
public static class CampaignSafety
{
    public static SafetyFacts Facts(Campaign campaign, Instant now) => new(
        campaign.Fleet, campaign.People, campaign.Clearances, campaign.Flights, [.. campaign.Cargo.Where(i => !i.LeftBehind).Select(i => i.Flight)],
        campaign.Safety.Plans.IsEmpty ? ImmutableDictionary<Links.ThingId, Links.GateLight>.Empty : ControlTargets.Of(campaign, now), now);

    public static SafetyOfFlight Of(Campaign campaign, Flight flight, Instant now) => SafetyOfFlight.Of(campaign.Safety, flight, Facts(campaign, now));
}
