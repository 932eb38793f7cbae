using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;

namespace OneFlight.App.Tests.Screens;

/// <summary>The host over the small campaign.</summary>
public sealed class SmallHost : WebApplicationFactory<OneFlight.App.Shell.FrameView>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.AddSingleton<IKeptPlans>(new SmallPlans()));

    internal static OpenCampaign Open(Campaign? campaign = null) =>
        new(campaign ?? SmallCampaign.Make(), SmallPlans.First, StatementOf, _ => new CheckReport([], []));

    internal static Statement StatementOf(Campaign campaign)
    {
        var statement = new StatementBuilder();
        foreach (var flight in campaign.Flights)
        {
            statement.State(flight.Thing, flight.Name, new Words(flight.Plan is { } plan ? plan.Launch.ToString() : "no plan"));
            foreach (var activity in flight.Plan?.Activities ?? [])
            {
                statement.State(activity.Id.On(flight.Id), activity.Id.Value, new Words(activity.Start.ToString()));
                statement.Link(flight.Thing, activity.Id.On(flight.Id), "launch date moves it");
            }
        }
        foreach (var promise in campaign.Promises)
        {
            var rule = campaign.Rules.Single(r => r.Id == promise.Rule);
            statement.State(promise.Id.Thing, promise.Words, PromiseJudgment.Judge(rule, promise.Rule == "EX-010" ? 38 : 0, SmallCampaign.Launch));
            statement.Link(new ThingId("flight", "HALCYON-07"), promise.Id.Thing, "launch date decides it");
        }
        return statement.Build();
    }

    private sealed record Words(string Said) : StateValue
    {
        public override string Text => Said;
    }
}

/// <summary>One campaign with one revision, kept in memory.</summary>
internal sealed class SmallPlans : IKeptPlans
{
    public static RevisionMark First { get; } = new(1, Instant.FromUtc(2027, 2, 1, 8, 0), "local user", "first plan");

    public Task<ImmutableArray<CampaignCard>> List(string tenant, CancellationToken stop) =>
        Task.FromResult<ImmutableArray<CampaignCard>>(tenant == "demonstration"
            ? [new(new("small"), "Small campaign", First), new(new("other"), "Another campaign", First)] : []);

    public Task<RevisionMark?> Newest(string tenant, CampaignId campaign, CancellationToken stop) =>
        Task.FromResult(tenant == "demonstration" && campaign.Value == "small" ? First : null);

    public Task<OpenCampaign?> Read(string tenant, CampaignId campaign, int revision, CancellationToken stop) =>
        Task.FromResult<OpenCampaign?>(SmallHost.Open());
}
