using OneFlight.Storage.Plans;

namespace OneFlight.App.Tests.Storage;

public sealed class RaceTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task The_second_of_two_changes_is_refused_with_what_changed_meanwhile_and_can_be_made_again()
    {
        var ben = History();
        var first = (await Keep(History(), First())).Value;
        var seenByBen = (await ben.Latest(ACampaign.Id, Stop))!;
        await Keep(History(), first.Next(first.Plan.Slipped(0), Now, "Ana", "weather at the pad"));

        var refused = await Keep(ben, seenByBen.Next(seenByBen.Plan.Slipped(1), Now, "Ben", "late cargo"));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal("revision-lost", problem.Code);
        Assert.Equal(
            "campaign test-year, revision 2: found Ana kept it on 2027-01-05 12:00:00 UTC (\"weather at the pad\"), changing flight F1, expected the change made again on revision 2",
            problem.Message);

        var latest = (await ben.Latest(ACampaign.Id, Stop))!;
        var again = await Keep(ben, latest.Next(latest.Plan.Slipped(1), Now, "Ben", "late cargo"));
        Assert.Equal(3, again.Value.Number);
        Assert.Null(Same.Difference(first.Plan.Slipped(0).Slipped(1), again.Value.Plan));
    }

    [Fact]
    public async Task Of_many_changes_at_the_same_moment_exactly_one_is_kept()
    {
        var first = (await Keep(History(), First())).Value;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => Keep(History(), first.Next(first.Plan.Slipped(i % 3, i + 1), Now, $"Person {i}", "race"), hear: [Line("a", 1)]), Stop)));

        var winner = Assert.Single(answers, a => a.Succeeded).Value;
        Assert.All(answers.Where(a => !a.Succeeded), a => Assert.Contains(winner.Who, Assert.Single(a.Problems).Found, StringComparison.Ordinal));
        Assert.Null(Same.Difference(winner, await History().Latest(ACampaign.Id, Stop)));
        Assert.Single(await new OneFlight.Storage.Hearing.HearTasks(Factory()).Open(ACampaign.Id, Stop));
    }

    [Fact]
    public async Task Of_two_first_revisions_at_the_same_moment_one_is_kept()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Keep(History(), First()), Stop)));

        Assert.Single(answers, a => a.Succeeded);
        Assert.All(answers.Where(a => !a.Succeeded), a => Assert.Equal("revision-lost", Assert.Single(a.Problems).Code));
    }
}
