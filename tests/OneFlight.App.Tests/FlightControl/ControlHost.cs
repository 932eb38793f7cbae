using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using NodaTime;
using Npgsql;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.FlightControl;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Samples;
using OneFlight.Storage;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.FlightControl;

/// <summary>The host over the small campaign with consoles: two seats that vote, one criterion, one procedure, one contingency.</summary>
public sealed class ControlHost(PostgresFixture postgres) : WebApplicationFactory<FrameView>, IAsyncLifetime
{
    public const string Flight = "HALCYON-07";
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
        var kept = await new PlanHistory(factory, new(), _ => new([], [])).Append(
            Revision.First(Consoles(SmallCampaign.Make()), SmallCampaign.Now, "local user", "first plan"), [], [], AppendTerms.At(SmallCampaign.Now), TestContext.Current.CancellationToken);
        Assert.Empty(kept.Problems);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ONEFLIGHT_DATABASE", connection);
        builder.UseSetting("ONEFLIGHT_PORT", "0");
    }

    private static Campaign Consoles(Campaign campaign)
    {
        var flight = new FlightId(Flight);
        PersonId[] staff = [StoryStaff.FlightDirector, StoryStaff.Safety, StoryStaff.Surgeon];
        return campaign with
        {
            People = campaign.People with { Persons = [.. campaign.People.Persons, .. staff.Select(p => new Person(p, $"Holder {p}", null, "UTC", null, [], []))] },
            Qualifications = campaign.Qualifications with
            {
                Rules = [.. campaign.Qualifications.Rules, .. ((string[])["director", "safety", "recovery"]).Select(s => new QualificationRule($"r-{s}", $"console:{s}", $"Console {s}", RuleKind.MonthsToTheDay, 12))],
                Records = [Earned(StoryStaff.FlightDirector, "director"), Earned(StoryStaff.Safety, "safety")],
            },
            Control = ControlBook.Empty with
            {
                Criteria = [new("WX-01", "all", "weather", "Wind at the pad", CriterionOperator.AtMost, 30, "mph", "no-go", "safety", 60, Waivable.No, "", "test", "H", "Y")],
                Phases = [new("CD-18", "all", "countdown", "poll", Anchor.Launch, Duration.FromSeconds(-2700), Duration.Zero, "Poll for load", "", "director", "", "test", "M", "P")],
                Contingencies = [new("C15", "scrub", "Weather scrub", ["countdown"], "minor", ["rule"], ["Hold the count"], ["Safe"], ["director"], ["crew"], ["crew out"], "per-flight", "H", "")],
                Procedures = [new("count", "Launch count", 2, SmallCampaign.Now - Duration.FromDays(9), "Safety", [new("S1", StepKind.Check, "Roster read", "director"), new("S2", StepKind.Check, "Doors closed", "director")])],
                Seats = [new("director", "Flight director", "console:director", [], true), new("safety", "Safety", "console:safety", ["safety"], true), new("recovery", "Recovery", "console:recovery", [], false)],
                Holders = [SeatHolder.Of(flight, "director", StoryStaff.FlightDirector), SeatHolder.Of(flight, "safety", StoryStaff.Safety)],
                Plans = [new(flight, ["count"], [], null)],
            },
        };
    }

    private static QualificationRecord Earned(PersonId person, string seat) =>
        new($"q-{seat}", person, $"console:{seat}", new(2026, 9, 1), SmallCampaign.Now - Duration.FromDays(100), "board");
}
