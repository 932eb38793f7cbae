using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Safety;

namespace OneFlight.Operations.Campaigns;

/// <summary>What safety says of a campaign's flights.</summary>
public static class CampaignSafety
{
    // Equal numbers and equal times are the same object, so that parts stated from them can be told apart by reference.
    private static readonly ImmutableArray<object> numbers = [.. Enumerable.Range(0, 1000).Select(n => (object)n)];
    private static Tuple<Instant>? lastNow;

    public static SafetyFacts Facts(Campaign campaign, Instant now) => FactsOf(campaign, campaign.Flights, now);

    public static SafetyOfFlight Of(Campaign campaign, Flight flight, Instant now) => SafetyOfFlight.Of(campaign.Safety, flight, Facts(campaign, now));

    /// <summary>The facts for one flight: only its own modules are judged.</summary>
    public static SafetyFacts Facts(Campaign campaign, Flight flight, Instant now) => FactsOf(campaign, [flight], now);

    /// <summary>Everything besides the flight that its part of the statement follows from, each compared by reference.</summary>
    public static object?[] From(Campaign campaign, Flight flight, Instant now)
    {
        var at = Volatile.Read(ref lastNow) is { } known && known.Item1 == now ? known : lastNow = new(now);
        return
        [
            campaign.Safety, campaign.Fleet, campaign.People, campaign.Training, campaign.Qualifications, campaign.Control,
            ImmutableCollectionsMarshal.AsArray(campaign.Clearances), ImmutableCollectionsMarshal.AsArray(campaign.Cargo),
            numbers[Math.Min(SafetyFacts.FlownBefore(campaign.Flights, flight), numbers.Length - 1)], at,
        ];
    }

    private static SafetyFacts FactsOf(Campaign campaign, ImmutableArray<Flight> judged, Instant now) => new(
        campaign.Fleet, campaign.People, campaign.Clearances, campaign.Flights, [.. campaign.Cargo.Where(i => !i.LeftBehind).Select(i => i.Flight)],
        campaign.Safety.Plans.IsEmpty ? ImmutableDictionary<Links.ThingId, Links.GateLight>.Empty : ControlTargets.Of(campaign, judged, now), now);
}
