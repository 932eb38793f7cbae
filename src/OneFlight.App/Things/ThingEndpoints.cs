using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Things;

/// <summary>The page of any thing.</summary>
public static class ThingEndpoints
{
    public static void MapThings(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/c/{campaign}/things/{kind}/{**id}", (string campaign, string kind, string id, HttpContext http, Screens screens) =>
            screens.Show<ThingPage, ThingView>(http, campaign, $"{kind} {id}", (open, _) => ThingView.From(open, kind, id)))
            .RequireAuthorization(Policies.CampaignRead);
}
