using Microsoft.AspNetCore.Mvc;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.App.Contracts;

/// <summary>Contracts and what partners commit to.</summary>
public static class ContractEndpoints
{
    public static void AddContracts(this IServiceCollection services)
    {
        services.AddScoped<SignContract>();
        services.AddScoped<RecordPayment>();
        services.AddScoped<AskCommitment>();
        services.AddScoped<AcceptCommitment>();
        services.AddScoped<DeclineCommitment>();
        services.AddSingleton(ContractForCustomers.Source);
    }

    public static void MapContracts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/contracts", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<ContractsPage, ContractsView>(http, campaign, "contracts", (open, frame) => ContractsView.From(open, Query.Of(http.Request), frame.Now)))
            .RequireAuthorization(Policies.CommercialRead);
        routes.MapPost("/c/{campaign}/missions/{mission}/contract/sign", (string campaign, string mission, [FromForm] string? by, HttpContext http, Screens screens, SignContract sign) =>
            FactForm.Keep(http, screens, campaign, open => sign.Run(open.Id, new MissionId(mission), by, Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted), open => OfMission(open, mission)))
            .RequireAuthorization(Policies.CommercialWrite);
        routes.MapPost("/c/{campaign}/missions/{mission}/contract/paid", (string campaign, string mission, [FromForm] string? deposit, HttpContext http, Screens screens, RecordPayment pay) =>
            FactForm.Keep(http, screens, campaign, open => pay.Run(open.Id, new MissionId(mission), deposit ?? "", Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted), open => OfMission(open, mission)))
            .RequireAuthorization(Policies.CommercialWrite);
        routes.MapPost("/c/{campaign}/missions/{mission}/commitments", (string campaign, string mission, [FromForm] string? party, [FromForm] string? text, [FromForm] string? promise, HttpContext http, Screens screens, AskCommitment ask) =>
            FactForm.Keep(http, screens, campaign, open => ask.Run(open.Id, new MissionId(mission), new OrganizationId(party ?? ""), text, promise is { Length: > 0 } ? new PromiseId(promise) : null,
                Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted), open => OfMission(open, mission)))
            .RequireAuthorization(Policies.CommercialWrite);
    }

    private static (string, string) OfMission(OpenCampaign open, string mission) => (Paths.Mission(open.Id, mission), "Back to the mission");
}
