using OneFlight.Storage.Plans;

namespace OneFlight.App.Tests.Storage;

public sealed class PlanHistoryTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task A_kept_plan_is_read_back_exactly()
    {
        var kept = await Keep(History(), First());

        var read = await History().Latest(ACampaign.Id, Stop);

        Assert.True(kept.Succeeded);
        Assert.Null(Same.Difference(kept.Value, read));
        Assert.Null(Same.Difference(ACampaign.With(), read!.Plan));
    }

    [Fact]
    public async Task A_commit_that_moves_one_flight_writes_that_flight_only()
    {
        var history = History();
        var first = (await Keep(history, First(ACampaign.With(flights: 20)))).Value;

        var second = await Keep(history, first.Next(first.Plan.Slipped(7), Now, "Ben", "slip"));

        Assert.True(second.Succeeded);
        Assert.Equal([new ChangedPart("flight", "F8", 2)], await history.ChangedSince(ACampaign.Id, 1, Stop));
    }

    [Fact]
    public async Task Moving_one_flight_of_a_year_writes_kilobytes()
    {
        var history = History();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var first = (await Keep(history, First(ACampaign.With(flights: 110, activities: 75)))).Value;
        var firstTook = clock.ElapsedMilliseconds;
        clock.Restart();
        var second = (await Keep(history, first.Next(first.Plan.Slipped(50), Now, "Ben", "slip"))).Value;
        var secondTook = clock.ElapsedMilliseconds;
        clock.Restart();
        await History().Latest(ACampaign.Id, Stop);

        await using var db = Open(Halcyon);
        var documents = db.PlanParts.AsEnumerable().ToLookup(p => p.Revision, p => p.Document!.Length);
        var written = documents[second.Number].Sum();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"first {firstTook} ms for {documents[1].Sum()} characters, slip {secondTook} ms for {written}, read {clock.ElapsedMilliseconds} ms");
        Assert.InRange(written, 1, 20_000);
    }

    [Fact]
    public async Task Every_revision_stays_as_it_was_kept()
    {
        var history = History();
        var first = (await Keep(history, First())).Value;
        var gone = first.Plan with { Flights = first.Plan.Flights.RemoveAt(1), Cargo = [], Missions = first.Plan.Missions.RemoveAt(1), Promises = first.Plan.Promises.RemoveAt(1) };
        var second = (await Keep(history, first.Next(gone, Now, "Ben", "drop a flight"))).Value;
        var inserted = second.Plan with { Flights = second.Plan.Flights.Insert(1, ACampaign.AFlight(9)), Name = "Renamed", Notice = null };
        var third = (await Keep(history, second.Next(inserted, Now, "Ben", "add a flight between"))).Value;
        var turned = third.Plan with { Flights = [.. third.Plan.Flights.Reverse()] };
        var fourth = (await Keep(history, third.Next(turned, Now, "Ben", "other order"))).Value;

        var stepwise = History();
        foreach (var kept in new[] { first, second, third, fourth })
        {
            Assert.Null(Same.Difference(kept, await History().At(ACampaign.Id, kept.Number, Stop)));
            Assert.Null(Same.Difference(kept, await stepwise.At(ACampaign.Id, kept.Number, Stop)));
        }
    }

    [Fact]
    public async Task A_newer_revision_shares_unchanged_flights_with_the_one_in_memory()
    {
        var reader = History();
        var first = (await Keep(History(), First())).Value;
        var before = await reader.Latest(ACampaign.Id, Stop);
        await Keep(History(), first.Next(first.Plan.Slipped(0), Now, "Ben", "slip"));

        var after = await reader.Latest(ACampaign.Id, Stop);

        Assert.Equal(2, after!.Number);
        Assert.NotSame(before!.Plan.Flights[0], after.Plan.Flights[0]);
        Assert.Same(before.Plan.Flights[1], after.Plan.Flights[1]);
        Assert.True(before.Plan.Promises == after.Plan.Promises, "lists without a change are the same array");
    }

    [Fact]
    public async Task Revisions_are_listed_newest_first_with_their_counts()
    {
        var history = History();
        var first = (await Keep(history, First())).Value;
        await Keep(history, first.Next(first.Plan.Slipped(0), Now, "Ben", "weather"));

        var list = await history.List(ACampaign.Id, Stop);

        Assert.Equal([2, 1], list.Select(r => r.Number));
        Assert.Equal(("Ben", "weather", 3, 3, 3), (list[0].Who, list[0].Why, list[0].Flights, list[0].Missions, list[0].Promises));
        Assert.Equal([list[0]], await history.Campaigns(Stop));
    }

    [Fact]
    public async Task A_campaign_that_was_never_kept_is_nothing()
    {
        Assert.Null(await History().Latest(new("nowhere"), Stop));
        Assert.Null(await History().At(new("nowhere"), 1, Stop));
    }
}
