using OneFlight.Storage.Changes;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Tenancy;
using Npgsql;

namespace OneFlight.App.Tests.Storage;

public sealed class ChangeFeedTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private readonly OperatorId other = AnOperator("other");

    [Fact]
    public async Task What_is_kept_is_heard_by_its_operator_only()
    {
        await AddOperator(other);
        await using var feed = await Listening.To(Database, Halcyon, Stop);

        await Keep(History(id: other), First());
        await Keep(History(), First(), hear: [Line("a", 1)]);
        await new HearTasks(Factory()).TickTask(ACampaign.Id, 1, "a", new(Now, "S", "letter"), Stop);

        Assert.Equal(new(Halcyon.Value, "test-year", 1), await feed.Next());
        Assert.Equal(new(Halcyon.Value, "test-year", 1, Task: "a"), await feed.Next());
    }

    [Fact]
    public async Task A_refused_plan_is_not_heard()
    {
        var first = (await Keep(History(), First())).Value;
        await using var feed = await Listening.To(Database, Halcyon, Stop);

        await Keep(History(), First());
        await Keep(History(), first.Next(first.Plan.Slipped(0), Now, "Ana", "slip"));

        Assert.Equal(2, (await feed.Next()).Revision);
    }

    [Fact]
    public async Task A_lost_connection_comes_back_and_says_that_anything_may_have_changed()
    {
        await using var feed = await Listening.To(Database, Halcyon, Stop);

        await using (var cut = Database.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()"))
            await cut.ExecuteNonQueryAsync(Stop);

        Assert.Equal(StoredChange.Anything, await feed.Next());
        await Keep(History(), First());
        Assert.Equal(1, (await feed.Next()).Revision);
    }

    /// <summary>A running feed with one listener that is already connected.</summary>
    private sealed class Listening(CancellationTokenSource end, Task running, IAsyncEnumerator<StoredChange> changes) : IAsyncDisposable
    {
        public static async Task<Listening> To(NpgsqlDataSource database, OperatorId tenant, CancellationToken stop)
        {
            var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
            end.CancelAfter(TimeSpan.FromSeconds(20));
            var feed = new ChangeFeed(database);
            var changes = feed.Changes(tenant, end.Token).GetAsyncEnumerator(end.Token);
            var first = changes.MoveNextAsync();
            var running = feed.Run(end.Token);
            Assert.True(await first);
            Assert.Equal(StoredChange.Anything, changes.Current);
            return new(end, running, changes);
        }

        public async Task<StoredChange> Next()
        {
            Assert.True(await changes.MoveNextAsync());
            return changes.Current;
        }

        public async ValueTask DisposeAsync()
        {
            await end.CancelAsync();
            await running;
            await changes.DisposeAsync();
            end.Dispose();
        }
    }
}
