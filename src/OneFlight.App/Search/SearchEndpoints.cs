using Microsoft.AspNetCore.Http.HttpResults;
using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Search;

/// <summary>Finds anything in a campaign: a list for the palette, a page without scripts.</summary>
public static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/search", Find).RequireAuthorization(Policies.CampaignRead);

    private static async Task<IResult> Find(string? c, string? q, HttpContext http, Screens screens)
    {
        if (c is null || await screens.Open(http, c) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {c}");
        var view = SearchView.From(open, q);
        return http.Request.Headers.ContainsKey("HX-Request")
            ? new RazorComponentResult<SearchResults>(new Dictionary<string, object?> { [nameof(SearchResults.View)] = view })
            : Screens.Page<SearchPage, SearchView>(await screens.FrameWithCounts(http, open), view);
    }
}
