using System.Collections.Immutable;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Campaigns;

/// <summary>The campaigns of the operator.</summary>
public sealed record CampaignsView(ImmutableArray<RevisionSummary> Campaigns);
