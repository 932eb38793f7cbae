using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;

namespace OneFlight.Operations.Drafts;

/// <summary>One way to meet the changes: the facts it starts from and what it asks of the planner.</summary>
/// <param name="Key">Stable, lower case.</param>
/// <param name="Name">For people, without figures.</param>
/// <param name="Spare">True: tried only where the others leave too few answers.</param>
internal sealed record Candidate(string Key, string Name, Campaign Facts, PlanningRequest Request, bool Spare = false);
