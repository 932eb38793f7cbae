using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.People;

/// <summary>The page of a person.</summary>
public static class PersonEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/c/{campaign}/people/{person}", (string campaign, string person, HttpContext http, Screens screens) =>
            screens.Show<PersonPage, PersonView>(http, campaign, $"person {person}", (open, frame) => PersonView.From(open, person, frame.Now)))
            .RequireAuthorization(Policies.CampaignRead);
}
