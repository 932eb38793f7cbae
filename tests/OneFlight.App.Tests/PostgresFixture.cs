using System.Collections.Concurrent;
using Npgsql;
using OneFlight.App.Tests;
using OneFlight.Storage.Setup;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace OneFlight.App.Tests;

/// <summary>A PostgreSQL server for one test run, with the current tables in a template: a private cluster that is thrown away, or the
/// server that <c>ONEFLIGHT_DATABASE</c> points at.</summary>
/// <remarks>Take it as a constructor parameter; it is started once for all test classes.</remarks>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string run = "oneflight_test_" + Guid.NewGuid().ToString("N")[..12];
    private readonly List<string> databases = [];
    private readonly ConcurrentDictionary<Type, Lazy<Task<string>>> ofClass = [];
    private PrivateCluster? cluster;
    private string server = "";
    private int count;

    private string Template => run + "_template";

    public async ValueTask InitializeAsync()
    {
        server = ConnectionText.Read(Environment.GetEnvironmentVariable("ONEFLIGHT_DATABASE") ?? "");
        if (server is "")
        {
            cluster = await PrivateCluster.Start();
            server = cluster.ConnectionString("postgres");
        }
        await Execute($"create database {Template}");
        await using var template = NpgsqlDataSource.Create(To(Template));
        await Migration.Migrate(template, TestContext.Current.CancellationToken);
    }

    /// <summary>The connection string of the database that all tests of a class share; an operator per test keeps them apart.</summary>
    public Task<string> DatabaseOf(Type testClass) => ofClass.GetOrAdd(testClass, _ => new(NewDatabase)).Value;

    /// <summary>The connection string of a new database with empty tables.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"{run}_{Interlocked.Increment(ref count)}";
        // Two copies of a template at once refuse each other, and a pooled connection keeps it busy.
        await Gate.WaitAsync();
        try
        {
            NpgsqlConnection.ClearAllPools();
            await Execute($"create database {name} template {Template}");
            databases.Add(name);
        }
        finally
        {
            Gate.Release();
        }
        return To(name);
    }

    private static readonly SemaphoreSlim Gate = new(1, 1);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
            return;
        }
        foreach (var name in databases.Append(Template)) await Execute($"drop database if exists {name} with (force)");
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
