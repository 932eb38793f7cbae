using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Samples;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Access;

/// <summary>The switch of roles, which exists in the demonstration only: it signs the user of this computer in as someone of the story.</summary>
public static class SignInEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", Choose).RequireAuthorization(Policies.Anyone);
        routes.MapPost("/sign-in", Switch).RequireAuthorization(Policies.Anyone);
    }

    private static async Task<IResult> Choose(HttpContext http, Screens screens, PlanHistory history)
    {
        if (!LocalSignIn.IsLocal(http)) return Results.StatusCode(StatusCodes.Status401Unauthorized);
        var back = Paths.Safe(http.Request.Query["back"]);
        return Screens.Page<SignInPage, SignInView>(screens.Frame(http, null), SignInView.From(await StoryOf(history, http.RequestAborted), back));
    }

    private static async Task<IResult> Switch(
        [FromForm] string? role, [FromForm(Name = "as")] string? key, [FromForm] string? back, HttpContext http, PlanHistory history, EndpointDataSource endpoints)
    {
        if (!LocalSignIn.IsLocal(http) || !Enum.TryParse<Role>(role, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen)) return Results.StatusCode(403);
        var members = Cast.In(chosen, await StoryOf(history, http.RequestAborted));
        if ((string.IsNullOrEmpty(key) ? members[0] : members.FirstOrDefault(m => m.Key == key)) is not { } member) return Results.StatusCode(403);

        var viewer = member.AsViewer();
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, viewer.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme), new() { IsPersistent = true });
        return Results.LocalRedirect(Landing.After(viewer, Paths.Safe(back), endpoints));
    }

    /// <summary>The campaign that holds the story; null: none does.</summary>
    private static async Task<Campaign?> StoryOf(PlanHistory history, CancellationToken stop)
    {
        foreach (var card in await history.Campaigns(stop))
            if (await history.Latest(card.Campaign, stop) is { } latest && !Story.FlightsOf(latest.Plan).IsEmpty) return latest.Plan;
        return null;
    }
}
