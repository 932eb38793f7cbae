using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Links;
using OneFlight.Storage.Json;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Learning;

/// <summary>Looks into the kept revisions whether a thing really changed.</summary>
public sealed class LessonEvidence(PlanHistory history)
{
    public const string TemplateActivity = "template-activity";

    /// <summary>True when the thing differs in that revision from the one before; null: there is no such revision after the first.</summary>
    /// <param name="thing">A part of the plan as it is stored, or <c>template-activity:TEMPLATE/ID</c>.</param>
    public async Task<bool?> Differs(CampaignId campaign, int revision, ThingId thing, CancellationToken stop)
    {
        if (thing.Kind != TemplateActivity) return await history.Differs(campaign, revision, thing.Kind, thing.Id, stop);
        if (revision < 2 || await history.At(campaign, revision, stop) is not { } after || await history.At(campaign, revision - 1, stop) is not { } before) return null;
        return Written(before.Plan, thing.Id) != Written(after.Plan, thing.Id);
    }

    private static string? Written(Campaign campaign, string id) => id.Split('/', 2) is [var template, var activity]
        && campaign.Templates.FirstOrDefault(t => t.Id == template)?.Activities.FirstOrDefault(a => a.Id.Value == activity) is { } found ? StoredJson.Write(found) : null;
}
