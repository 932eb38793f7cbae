using NodaTime;
using OneFlight.Operations.Campaigns;

namespace OneFlight.Storage.Plans;

/// <summary>A plan as it was kept: who kept it, when and why. Never changed; a change is the next revision.</summary>
/// <param name="Number">Counted from one within the campaign, without gaps.</param>
/// <param name="Who">Shown name of the member who kept it.</param>
public sealed record Revision<TPlan>(CampaignId Campaign, int Number, Instant At, string Who, string Why, TPlan Plan)
{
    /// <summary>The revision that would follow this one; kept only by <see cref="PlanHistory.Append"/>.</summary>
    public Revision<TPlan> Next(TPlan plan, Instant at, string who, string why) => new(Campaign, Number + 1, at, who, why, plan);
}

/// <summary>Makes first revisions.</summary>
public static class Revision
{
    /// <summary>The first revision of a campaign.</summary>
    public static Revision<Campaign> First(Campaign plan, Instant at, string who, string why) => new(plan.Id, 1, at, who, why, plan);
}
