using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Contracts;
using OneFlight.App.Shell;
using OneFlight.Operations.People;
using OneFlight.Primitives;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Partners;

/// <summary>The desk of a partner organization: what it is asked, and nothing else.</summary>
public static class PartnerEndpoints
{
    public static void AddPartners(this IServiceCollection services)
    {
        services.AddScoped<AnswerRequest>();
        services.AddScoped<PartnerReading>();
    }

    public static void MapPartners(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/partner", (HttpContext http, PartnerReading reading) => reading.Show(http, [])).RequireAuthorization(Policies.PartnerDesk);
        routes.MapPost("/partner/{campaign}/answer", Answer).RequireAuthorization(Policies.PartnerDesk);
        routes.MapPost("/partner/{campaign}/commitment", Commit).RequireAuthorization(Policies.PartnerDesk);
    }

    /// <summary>Only the organization that the viewer belongs to answers; the rule refuses what is asked of another.</summary>
    private static async Task<IResult> Commit(
        string campaign, [FromForm] string? commitment, [FromForm] bool granted, [FromForm] string? reason, HttpContext http, Screens screens,
        AcceptCommitment accept, DeclineCommitment decline, PartnerReading reading)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var (viewer, now) = (Screens.ViewerOf(http), screens.NowFor(open));
        var party = new OrganizationId(viewer.Organization ?? "");
        var kept = granted ? await accept.Run(open.Id, commitment ?? "", party, viewer, now, http.RequestAborted) : await decline.Run(open.Id, commitment ?? "", party, reason, viewer, now, http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect("/partner") : await reading.Show(http, kept.Problems);
    }

    private static async Task<IResult> Answer(
        string campaign, [FromForm] int revision, [FromForm] string request, [FromForm] bool granted, [FromForm] string? reason,
        HttpContext http, Screens screens, AnswerRequest answer, PartnerReading reading)
    {
        if (await screens.Open(http, campaign) is not { } open) return Answers.NotFound(screens.Frame(http, null), $"campaign {campaign}");
        var kept = await answer.Run(open.Id, revision, request, granted, reason, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted);
        return kept.Succeeded ? Results.LocalRedirect("/partner") : await reading.Show(http, kept.Problems);
    }
}

/// <summary>Reads what a partner is asked over all campaigns.</summary>
public sealed class PartnerReading(Screens screens, PlanHistory history, AcceptRequests requests)
{
    public async Task<IResult> Show(HttpContext http, ImmutableArray<Problem> problems)
    {
        var viewer = Screens.ViewerOf(http);
        var asks = ImmutableArray.CreateBuilder<PartnerAsk>();
        var (name, zone, at) = (viewer.Name, "UTC", (OpenCampaign?)null);
        foreach (var card in await history.Campaigns(http.RequestAborted))
        {
            if (viewer.Organization is not { } own || await screens.Open(http, card.Campaign.Value) is not { } open
                || !open.Index.Organizations.TryGetValue(new(own), out var organization)) continue;
            (name, zone, at) = (organization.Name, organization.Zone, open);
            var now = screens.NowFor(open);
            asks.AddRange(open.Campaign.Care.Commitments.Where(c => c.From.Value == own).Select(c => PartnerAsk.Of(c, open.Id, open.Campaign.Name, open.Index.NameOf(c.Mission), c.AskedAt + Duration.FromDays(14), now)));
            asks.AddRange((await requests.For(open.Id, $"organization:{own}", http.RequestAborted)).Select(r => PartnerAsk.Of(r, open.Campaign.Name, now)));
        }
        var frame = screens.Frame(http, null) with { Now = at is null ? screens.NowFor(null) : screens.NowFor(at) };
        return Screens.Page<PartnerDeskPage, PartnerDeskView>(frame, PartnerDeskView.From(name, zone, asks, problems), problems.IsEmpty ? 200
            : problems.Any(p => p.Code is "unknown-request" or "unknown-commitment" or "another-party") ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict);
    }
}
