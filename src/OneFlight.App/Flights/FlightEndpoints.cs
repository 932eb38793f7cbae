using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Flights;

/// <summary>The list of flights and the page of one.</summary>
public static class FlightEndpoints
{
    public static void MapFlights(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/flights", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<FlightsPage, FlightsView>(http, campaign, "flights", (open, frame) => FlightsView.From(open, Query.Of(http.Request), frame.Now)))
            .RequireAuthorization(Policies.CampaignRead);

        routes.MapGet("/c/{campaign}/flights/{flight}", (string campaign, string flight, HttpContext http, Screens screens) =>
            screens.Show<FlightPage, FlightView>(http, campaign, $"flight {flight}", (open, frame) => FlightView.From(open, flight, frame.Now)))
            .RequireAuthorization(Policies.CampaignRead);
    }
}
