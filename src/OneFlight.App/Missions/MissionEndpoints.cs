using OneFlight.App.Access;
using OneFlight.App.Documents;
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

        routes.MapGet("/c/{campaign}/missions/{mission}/pack.pdf", Print).RequireAuthorization(Policies.CampaignRead);
    }

    private static async Task<IResult> Print(string campaign, string mission, HttpContext http, Screens screens, Press press)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        return MissionPack.Of(open, mission, open.Now) is { } pack
            ? Results.File(press.Print(pack), "application/pdf", $"{mission}-pack-r{open.Revision.Number}.pdf")
            : Answers.NotFound(screens.Frame(http, open), $"mission {mission}");
    }
}
