using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Accountability;

/// <summary>Records that the person named for a step accepted.</summary>
public sealed class AcceptStep(KeepFact keep)
{
    /// <param name="person">Who accepted, as the steward heard it from them; the revision says who recorded it.</param>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, MissionId mission, string step, PersonId person, Viewer viewer, Instant now, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"A step of {mission} is accepted", c => c.Care.ChangeAccountability(mission, of => AccountabilityRules.Accept(of, step, person, now)).Then<Campaign>(care => c with { Care = care }), stop);
}

/// <summary>Names who answers for a step of a mission.</summary>
public sealed class NameForStep(KeepFact keep)
{
    /// <remarks>Refused: <c>unknown-person</c>, and what the rule refuses.</remarks>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, MissionId mission, string step, PersonId person, Viewer viewer, CancellationToken stop) =>
        keep.Run(campaign, viewer, $"Someone is named for a step of {mission}", c => c.People.Persons.FirstOrDefault(p => p.Id == person) is not { Organization: { } party }
            ? new Problem("unknown-person", Place.Of("person"), $"'{person}'", "a person of the campaign who belongs to an organization")
            : c.Care.ChangeAccountability(mission, of => AccountabilityRules.Name(of, c.Care.Steps, step, party, person)).Then<Campaign>(care => c with { Care = care }), stop);
}

/// <summary>Who answers for each step of a mission.</summary>
public static class AccountabilityEndpoints
{
    public static void AddAccountability(this IServiceCollection services)
    {
        services.AddScoped<AcceptStep>();
        services.AddScoped<NameForStep>();
    }

    public static void MapAccountability(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{campaign}/accountability", (string campaign, HttpContext http, Screens screens) =>
            screens.Show<AccountabilityPage, AccountabilityView>(http, campaign, "accountability", (open, frame) => AccountabilityView.From(open, Query.Of(http.Request), frame.Viewer)))
            .RequireAuthorization(Policies.CampaignRead);
        routes.MapPost("/c/{campaign}/accountability/accept", (string campaign, [FromForm] string? mission, [FromForm] string? step, [FromForm] string? person, HttpContext http, Screens screens, AcceptStep accept) =>
            FactForm.Keep(http, screens, campaign, open => accept.Run(open.Id, new MissionId(mission ?? ""), step ?? "", new PersonId(person ?? ""), Screens.ViewerOf(http), screens.NowFor(open), http.RequestAborted),
                open => Back(open, mission))).RequireAuthorization(Policies.CommercialWrite);
        routes.MapPost("/c/{campaign}/accountability/name", (string campaign, [FromForm] string? mission, [FromForm] string? step, [FromForm] string? person, HttpContext http, Screens screens, NameForStep name) =>
            FactForm.Keep(http, screens, campaign, open => name.Run(open.Id, new MissionId(mission ?? ""), step ?? "", new PersonId(person ?? ""), Screens.ViewerOf(http), http.RequestAborted), open => Back(open, mission)))
            .RequireAuthorization(Policies.CommercialWrite);
    }

    private static (string, string) Back(Campaigns.OpenCampaign open, string? mission) =>
        ($"{Paths.Accountability(open.Id)}{(open.Index.Missions.GetValueOrDefault(new(mission ?? ""))?.Flight is { } flight ? $"?flight={Uri.EscapeDataString(flight.Value)}" : "")}", "Back to the grid");
}
