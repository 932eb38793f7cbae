using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Safety;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Safety;

/// <summary>Keeps that someone consented to fly, in the portal or in presence of a witness.</summary>
public sealed class SignConsent(KeepFact keep)
{
    /// <remarks>Refused: <c>unknown-flight</c>, what <see cref="ConsentRules.Sign"/> refuses, and what <see cref="KeepFact"/> refuses.</remarks>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, GivenConsent given, Viewer viewer, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"Consent signed for {given.Flight}", plan => Sign(plan, given), stop);

    /// <summary>Looks at the campaign that it is given, so that a consent to what changed meanwhile is refused.</summary>
    public static Result<Campaign> Sign(Campaign campaign, GivenConsent given) => campaign.Flights.FirstOrDefault(f => f.Id == given.Flight) is not { } flight
        ? new Problem("unknown-flight", Place.Of("flight"), $"'{given.Flight}'", "a flight of the campaign")
        : ConsentRules.Sign(campaign.Safety, flight, campaign.Fleet, campaign.People, given).Then<Campaign>(book => campaign with { Safety = book });
}
