using Microsoft.EntityFrameworkCore;
using Npgsql;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Setup;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Storage;

public sealed class SetupTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private readonly OperatorId demo = AnOperator("demo");
    private static readonly FirstMember Ana = new("ana", "Ana", ["planner"]);

    private FirstStart Starting => new(Factory(demo), History(id: demo), new(Factory(demo)));

    private Task<OneFlight.Primitives.Result<System.Collections.Immutable.ImmutableArray<CampaignId>>> Start(Func<IEnumerable<Campaign>> samples) =>
        Starting.Run("Demonstration", [Ana], samples, Now, _ => { }, Stop);

    private static Campaign Second => ACampaign.With(1) with { Id = new("second") };

    [Fact]
    public async Task The_first_start_keeps_the_samples_and_the_next_does_not_even_make_them()
    {
        var first = await Start(() => [ACampaign.With(), Second]);
        var next = await Start(() => throw new InvalidOperationException("made again"));

        Assert.Equal([ACampaign.Id, new CampaignId("second")], first.Value);
        Assert.Empty(next.Value);
        Assert.Equal(2, (await History(id: demo).Campaigns(Stop)).Length);
        await using var db = Open(demo);
        Assert.Equal(["planner"], db.Members.Single().Roles);
    }

    [Fact]
    public async Task A_first_start_that_was_cut_short_goes_on_where_it_stopped()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => Start(CutShort));

        var rest = await Start(() => [ACampaign.With(), Second]);

        Assert.Equal([new CampaignId("second")], rest.Value);
        Assert.Equal(2, (await History(id: demo).Campaigns(Stop)).Length);

        static IEnumerable<Campaign> CutShort()
        {
            yield return ACampaign.With();
            throw new OperationCanceledException();
        }
    }

    [Fact]
    public async Task Several_starts_at_once_migrate_an_empty_database_once()
    {
        var name = new NpgsqlConnectionStringBuilder(Connection).Database + "_empty";
        await using (var make = Database.CreateCommand($"create database {name}")) await make.ExecuteNonQueryAsync(Stop);
        await using var empty = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Connection) { Database = name }.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migration.Migrate(empty, Stop), Stop)));

        await using var db = new OneFlight.Storage.OneFlightDb(OneFlightStorage.Options(empty), demo);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
        Assert.Empty(await db.Campaigns.ToListAsync(Stop));
        await using var drop = Database.CreateCommand($"drop database {name} with (force)");
        await empty.DisposeAsync();
        await drop.ExecuteNonQueryAsync(Stop);
    }

    [Fact]
    public async Task The_tables_are_what_the_model_says()
    {
        await using var db = Open(Halcyon);

        Assert.False(db.Database.HasPendingModelChanges(), "write a migration: ./oneflight check says how");
    }
}
