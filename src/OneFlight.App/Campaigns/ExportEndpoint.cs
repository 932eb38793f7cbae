using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;

namespace OneFlight.App.Campaigns;

/// <summary>The newest revision as a campaign file, without loss but for what the viewer may not open.</summary>
public static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet("/c/{campaign}/export.json", Export).RequireAuthorization(Policies.CampaignExport);

    private static async Task<IResult> Export(string campaign, HttpContext http, Screens screens) =>
        await screens.Open(http, campaign) is { } open
            ? Results.File(CampaignFile.Write(ForViewer(open.Campaign, Screens.ViewerOf(http))), "application/json", $"{open.Id}-revision-{open.Revision.Number}.json")
            : Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");

    /// <summary>Birth dates belong to who someone is, and stay behind unless the viewer may read that.</summary>
    private static Campaign ForViewer(Campaign campaign, Viewer viewer) => viewer.May(Policies.IdentityRead) ? campaign
        : campaign with { People = campaign.People with { Persons = [.. campaign.People.Persons.Select(p => p.Born is null ? p : p with { Born = null })] } };
}
