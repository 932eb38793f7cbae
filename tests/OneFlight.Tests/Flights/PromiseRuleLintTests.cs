using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.Tests.Flights;

public sealed class PromiseRuleLintTests
{
    private static readonly PromiseRule Sound = new(
        "EX-001", "Launch inside the window", "schedule", "days", DecidedBy.Plan, "launch-outside-window-days",
        Comparison.AtMost, 0, 14, 2, 0.5, ["launch", "activity:QUAR"], "launch");

    [Fact]
    public void A_sound_rule_passes() => Assert.Empty(PromiseRuleLint.Check(Sound, ["window"]));

    [Fact]
    public void Each_fault_is_named_by_its_code()
    {
        Assert.Equal("unknown-fact", Only(Sound with { Fact = "launch-mood" }));
        Assert.Equal("unknown-fact", Only(Sound with { Fact = null }));
        Assert.Equal("fact-not-read", Only(Sound with { DecidedBy = DecidedBy.Record }));
        Assert.Equal("missing-parameter", Only(Sound, "by"));
        Assert.Equal("unknown-parameter", Only(Sound, "window", "mood"));
        Assert.Equal("limits-reversed", Only(Sound with { Bent = -1 }));
        Assert.Equal("limits-reversed", Only(Sound with { Comparison = Comparison.AtLeast }));
        Assert.Equal("margins-reversed", Only(Sound with { WatchMargin = 0.1 }));
        Assert.Equal("margins-reversed", Only(Sound with { RiskMargin = -1 }));
        Assert.Equal("unknown-dependency", Only(Sound with { DependsOn = ["weather"] }));
        Assert.Equal("unknown-anchor", Only(Sound with { Due = "splash+3" }));
        Assert.Equal("unknown-anchor", Only(Sound with { Due = "landing+soon" }));
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(3, PromiseRuleLint.Check(Sound with { Fact = "x", Bent = -1, Due = "x" }, ["window"]).Length);

    private static string Only(PromiseRule rule, params string[] parameters) =>
        Assert.Single(PromiseRuleLint.Check(rule, parameters is [] ? ["window"] : [.. parameters])).Code;
}
