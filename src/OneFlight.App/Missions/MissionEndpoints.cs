using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Missions;

/// <summary>The customer missions, and the page of one.</summary>
public static class MissionEndpoints
{
    public static void MapMissions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/missions", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<MissionsPage, MissionsView>(http, campaign, "missions", (open, _) => MissionsView.From(open, Query.Of(http.Request))))
            .RequireAuthorization(Policies.CampaignRead);

        routes.MapGet("/c/{campaign}/missions/{mission}", (string campaign, string mission, HttpContext http, Screens screens) =>
            screens.Show<MissionPage, MissionView>(http, campaign, $"mission {mission}", (open, frame) => MissionView.From(open, mission, frame.Now)))
            .RequireAuthorization(Policies.CampaignRead);
    }
}
