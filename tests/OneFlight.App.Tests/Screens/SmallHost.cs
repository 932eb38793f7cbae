using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Storage;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Screens;

/// <summary>The host over a database of its own that holds the small campaign, and one more so that the start page has a choice.</summary>
public sealed class SmallHost(PostgresFixture postgres) : WebApplicationFactory<FrameView>, IAsyncLifetime
{
    private string connection = "";

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.NewDatabase();
        await using var database = NpgsqlDataSource.Create(connection);
        var tenant = new OperatorId(LocalSignIn.DemonstrationOperator);
        var factory = new TenantDatabase(OneFlightStorage.Options(database), new FixedTenant(tenant));
        await using (var db = factory.CreateDbContext())
        {
            db.Add(new OperatorRow { Operator = tenant, Name = "Demonstration operator", SamplesLoadedAt = SmallCampaign.Now });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var history = new PlanHistory(factory, new(), _ => new([], []));
        foreach (var plan in new[] { SmallCampaign.Make(), Campaign.Empty(new("other"), "Another campaign") })
        {
            var kept = await history.Append(Revision.First(plan, SmallCampaign.Now, "local user", "first plan"), [], [], AppendTerms.At(SmallCampaign.Now), TestContext.Current.CancellationToken);
            Assert.Empty(kept.Problems);
        }
    }

    /// <summary>Keeps a fact of the small campaign as someone else would, meanwhile.</summary>
    public async Task Record(string why, Func<Campaign, Campaign> fact)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        var history = new PlanHistory(new TenantDatabase(OneFlightStorage.Options(database), new FixedTenant(new(LocalSignIn.DemonstrationOperator))), new(), _ => new([], []));
        var latest = (await history.Latest(new("small"), TestContext.Current.CancellationToken))!;
        var kept = await history.Append(latest.Next(fact(latest.Plan), SmallCampaign.Now, "training lead", why), [], [], AppendTerms.At(SmallCampaign.Now), TestContext.Current.CancellationToken);
        Assert.Empty(kept.Problems);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ONEFLIGHT_DATABASE", connection);
        builder.UseSetting("ONEFLIGHT_PORT", "0");
    }

    internal static OpenCampaign Open(Campaign? campaign = null) => new(
        Revision.First(campaign ?? SmallCampaign.Make(), SmallCampaign.Now, "local user", "first plan"), SmallCampaign.Now, _ => new([], []));
}
