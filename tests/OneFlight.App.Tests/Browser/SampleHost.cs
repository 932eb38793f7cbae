using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using NodaTime;
using Npgsql;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.App.Tests.Browser;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Samples;
using OneFlight.Storage;
using OneFlight.Storage.Logbook;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

[assembly: AssemblyFixture(typeof(SampleHost))]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace OneFlight.App.Tests.Browser;

/// <summary>The real application on a free port, over a database of its own with the two sample campaigns, for a real browser.</summary>
/// <remarks>Started when the first test asks for its address, so that a run without browser tests does not wait for it.</remarks>
public class SampleHost : WebApplicationFactory<FrameView>
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private string connection = "";
    private string? address;

    /// <summary>Where the application answers.</summary>
    public async Task<string> Address(PostgresFixture postgres)
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return address ??= await Start(postgres);
        }
        finally
        {
            gate.Release();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ONEFLIGHT_DATABASE", connection);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Warning");
    }

    private async Task<string> Start(PostgresFixture postgres)
    {
        connection = await postgres.NewDatabase();
        await using (var database = NpgsqlDataSource.Create(connection))
        {
            var tenant = new OperatorId(LocalSignIn.DemonstrationOperator);
            var factory = new TenantDatabase(OneFlightStorage.Options(database), new FixedTenant(tenant));
            var first = new FirstStart(factory, new PlanHistory(factory, new(), PlanCheck.Judge), new LogbookStore(factory));
            var kept = await first.Run("Demonstration operator", [], () => [Year(), Record()], OperatorYear.AsOf, _ => { }, TestContext.Current.CancellationToken, Story.Log);
            Assert.Empty(kept.Problems);
        }
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    private static Campaign Year()
    {
        var reference = SampleReference.Read(Data("mission-templates.csv"), Data("promise-rules.csv"), Data("expectations-catalogue.csv")).Value;
        return Story.Planned(1, 110, new(reference, Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)Data(f))));
    }

    private static Campaign Record() => IssTraffic.Convert(new(
        Directory.EnumerateFiles(Path.Combine(Root(), "data", "iss-traffic"), "*.csv").ToImmutableDictionary(path => Path.GetFileName(path)!, path => (ReadOnlyMemory<byte>)File.ReadAllBytes(path)),
        Data("reference/vehicles.csv"), Data("reference/stations.csv"), Data("reference/traffic-rules.csv"),
        "station-2019-2023", "Station traffic 2019 to 2023", Instant.FromUtc(2024, 1, 1, 0, 0), [])).Value;

    private static byte[] Data(string file) => File.ReadAllBytes(Path.Combine(Root(), "data", file));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OneFlight.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No OneFlight.slnx above the tests.");
    }
}
