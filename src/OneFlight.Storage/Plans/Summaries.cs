using NodaTime;
using OneFlight.Operations.Campaigns;

namespace OneFlight.Storage.Plans;

/// <summary>A revision in a list, without its plan.</summary>
public sealed record RevisionSummary(
    CampaignId Campaign, int Number, string Name, Instant At, string Who, string Why, Instant PlanningNow,
    int Flights, int Missions, int Promises, int Violations, int Findings);

/// <summary>Parts of a plan that have another version, or are gone, since a revision.</summary>
/// <param name="Kind">Section of the plan, such as <c>flight</c>.</param>
/// <param name="Revision">The latest revision that changed it.</param>
public sealed record ChangedPart(string Kind, string Id, int Revision);
