using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OneFlight.CrashWriter;
using OneFlight.Storage;
using OneFlight.Storage.Plans;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Storage;

/// <summary>Kills the writing process, or the database, again and again while revisions are kept.</summary>
public sealed class CrashTests
{
    private const int Kills = 15, Seed = 1;
    private static readonly OperatorId Tenant = new("crash");

    [Fact]
    public async Task Killing_the_application_or_the_database_loses_nothing_confirmed_and_keeps_nothing_half()
    {
        var stop = TestContext.Current.CancellationToken;
        var random = new Random(Seed);
        await using var cluster = await PrivateCluster.Start();
        await using var database = await AnEmptyDatabase(cluster, stop);
        var confirmed = new ConcurrentQueue<int>();
        Writer? writer = null;
        try
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                writer ??= await Writer.Start(database.ConnectionString, confirmed);
                await writer.KeptOneMore(stop);
                await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 120), stop);
                if (random.Next(3) > 0)
                {
                    writer.Kill();
                    writer = null;
                }
                else
                {
                    cluster.Kill();
                    await cluster.StartServer();
                }
                database.Clear();
                await NothingIsLostOrHalf(database, [.. confirmed], stop);
            }
        }
        finally
        {
            writer?.Kill();
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {confirmed.Count} confirmed revisions");
        Assert.True(confirmed.Count > Kills, $"only {confirmed.Count} revisions were confirmed");
    }

    /// <summary>What the database holds is read by a reader with an empty memory.</summary>
    private static async Task NothingIsLostOrHalf(NpgsqlDataSource database, IReadOnlyCollection<int> confirmed, CancellationToken stop)
    {
        var factory = new TenantDatabase(OneFlightStorage.Options(database), new FixedTenant(Tenant));
        var history = new PlanHistory(factory, new PlanCache(), _ => throw new InvalidOperationException("reading judges nothing"));
        await using var db = factory.CreateDbContext();
        // A writer that outlived the database goes on while we look.
        await using var oneMoment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var numbers = await db.Revisions.Select(r => r.Number).Order().ToListAsync(stop);
        var latest = numbers.LastOrDefault();

        Assert.Equal(Enumerable.Range(1, latest), numbers);
        Assert.Subset(numbers.ToHashSet(), confirmed.ToHashSet());
        // The confirmed ones, and the one that may have been kept without a word before the kill.
        foreach (var number in numbers.TakeLast(4))
        {
            var read = (await history.At(Fleeting.Id, number, stop))!;
            Assert.Null(Same.Difference(Fleeting.Plan(number), read.Plan));
            Assert.Equal((Fleeting.At(number), "writer"), (read.At, read.Who));
        }
        var tasks = await db.HearTasks.GroupBy(t => t.Revision).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var requests = await db.AcceptRequests.GroupBy(a => a.Revision).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var parts = await db.PlanParts.Where(p => p.Revision > 1).GroupBy(p => p.Revision).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Assert.All(numbers, n => Assert.Equal((Fleeting.Hear(n).Length, Fleeting.Accept(n).Length), (tasks.GetValueOrDefault(n), requests.GetValueOrDefault(n))));
        Assert.All(numbers.Skip(1), n => Assert.Equal(Fleeting.Plan(n).Flights.Length + 1, parts.GetValueOrDefault(n)));
        Assert.True(tasks.Keys.Concat(requests.Keys).Concat(parts.Keys).All(n => n <= latest), "rows of a revision that was never kept");
    }

    private static async Task<NpgsqlDataSource> AnEmptyDatabase(PrivateCluster cluster, CancellationToken stop)
    {
        await using (var server = NpgsqlDataSource.Create(cluster.ConnectionString("postgres")))
        await using (var make = server.CreateCommand("create database crash"))
            await make.ExecuteNonQueryAsync(stop);
        var database = NpgsqlDataSource.Create(cluster.ConnectionString("crash"));
        await Migration.Migrate(database, stop);
        await using var db = new OneFlightDb(OneFlightStorage.Options(database), Tenant);
        db.Add(new OperatorRow { Operator = Tenant, Name = "Crash" });
        await db.SaveChangesAsync(stop);
        return database;
    }

    /// <summary>The writing process, started and killed by this test alone.</summary>
    private sealed class Writer(Process process, Task reading, ConcurrentQueue<int> confirmed)
    {
        public static async Task<Writer> Start(string connection, ConcurrentQueue<int> confirmed)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OneFlight.CrashWriter.dll"));
            start.ArgumentList.Add(connection);
            start.ArgumentList.Add(Tenant.Value);
            var process = Process.Start(start)!;
            Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
            return new(process, Read(process, confirmed), confirmed);
        }

        /// <summary>Waits until it is at work: it has kept a revision since now.</summary>
        public async Task KeptOneMore(CancellationToken stop)
        {
            var before = confirmed.Count;
            for (var wait = 0; confirmed.Count == before; wait++)
            {
                Assert.False(process.HasExited, "the writer ended by itself");
                Assert.True(wait < 6000, "the writer keeps nothing");
                await Task.Delay(10, stop);
            }
        }

        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
            // What it had said before it died counts.
            reading.Wait(TimeSpan.FromSeconds(10));
            process.Dispose();
        }

        private static async Task Read(Process process, ConcurrentQueue<int> confirmed)
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Split(' ') is ["kept", var number]) confirmed.Enqueue(int.Parse(number, CultureInfo.InvariantCulture));
            }
        }
    }
}
