using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;

namespace OneFlight.App.Shell;

/// <summary>Dark, light, or as the system asks.</summary>
public enum Theme { System, Light, Dark }

/// <summary>The chosen theme, kept in a cookie: it is no secret and says nothing about a person.</summary>
public static class ThemeChoice
{
    private const string Cookie = "theme";

    public static Theme Read(HttpRequest request) =>
        Enum.TryParse<Theme>(request.Cookies[Cookie], ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : Theme.System;

    public static void MapTheme(this IEndpointRouteBuilder routes) => routes.MapPost("/theme", Choose).RequireAuthorization(Policies.Anyone);

    private static IResult Choose([FromForm] string? theme, [FromForm] string? back, HttpResponse response)
    {
        if (Enum.TryParse<Theme>(theme, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen))
        {
            response.Cookies.Append(Cookie, chosen.ToString().ToLowerInvariant(), new()
            {
                MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, IsEssential = true,
            });
        }
        return Results.LocalRedirect(Paths.Safe(back));
    }
}
