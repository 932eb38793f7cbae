using OneFlight.Operations.Impact;
using OneFlight.Operations.Links;

namespace OneFlight.Tests.Impact;

public sealed class ChangeImpactTests
{
    private sealed record Figure(int Value) : StateValue
    {
        public override string Text => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ThingId Thing(string id) => new("thing", id);

    private static Statement Stating(string links, params (string Id, int Value)[] things)
    {
        var statement = new StatementBuilder();
        foreach (var (id, value) in things) statement.State(Thing(id), id.ToUpperInvariant(), new Figure(value));
        foreach (var link in links.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            statement.Link(Thing(link[..1]), Thing(link[1..]), $"{link[..1]} moves {link[1..]}");
        return statement.Build();
    }

    [Fact]
    public void Only_things_whose_value_differs_are_touched()
    {
        var impact = ChangeImpact.Between(
            Stating("ab bc", ("a", 1), ("b", 1), ("c", 1)),
            Stating("ab bc", ("a", 2), ("b", 2), ("c", 1)), [new(Thing("a"), "a changes")]);

        Assert.Equal(["a", "b"], impact.Touched.Select(t => t.Thing.Id));
        Assert.Equal(1, impact.Unchanged);
    }

    [Fact]
    public void A_path_runs_from_the_change_over_touched_things_only()
    {
        // a to d is shorter over c, but c did not change.
        var impact = ChangeImpact.Between(
            Stating("ac cd ab be ed", ("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1)),
            Stating("ac cd ab be ed", ("a", 2), ("b", 2), ("c", 1), ("d", 2), ("e", 2)), [new(Thing("a"), "a changes")]);

        var path = impact.Touched.Single(t => t.Thing.Id == "d").Path;
        Assert.Equal(["a", "b", "e", "d"], path.Select(s => s.Thing.Id));
        Assert.Equal(["a changes", "a moves b", "b moves e", "e moves d"], path.Select(s => s.Reason));
    }

    [Fact]
    public void A_link_of_the_plan_before_is_a_cause_too()
    {
        var impact = ChangeImpact.Between(Stating("ab", ("a", 1), ("b", 1)), Stating("", ("a", 2), ("b", 2)), [new(Thing("a"), "a lets go")]);

        Assert.Equal(["a", "b"], impact.Touched.Single(t => t.Thing.Id == "b").Path.Select(s => s.Thing.Id));
    }

    [Fact]
    public void What_comes_in_and_what_goes_is_touched()
    {
        var impact = ChangeImpact.Between(Stating("ao", ("a", 1), ("o", 1)), Stating("an", ("a", 2), ("n", 1)), [new(Thing("a"), "a changes")]);

        Assert.Null(impact.Touched.Single(t => t.Thing.Id == "n").Before);
        Assert.Null(impact.Touched.Single(t => t.Thing.Id == "o").After);
        Assert.All(impact.Touched, t => Assert.NotEmpty(t.Path));
    }

    [Fact]
    public void Equal_plans_touch_nothing()
    {
        var plan = Stating("ab", ("a", 1), ("b", 1));

        Assert.Empty(ChangeImpact.Between(plan, Stating("ab", ("a", 1), ("b", 1)), [new(Thing("a"), "a changes")]).Touched);
    }

    [Fact]
    public void A_thing_stated_twice_is_a_bug()
    {
        var statement = new StatementBuilder();
        statement.State(Thing("a"), "A", new Figure(1));

        Assert.Throws<InvalidOperationException>(() => statement.State(Thing("a"), "A", new Figure(1)));
    }
}
