using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Exchange;

namespace OneFlight.App.Campaigns;

/// <summary>The newest revision as a campaign file, whole and without loss.</summary>
public static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet("/c/{campaign}/export.json", Export).RequireAuthorization(Policies.CampaignExport);

    private static async Task<IResult> Export(string campaign, HttpContext http, Screens screens) =>
        await screens.Open(http, campaign) is { } open
            ? Results.File(CampaignFile.Write(open.Campaign), "application/json", $"{open.Id}-revision-{open.Revision.Number}.json")
            : Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
}
