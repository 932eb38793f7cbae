using OneFlight.App.Campaigns;
using OneFlight.Primitives;

namespace OneFlight.App.Shell;

/// <summary>Answers a form that records one fact: on to the page when it was kept, else the problems and the way back.</summary>
public static class FactForm
{
    /// <param name="back">Address and name of the page to go on to, and back to.</param>
    public static async Task<IResult> Keep<T>(HttpContext http, Screens screens, string campaign, Func<OpenCampaign, Task<Result<T>>> run, Func<OpenCampaign, (string Path, string Name)> back)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await run(open);
        var (path, name) = back(open);
        return kept.Succeeded ? Results.LocalRedirect(path) : Answers.Refused(await screens.FrameWithCounts(http, open), "This was not kept", kept.Problems, path, name);
    }
}
