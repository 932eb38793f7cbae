using System.Collections.Immutable;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Cargo;

/// <summary>Items, their custody, and the manifests of flights.</summary>
public static class CargoEndpoints
{
    public static void AddCargo(this IServiceCollection services)
    {
        services.AddScoped<CargoReading>();
        services.AddScoped<KeepCustody>();
        services.AddScoped<AddCargo>();
    }

    public static void MapCargo(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/cargo", (string campaign, HttpContext http, CargoReading reading) => reading.List(campaign, http)).RequireAuthorization(Policies.CargoRead);
        routes.MapGet("/c/{campaign}/cargo/{item}", (string campaign, string item, HttpContext http, CargoReading reading) =>
            reading.Item(campaign, item, http, [], Typed.Nothing)).RequireAuthorization(Policies.CargoRead);
        routes.MapGet("/c/{campaign}/flights/{flight}/cargo", (string campaign, string flight, HttpContext http, CargoReading reading) =>
            reading.Manifest(campaign, flight, http, [], Typed.Nothing)).RequireAuthorization(Policies.CargoRead);
        foreach (var step in new[] { "hand-over", "temperatures", "open", "lose" })
            routes.MapPost($"/c/{{campaign}}/cargo/{{item}}/{step}", (string campaign, string item, HttpContext http, Screens screens, KeepCustody keep, CargoReading reading, IFormCollection form) =>
                Keep(campaign, item, step, new(form), http, screens, keep, reading)).RequireAuthorization(Policies.CargoWrite);
        routes.MapPost("/c/{campaign}/flights/{flight}/cargo/add", Add).RequireAuthorization(Policies.CargoWrite);
    }

    private static async Task<IResult> Keep(string campaign, string item, string step, Typed typed, HttpContext http, Screens screens, KeepCustody keep, CargoReading reading)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (open.Campaign.Cargo.All(i => i.Id.Value != item)) return Answers.NotFound(screens.Frame(http, open), $"item {item}");
        var kept = await keep.Run(open.Id, new(item), step, typed, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(CargoPaths.Item(open.Id, new(item))) : await reading.Item(campaign, item, http, kept.Problems, typed);
    }

    private static async Task<IResult> Add(string campaign, string flight, HttpContext http, Screens screens, AddCargo add, CargoReading reading, IFormCollection form)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        if (!open.Index.Flights.ContainsKey(new(flight))) return Answers.NotFound(screens.Frame(http, open), $"flight {flight}");
        var kept = await add.Run(open.Id, new(flight), new(form), Screens.ViewerOf(http), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect(CargoPaths.Manifest(open.Id, new(flight))) : await reading.Manifest(campaign, flight, http, kept.Problems, new(form));
    }
}

/// <summary>Reads the logbook beside the plan for the pages about cargo.</summary>
public sealed class CargoReading(Screens screens, LogbookStore logbook)
{
    public async Task<IResult> List(string campaign, HttpContext http)
    {
        if (await screens.Open(http, campaign) is not { } open) return Missing(http, campaign);
        var view = CargoListView.From(open, Query.Of(http.Request), await Custodies(open.Id, http), screens.NowFor(open));
        return Screens.Page<CargoListPage, CargoListView>(await screens.FrameWithCounts(http, open), view);
    }

    /// <param name="problems">Shown on top when something was refused.</param>
    public async Task<IResult> Item(string campaign, string item, HttpContext http, ImmutableArray<Problem> problems, Typed typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Missing(http, campaign);
        var entries = await logbook.Read(open.Id, Compartment.Operations, Custody.Stream(new(item)), http.RequestAborted);
        var frame = await screens.FrameWithCounts(http, open);
        return ItemView.From(open, item, entries, problems, typed, screens.NowFor(open), frame.Viewer.May(Policies.CargoWrite)) is { } view
            ? Screens.Page<ItemPage, ItemView>(frame, view, Status(problems)) : Answers.NotFound(frame, $"item {item}");
    }

    public async Task<IResult> Manifest(string campaign, string flight, HttpContext http, ImmutableArray<Problem> problems, Typed typed)
    {
        if (await screens.Open(http, campaign) is not { } open) return Missing(http, campaign);
        var frame = await screens.FrameWithCounts(http, open);
        return ManifestView.From(open, flight, await Custodies(open.Id, http), problems, typed, screens.NowFor(open), frame.Viewer.May(Policies.CargoWrite)) is { } view
            ? Screens.Page<ManifestPage, ManifestView>(frame, view, Status(problems)) : Answers.NotFound(frame, $"flight {flight}");
    }

    private async Task<ImmutableDictionary<CargoItemId, Custody>> Custodies(CampaignId campaign, HttpContext http)
    {
        var entries = await logbook.ReadAll(campaign, Compartment.Operations, Custody.StreamPrefix, http.RequestAborted);
        return entries.GroupBy(e => e.Stream).ToImmutableDictionary(g => new CargoItemId(g.Key[Custody.StreamPrefix.Length..]), g => Custody.Of(g));
    }

    private IResult Missing(HttpContext http, string campaign) => Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");

    private static int Status(ImmutableArray<Problem> problems) => problems.IsEmpty ? StatusCodes.Status200OK : Answers.StatusOf(problems);
}
