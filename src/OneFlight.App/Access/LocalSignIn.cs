using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace OneFlight.App.Access;

/// <summary>Signs the user of this machine in to the demonstration operator; nobody else.</summary>
/// <remarks>Stands where real sign-in will stand: everything behind it reads claims only. A request is local when it comes over
/// the loopback address and asks for a local host name, so that a foreign page cannot reach it through a name of its own.</remarks>
public static class LocalSignIn
{
    /// <summary>Id of the operator that the sample campaigns belong to.</summary>
    public const string DemonstrationOperator = "demonstration";

    /// <summary>Whoever does this work at the demonstration operator.</summary>
    public static Viewer Demonstration(Role role) => Cast.Staff(role).AsViewer();

    /// <summary>Adds cookies and policies.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "oneflight-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnRedirectToLogin = context => Refuse(context.Response, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Refuse(context.Response, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorization(options => options.AddPolicies());
    }

    /// <summary>Signs in a local user who is not; between authentication and authorization.</summary>
    public static void UseLocalSignIn(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (Viewer.From(http.User) is null && IsLocal(http))
        {
            http.User = Demonstration(Role.Planner).ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme);
        }
        await next(http);
    });

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    // A request without an address does not come over a network: the test server.
    internal static bool IsLocal(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && http.Request.Host.Host is ("localhost" or "127.0.0.1" or "[::1]");
}
