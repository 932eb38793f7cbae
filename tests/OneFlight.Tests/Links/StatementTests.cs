using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Links;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Links;

public sealed class StatementTests
{
    private sealed record Word(string Of) : StateValue
    {
        public override string Text => Of;
    }

    private static Statement Stating(Action<StatementBuilder> state)
    {
        var statement = new StatementBuilder();
        state(statement);
        return statement.Build();
    }

    private static Action<StatementBuilder> Says(string id) => s => s.State(new("thing", id), id, new Word(id));

    [Fact]
    public void Two_capabilities_may_state_from_the_same_value()
    {
        var (training, cargo, flight) = (new StatedBefore(), new StatedBefore(), new object());

        var statement = Stating(s =>
        {
            s.Once(training, flight, [], Says("session"));
            s.Once(cargo, flight, [], Says("manifest"));
        });

        Assert.Equal(["manifest", "session"], statement.Things.Select(t => t.Id.Id).Order());
    }

    [Fact]
    public void The_same_values_give_the_same_part_and_others_another()
    {
        var (before, flight, template) = (new StatedBefore(), new object(), new object());
        Statement With(object? also) => Stating(s => s.Once(before, flight, [also], Says("a")));

        var first = With(template);

        Assert.Same(first.Parts[1], With(template).Parts[1]);
        Assert.NotSame(first.Parts[1], With(null).Parts[1]);
    }

    [Fact]
    public void A_shared_part_within_a_shared_part_is_a_fault_and_not_a_loss()
    {
        var (before, outer, inner) = (new StatedBefore(), new object(), new object());

        Assert.Throws<InvalidOperationException>(() => Stating(s => s.Once(before, outer, [], own => own.Once(before, inner, [], Says("a")))));
    }

    [Fact]
    public void Statements_made_at_the_same_time_say_what_one_made_alone_says()
    {
        var planned = SampleCampaigns.Planned(2, 24);
        // Copies, so that nothing was stated before.
        var campaign = planned with { Flights = [.. planned.Flights.Select(f => f with { })], Missions = [.. planned.Missions.Select(m => m with { })] };
        var statements = new Statement[8];

        Parallel.For(0, statements.Length, i => statements[i] = CampaignStatement.Of(campaign, OperatorYear.AsOf));

        var alone = CampaignStatement.Of(planned, OperatorYear.AsOf).Things.OrderBy(t => t.Id).ToArray();
        Assert.All(statements, s => Assert.Equal(alone, s.Things.OrderBy(t => t.Id)));
    }

    [Fact]
    public void No_thing_of_a_campaign_is_stated_by_two()
    {
        var things = CampaignStatement.Of(SampleCampaigns.Planned(2, 24), OperatorYear.AsOf).Things;

        Assert.DoesNotContain(things.CountBy(t => t.Id), c => c.Value > 1);
    }
}
