using Microsoft.AspNetCore.Http.HttpResults;
using OneFlight.App.Access;
using OneFlight.App.Shell;

namespace OneFlight.App.Promises;

/// <summary>The promise ledger.</summary>
public static class PromiseEndpoints
{
    public static void MapPromises(this IEndpointRouteBuilder routes) => routes.MapGet("/c/{campaign}/promises", Show).RequireAuthorization(Policies.CampaignRead);

    private static async Task<IResult> Show(string campaign, HttpContext http, Screens screens)
    {
        var query = Query.Of(http.Request);
        // A row's preview asks for the opened promise alone.
        if (http.Request.Headers.ContainsKey("HX-Request") && query["open"] is { } id
            && await screens.Open(http, campaign) is { } open && PromisePeek.Of(open, id) is { } peek)
        {
            return new RazorComponentResult<PromisePeekPart>(new Dictionary<string, object?> { [nameof(PromisePeekPart.Peek)] = peek });
        }
        return await screens.Show<LedgerPage, LedgerView>(http, campaign, "promises", (found, frame) => LedgerView.From(found, query, frame.Now));
    }
}
