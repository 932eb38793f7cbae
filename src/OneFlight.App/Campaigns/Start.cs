using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using OneFlight.App.Access;
using OneFlight.App.Promises;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Samples;
using OneFlight.Storage;
using OneFlight.Storage.Changes;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Campaigns;

/// <summary>Brings the database to this version and loads the samples on the first start, before the first request is taken;
/// then passes on what any process keeps.</summary>
public sealed partial class Start(
    NpgsqlDataSource database, DbContextOptions<OneFlightDb> options, PlanCache cache, Func<Campaign, CheckReport> judge, ChangeFeed feed,
    OpenCampaigns campaigns, IClock clock, IConfiguration configuration, ILogger<Start> log) : BackgroundService, IHostedLifecycleService
{
    /// <summary>Setting that names the folder with the sample data, where it does not lie beside or above the program.</summary>
    public const string DataFolder = "ONEFLIGHT_REFERENCE";

    public async Task StartingAsync(CancellationToken stop)
    {
        Progress("Preparing the database");
        await Migration.Migrate(database, stop);

        var tenant = new TenantDatabase(options, new FixedTenant(new(LocalSignIn.DemonstrationOperator)));
        var first = new FirstStart(tenant, new PlanHistory(tenant, cache, judge), new LogbookStore(tenant));
        var kept = await first.Run("Demonstration operator", [new("local", "local user", [nameof(Role.Planner)])], Samples, clock.GetCurrentInstant(), Progress, stop, Story.Log);
        foreach (var problem in kept.Problems) LogRefused(log, problem.ToString());
        if (!kept.Succeeded) throw new InvalidOperationException("A sample campaign was refused; the lines above say why.");
    }

    public Task StartedAsync(CancellationToken stop) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken stop) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken stop) => Task.CompletedTask;

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(feed.Run(stop, failure => LogInterrupted(log, failure.Message)), Task.Run(() => Warm(stop), stop));

    /// <summary>Opens what people will ask for first, so that the first page is as quick as the next.</summary>
    private async Task Warm(CancellationToken stop)
    {
        var own = new OperatorId(LocalSignIn.DemonstrationOperator);
        var history = new PlanHistory(new TenantDatabase(options, new FixedTenant(own)), cache, judge);
        foreach (var campaign in await history.Campaigns(stop))
        {
            if (await history.Latest(campaign.Campaign, stop) is not { } latest) continue;
            var open = campaigns.For(own, latest);
            _ = (Ledger.Of(open), open.Check, open.Index);
        }
    }

    private IEnumerable<Campaign> Samples()
    {
        Progress("Making the sample campaigns");
        return SampleCampaigns.Make(Folder());
    }

    private string Folder()
    {
        if (configuration[DataFolder] is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "data") is var data && File.Exists(Path.Combine(data, "promise-rules.csv"))) return data;
        }
        throw new InvalidOperationException($"There is no folder 'data' with the reference tables beside or above the program; {DataFolder} names one.");
    }

    // Read by the script that starts the application and waits.
    private static void Progress(string what) => Console.Out.WriteLine($"progress: {what}");

    [LoggerMessage(LogLevel.Error, "A sample campaign was refused: {Problem}")]
    private static partial void LogRefused(ILogger log, string problem);

    [LoggerMessage(LogLevel.Warning, "The database cannot be heard, trying again: {Reason}")]
    private static partial void LogInterrupted(ILogger log, string reason);
}
