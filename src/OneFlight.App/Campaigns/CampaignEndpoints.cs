using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Campaigns;

/// <summary>The start page and the way into a campaign.</summary>
public static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Start).RequireAuthorization(Policies.CampaignRead);
        routes.MapGet("/c/{campaign}", (string campaign) => Results.LocalRedirect(Paths.Board(new CampaignId(campaign)))).RequireAuthorization(Policies.CampaignRead);
    }

    private static async Task<IResult> Start(HttpContext http, Screens screens, PlanHistory history)
    {
        var cards = await history.Campaigns(http.RequestAborted);
        return cards is [var only]
            ? Results.LocalRedirect(Paths.Board(only.Campaign))
            : Screens.Page<CampaignsPage, CampaignsView>(screens.Frame(http, null), new(cards));
    }
}
