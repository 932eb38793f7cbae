using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Shell;

/// <summary>Opens the campaign that a request names, for the operator of the signed-in viewer, and frames the page.</summary>
public sealed class Screens(PlanHistory history, HearTasks tasks, OpenCampaigns campaigns, ITenant tenant, IClock clock)
{
    private static readonly string assetVersion = typeof(Screens).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    /// <summary>A page on the newest revision; a view that is null means that the id in the address names nothing.</summary>
    /// <param name="what">What was looked for, said when it is not there: "flight HALCYON-99".</param>
    public async Task<IResult> Show<TPage, TView>(HttpContext http, string campaign, string what, Func<OpenCampaign, FrameView, TView?> view)
        where TPage : Screen<TView> where TView : class
    {
        if (await Open(http, campaign) is not { } open) return Answers.NotFound(Frame(http, null), $"campaign {campaign}");
        var frame = await FrameWithCounts(http, open);
        return view(open, frame) is { } found ? Page<TPage, TView>(frame, found) : Answers.NotFound(frame, what);
    }

    /// <summary>The newest revision of a campaign of the viewer's operator; null: there is none.</summary>
    public async Task<OpenCampaign?> Open(HttpContext http, string campaign) =>
        await history.Latest(new CampaignId(campaign), http.RequestAborted) is { } revision ? campaigns.For(tenant.Operator, revision) : null;

    /// <summary>A revision by its number; null: it was never kept.</summary>
    public async Task<OpenCampaign?> At(HttpContext http, CampaignId campaign, int number) =>
        await history.At(campaign, number, http.RequestAborted) is { } revision ? campaigns.For(tenant.Operator, revision) : null;

    public static IResult Page<TPage, TView>(FrameView frame, TView view, int status = 200) where TPage : Screen<TView> =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Frame"] = frame, ["View"] = view }) { StatusCode = status };

    /// <summary>The frame with what is still to be done beside the way around.</summary>
    public async Task<FrameView> FrameWithCounts(HttpContext http, OpenCampaign open) =>
        Frame(http, open, new((await tasks.Open(open.Id, http.RequestAborted)).Length));

    public FrameView Frame(HttpContext http, OpenCampaign? open, FrameCounts? counts = null)
    {
        var now = NowFor(open);
        return new(ViewerOf(http), open, now, open?.Campaign.AsOf is not null, ThemeChoice.Read(http.Request),
            HereOf(http, open), assetVersion, counts ?? FrameCounts.None);
    }

    // A page that answers a form has no address of its own to come back to.
    private static string HereOf(HttpContext http, OpenCampaign? open) => HttpMethods.IsGet(http.Request.Method)
        ? http.Request.Path + http.Request.QueryString
        : open is null ? "/" : Paths.Campaign(open.Id);

    /// <summary>"Now" in the campaign: its own in a study or sample.</summary>
    public Instant NowFor(OpenCampaign? open) => open?.Campaign.AsOf ?? clock.GetCurrentInstant();

    /// <summary>The viewer. Every screen's policy demands one, so there is one.</summary>
    public static Viewer ViewerOf(HttpContext http) =>
        Viewer.From(http.User) ?? new Viewer("", "nobody", "nobody", []);
}
