using System.Collections.Immutable;
using System.Globalization;
using OneFlight.App.Access;
using OneFlight.App.Cargo;
using OneFlight.App.Revisions;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Supply;
using OneFlight.Primitives;

namespace OneFlight.App.Supply;

/// <summary>Addresses of the pages about stock.</summary>
public static class StockPaths
{
    public static string Stock(CampaignId campaign) => $"{Paths.Campaign(campaign)}/stock";
}

/// <summary>The stock of stations, and counting it.</summary>
public static class SupplyEndpoints
{
    public static void MapSupply(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/stock", (string campaign, HttpContext http, Screens screens) =>
            Show(campaign, http, screens, [], Typed.Nothing)).RequireAuthorization(Policies.SupplyRead);
        routes.MapPost("/c/{campaign}/stock/count", Count).RequireAuthorization(Policies.SupplyWrite);
    }

    private static async Task<IResult> Show(string campaign, HttpContext http, Screens screens, ImmutableArray<Problem> problems, Typed typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var frame = await screens.FrameWithCounts(http, open);
        var query = Query.Of(http.Request) with { Path = StockPaths.Stock(open.Id) };
        return Screens.Page<StockPage, StockView>(frame, StockView.From(open, query, problems, typed, frame.Now, frame.Viewer.May(Policies.SupplyWrite)),
            problems.IsEmpty ? StatusCodes.Status200OK : Answers.StatusOf(problems));
    }

    private static async Task<IResult> Count(string campaign, HttpContext http, Screens screens, KeepFact keep, IFormCollection form)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var typed = new Typed(form);
        var problems = new List<Problem>();
        var at = typed.At("at", "counted at", problems);
        var kilograms = typed.Number("kilograms", "counted", "kilograms such as 412.5", problems, required: true);
        if (kilograms < 0) problems.Add(new("out-of-range", Place.Of("counted"), $"'{typed["kilograms"]}'", "0 kg or more"));
        if (problems.Count > 0) return await Show(campaign, http, screens, [.. problems], typed);
        var kept = await keep.Run(open.Id, Screens.ViewerOf(http), $"{typed["stock"]} counted: {kilograms!.Value.ToString("0.###", CultureInfo.InvariantCulture)} kg",
            c => Record(c, typed["stock"], new("", typed["stock"], at, Mass.FromKilograms(kilograms.Value), typed["by"]), screens.NowFor(open)), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect($"{StockPaths.Stock(open.Id)}?stock={Uri.EscapeDataString(typed["stock"])}") : await Show(campaign, http, screens, kept.Problems, typed);
    }

    private static Result<Campaign> Record(Campaign campaign, string stock, StockAudit audit, NodaTime.Instant now)
    {
        var number = 1;
        while (campaign.Supply.Audits.Any(a => a.Id == Id(stock, number))) number++;
        return campaign.Supply.Count(audit with { Id = Id(stock, number) }, now).Then<Campaign>(book => campaign with { Supply = book });
    }

    private static string Id(string stock, int number) => string.Create(CultureInfo.InvariantCulture, $"{stock}/{number}");
}
