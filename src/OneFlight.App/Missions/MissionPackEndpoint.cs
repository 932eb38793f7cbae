using OneFlight.App.Access;
using OneFlight.App.Documents;
using OneFlight.App.Shell;

namespace OneFlight.App.Missions;

/// <summary>The mission pack as a file to print.</summary>
public static class MissionPackEndpoint
{
    public static void MapMissionPack(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/c/{campaign}/missions/{mission}/pack.pdf", Print).RequireAuthorization(Policies.CampaignRead);

    private static async Task<IResult> Print(string campaign, string mission, HttpContext http, Screens screens, Press press)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        return MissionPack.Of(open, mission, open.Now) is { } pack
            ? Results.File(press.Print(pack), "application/pdf", $"{mission}-pack-r{open.Revision.Number}.pdf")
            : Answers.NotFound(screens.Frame(http, open), $"mission {mission}");
    }
}
