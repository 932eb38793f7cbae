using System.Globalization;
using Microsoft.Net.Http.Headers;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;

namespace OneFlight.App.Board;

/// <summary>The campaign board: its page, and its data for the timeline element.</summary>
public static class BoardEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/board", Page).RequireAuthorization(Policies.CampaignRead);
        routes.MapGet("/c/{campaign}/board.json", Data).RequireAuthorization(Policies.CampaignRead);
    }

    private static async Task<IResult> Page(string campaign, HttpContext http, Screens screens)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var query = BoardQuery.Of(http.Request);
        var before = await Earlier(http, screens, open, query);
        var frame = await screens.FrameWithCounts(http, open);
        return query.Before is { } number && before is null
            ? Answers.NotFound(frame, $"revision {number}")
            : Screens.Page<BoardPage, BoardPageView>(frame, BoardPageView.From(open, before, query, Query.Of(http.Request)));
    }

    private static async Task<IResult> Data(string campaign, HttpContext http, Screens screens)
    {
        if (await screens.Open(http, campaign) is not { } open) return Results.NotFound();
        var query = BoardQuery.Of(http.Request);
        var before = await Earlier(http, screens, open, query);
        if (query.Before is not null && before is null) return Results.NotFound();

        var key = KeyOf(open, query);
        var bytes = open.View($"board-json|{key}", () => BoardJson.Write(
            BoardPageView.BoardOf(open, before, query),
            new(open.Id.Value, open.Revision.Number, Paths.Flights(open.Id) + "/", Paths.Impact(open.Id)), open.Campaign.AsOf));
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{key}\"", isWeak: true));
    }

    /// <summary>The same key, the same bytes: a revision never changes, and its "now" goes on by the hour.</summary>
    internal static string KeyOf(OpenCampaign open, BoardQuery query) => string.Create(CultureInfo.InvariantCulture,
        $"{build}-{open.Revision.Number}-{query.By}-{query.Before ?? 0}-{open.Now.ToUnixTimeSeconds()}");

    private static readonly string build = typeof(BoardEndpoints).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private static async Task<OpenCampaign?> Earlier(HttpContext http, Screens screens, OpenCampaign open, BoardQuery query) =>
        query.Before is { } number && number > 0 && number < open.Revision.Number ? await screens.At(http, open.Id, number) : null;
}

/// <summary>What the address of the board asks for.</summary>
/// <param name="Before">Number of an earlier revision shown as outlines; null: none.</param>
public sealed record BoardQuery(BoardLanes By, int? Before)
{
    public static BoardQuery Of(HttpRequest request) => new(
        Enum.TryParse<BoardLanes>(request.Query["by"], ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : BoardLanes.Vehicle,
        int.TryParse(request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
}
