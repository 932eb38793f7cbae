using Microsoft.EntityFrameworkCore;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Storage;

public sealed class TenancyTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private readonly OperatorId other = AnOperator("other");

    [Fact]
    public async Task Every_table_belongs_to_an_operator_and_is_filtered_by_it()
    {
        await using var db = Open(Halcyon);

        Assert.NotEmpty(db.Model.GetEntityTypes());
        Assert.All(db.Model.GetEntityTypes(), table =>
        {
            Assert.True(typeof(ITenantRow).IsAssignableFrom(table.ClrType), $"{table.ClrType.Name} has no operator");
            Assert.NotEmpty(table.GetDeclaredQueryFilters());
            Assert.Equal("operator_id", table.FindPrimaryKey()!.Properties[0].GetColumnName());
        });
    }

    [Fact]
    public async Task Every_column_of_the_database_that_names_an_operator_is_required()
    {
        await using var missing = Database.CreateCommand("""
            select t.table_name from information_schema.tables t
            where t.table_schema = 'public' and t.table_name <> '__EFMigrationsHistory' and not exists (
                select 1 from information_schema.columns c
                where c.table_name = t.table_name and c.column_name = 'operator_id' and c.is_nullable = 'NO')
            """);

        Assert.Null(await missing.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task Another_operator_sees_nothing_of_a_campaign()
    {
        await AddOperator(other);
        await Keep(History(), First());

        var theirs = History(id: other);

        Assert.Null(await theirs.Latest(ACampaign.Id, Stop));
        Assert.Empty(await theirs.List(ACampaign.Id, Stop));
        Assert.Empty(await theirs.Campaigns(Stop));
        Assert.Empty(await theirs.ChangedSince(ACampaign.Id, 0, Stop));
    }

    [Fact]
    public async Task A_shared_cache_gives_each_operator_its_own_plan()
    {
        await AddOperator(other);
        var cache = new OneFlight.Storage.Plans.PlanCache();
        await Keep(History(cache: cache), First());
        await Keep(History(id: other, cache: cache), First(ACampaign.With(flights: 1)));

        Assert.Equal(3, (await History(cache: cache).Latest(ACampaign.Id, Stop))!.Plan.Flights.Length);
        Assert.Single((await History(id: other, cache: cache).Latest(ACampaign.Id, Stop))!.Plan.Flights);
    }

    [Fact]
    public async Task A_row_of_another_operator_is_not_written()
    {
        await using var db = Open(Halcyon);
        db.Add(new Member { Operator = other, Id = "m", Name = "Mallory", Roles = [] });

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));

        Assert.Contains("another operator", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }
}
