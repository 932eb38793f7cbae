using OneFlight.Operations.Drafts;
using OneFlight.Operations.Links;
using OneFlight.Storage.Acceptance;
using OneFlight.Storage.Hearing;

namespace OneFlight.App.Tests.Storage;

public sealed class AfterCommitTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private HearTasks Tasks => new(Factory());
    private AcceptRequests Requests => new(Factory());

    private static readonly Told ByTelephone = new(Now, "Steward", "telephone");

    private Task KeepWithList() => Keep(
        History(), First(), hear: [Line("b", 2, "a"), Line("a", 1)],
        accept: [new ToAccept("x", new ThingId("organization", "partner"), "Partner", "the forward port from 3 May", Now)]);

    [Fact]
    public async Task The_hear_list_becomes_tasks_in_the_order_in_which_people_hear()
    {
        await KeepWithList();

        var tasks = await Tasks.Of(ACampaign.Id, 1, Stop);

        Assert.Equal(["a", "b"], tasks.Select(t => t.Line));
        Assert.Equal(("person:b", "Person b", "p2", "Asia/Tokyo", "their flight moves"), (tasks[1].Hearer, tasks[1].ShownAs, tasks[1].Owner, tasks[1].Zone, tasks[1].Reason));
        Assert.Equal(["a"], tasks[1].After);
    }

    [Fact]
    public async Task A_task_is_ticked_off_once_with_its_time_and_means()
    {
        await KeepWithList();

        var done = (await Tasks.TickTask(ACampaign.Id, 1, "a", ByTelephone, Stop)).Value;
        var again = await Tasks.TickTask(ACampaign.Id, 1, "a", ByTelephone, Stop);

        Assert.Equal((Now, "Steward", "telephone"), (done.DoneAt, done.DoneBy, done.Means));
        Assert.Equal("already-told", Assert.Single(again.Problems).Code);
        Assert.Equal(["b"], (await Tasks.Open(ACampaign.Id, Stop)).Select(t => t.Line));
    }

    [Fact]
    public async Task Nobody_is_ticked_off_before_those_who_hear_first()
    {
        await KeepWithList();

        var early = await Tasks.TickTask(ACampaign.Id, 1, "b", ByTelephone, Stop);

        Assert.Equal("told-too-early", Assert.Single(early.Problems).Code);
        Assert.Contains("Person a", Assert.Single(early.Problems).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_did_hear_out_of_order_is_recorded_with_a_note()
    {
        await KeepWithList();

        var told = await Tasks.TickTask(ACampaign.Id, 1, "b", ByTelephone with { OutOfOrder = true, Note = "read it in the press" }, Stop);

        Assert.Equal("read it in the press", told.Value.Note);
    }

    [Fact]
    public async Task An_unknown_line_is_refused()
    {
        await KeepWithList();

        Assert.Equal("unknown-task", Assert.Single((await Tasks.TickTask(ACampaign.Id, 1, "z", ByTelephone, Stop)).Problems).Code);
    }

    [Fact]
    public async Task A_request_stays_open_until_the_party_decides_once()
    {
        await KeepWithList();
        Assert.Equal(AcceptState.Open, Assert.Single(await Requests.Open(ACampaign.Id, Stop)).State);

        var decided = (await Requests.Decide(ACampaign.Id, 1, "x", new(Granted: true, Now, "Partner's desk"), Stop)).Value;
        var again = await Requests.Decide(ACampaign.Id, 1, "x", new(Granted: false, Now, "someone"), Stop);

        Assert.Equal((AcceptState.Accepted, Now, "Partner's desk"), (decided.State, decided.DecidedAt, decided.DecidedBy));
        Assert.Equal("already-decided", Assert.Single(again.Problems).Code);
        Assert.Empty(await Requests.Open(ACampaign.Id, Stop));
        Assert.Equal("unknown-request", Assert.Single((await Requests.Decide(ACampaign.Id, 1, "y", new(true, Now, "a"), Stop)).Problems).Code);
    }
}
