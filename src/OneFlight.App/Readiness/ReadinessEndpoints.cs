using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Readiness;

/// <summary>Whether flights may fly: the page of one, and its dossier.</summary>
public static class ReadinessEndpoints
{
    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/flights/{flight}/readiness", (string campaign, string flight, HttpContext http, Screens screens) =>
            screens.Show<ReadinessPage, ReadinessView>(http, campaign, $"flight {flight}", (open, frame) => ReadinessView.From(open, flight, frame.Viewer, frame.Now)))
            .RequireAuthorization(Policies.ReadinessRead);
    }
}
