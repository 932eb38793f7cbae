using OneFlight.App.Access;
using OneFlight.App.Documents;
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
        routes.MapGet("/c/{campaign}/flights/{flight}/dossier.pdf", Print).RequireAuthorization(Policies.DossierRead);
    }

    private static async Task<IResult> Print(string campaign, string flight, HttpContext http, Screens screens, Press press)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (!open.Index.Flights.TryGetValue(new(flight), out var found)) return Answers.NotFound(screens.Frame(http, open), $"flight {flight}");
        var printed = open.View($"dossier {flight}", () => press.Print(Dossier.Of(open, found, open.Now)));
        return Results.File(printed, "application/pdf", $"{flight}-dossier-r{open.Revision.Number}.pdf");
    }
}
