using NodaTime;
using OneFlight.App.Access;
using OneFlight.Operations.Campaigns;
using OneFlight.Primitives;
using OneFlight.Storage.Hearing;

namespace OneFlight.App.Stewardship;

/// <summary>Ticks off a line of a hear-list: someone was told, at a time and by some means.</summary>
public sealed class TickTask(HearTasks tasks)
{
    /// <param name="now">"Now" in the campaign: nobody can have heard later than that.</param>
    /// <remarks>Refused: <c>heard-later-than-now</c>, <c>no-means</c>, and what <see cref="HearTasks.TickTask"/> refuses.</remarks>
    public async Task<Result<HearTask>> Run(
        CampaignId campaign, int revision, string line, string? means, Instant? at, string? note, bool early, Viewer viewer, Instant now, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(means)) return new Problem("no-means", Place.Of("means"), "nothing", "how they were told, such as telephone");
        if (at > now + Duration.FromMinutes(1)) return new Problem("heard-later-than-now", Place.Of("heard at"), at.ToString()!, $"a time up to {now}");
        return await tasks.TickTask(campaign, revision, line, new(at ?? now, viewer.Name, means.Trim(), note?.Trim(), early), stop);
    }
}
