using System.Collections.Immutable;

namespace OneFlight.App.Campaigns;

/// <summary>The campaigns of the operator.</summary>
public sealed record CampaignsView(ImmutableArray<CampaignCard> Campaigns);
