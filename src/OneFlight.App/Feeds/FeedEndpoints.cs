using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;

namespace OneFlight.App.Feeds;

/// <summary>Calendars that programs read by a sealed link. The link says whose it is; the policy and the source decide again each time.</summary>
public static class FeedEndpoints
{
    private const string Changed = "This calendar address was changed or cut off. Nothing is shown. Copy the whole address from your own page.";
    private const string TakenBack = "This calendar address was taken back by its owner. Nothing is shown. Ask them, or make a new one on your own page.";
    private const string OfSomeoneElse = "This calendar address was made for someone else. Nothing is shown. Make your own on your page.";
    private const string NoLonger = "The owner of this calendar address has no part in what it shows any more. Nothing is shown.";

    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton(provider => new FeedKey(provider.GetRequiredService<IConfiguration>()["ONEFLIGHT_DATA"]));
        services.AddScoped<FeedLinks>();
    }

    public static void MapFeeds(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/feed/{token}.ics", Show).RequireAuthorization(Policies.Anyone);

    private static async Task<IResult> Show(string token, HttpContext http, FeedLinks links, IEnumerable<FeedSource> sources, Screens screens)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var opened = links.Open(token);
        if (!opened.Succeeded) return Refused(Changed);
        var claim = opened.Value;
        if (await IsSomeoneElse(http, claim)) return Refused(OfSomeoneElse);

        // For this one request the link's owner is who looks.
        http.User = claim.AsViewer().ToPrincipal("feed");
        if (await links.Generation(new CampaignId(claim.Campaign), claim, http.RequestAborted) != claim.Generation) return Refused(TakenBack);
        if (sources.FirstOrDefault(s => s.Kind == claim.Kind) is not { } source || await screens.Open(http, claim.Campaign) is not { } open) return Refused(NoLonger);
        if (source.Known is { } known) open = await known(http, open, claim);
        if (source.Fill(open, claim) is not { } calendar) return Refused(NoLonger);
        return Results.Text(Calendar.Write(calendar.Name, calendar.Events), "text/calendar; charset=utf-8");
    }

    /// <summary>A calendar program is signed in as nobody; a browser that is signed in as somebody must be the owner's.</summary>
    private static async Task<bool> IsSomeoneElse(HttpContext http, FeedClaim claim) =>
        await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme) is { Succeeded: true, Principal: { } signedIn }
        && Viewer.From(signedIn) is { } viewer
        && (viewer.Operator != claim.Operator || viewer.Person != claim.Person || viewer.Organization != claim.Organization);

    private static IResult Refused(string reason) => Results.Text(reason, "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
}
