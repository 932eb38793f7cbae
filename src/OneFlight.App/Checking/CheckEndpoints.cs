using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Checking;

/// <summary>What the checker says of the newest revision.</summary>
public static class CheckEndpoints
{
    public static void MapCheck(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/c/{campaign}/check", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<CheckPage, CheckView>(http, campaign, "check", (open, _) => open.View("check", () => CheckView.From(open))))
            .RequireAuthorization(Policies.CampaignRead);
}
