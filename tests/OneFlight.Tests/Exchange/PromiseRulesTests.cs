using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Exchange;

public sealed class PromiseRulesTests
{
    private const string Header = "id,title,category,unit,decided_by,fact,comparison,kept,bent,watch_margin,risk_margin,parameters,depends_on,due";

    [Fact]
    public void Every_expectation_of_the_catalogue_has_its_rule() =>
        Assert.Equal(SampleData.Reference.Expectations.Select(e => (e.Id, e.Category)), SampleData.Reference.Rules.Select(r => (r.Rule.Id, r.Rule.Category)));

    [Fact]
    public void Every_fact_is_named_by_a_rule_and_every_activity_named_is_in_a_template()
    {
        var rules = SampleData.Reference.Rules;
        Assert.Equal(PromiseFacts.ByName.Keys.Order(), rules.Select(r => r.Rule.Fact).OfType<string>().Distinct().Order());
        var stems = SampleData.Reference.Templates.Templates.SelectMany(t => t.Template.Activities).Select(a => "activity:" + a.Id.Stem).ToHashSet();
        Assert.All(rules.SelectMany(r => r.Rule.DependsOn).Where(d => d.Contains(':')), d => Assert.Contains(d, stems));
    }

    [Fact]
    public void A_rule_is_read_with_all_it_says()
    {
        var row = SampleData.Reference.Rules.Single(r => r.Rule.Id == "EX-001");
        var rule = row.Rule;
        Assert.Equal((DecidedBy.Plan, "launch-outside-window-days", Comparison.AtMost), (rule.DecidedBy, rule.Fact, rule.Comparison));
        Assert.Equal((0, 14, 2, 0.5), (rule.Kept, rule.Bent, rule.WatchMargin, rule.RiskMargin));
        Assert.Equal(("launch", "launch", "window"), (Assert.Single(rule.DependsOn), rule.Due, Assert.Single(row.Parameters)));
    }

    [Fact]
    public void Faults_of_all_rows_are_told_at_once_at_their_lines()
    {
        var read = Read(
            "EX-1,t,c,days,plan,no-such-fact,at-most,0,14,2,1,,launch,launch",
            "EX-2,t,c,days,plan,quarantine-days,at-most,14,7,0,0,,launch,launch",
            "EX-3,t,c,days,oracle,,sideways,0,0,0,0,,,",
            "EX-2,t,c,days,record,,at-most,0,x,0,0,,,",
            "EX-2,t,c,days,record,,at-most,0,1,0,0,,,");
        Assert.Equal(
            [(2, "unknown-fact"), (3, "limits-reversed"), (4, "unknown-value"), (4, "unknown-value"), (5, "not-a-number"), (6, "duplicate-id")],
            read.Problems.Select(p => (p.Where.Line!.Value, p.Code)));
    }

    private static Result<System.Collections.Immutable.ImmutableArray<PromiseRuleRow>> Read(params string[] rows) =>
        CsvTable.Read(string.Join('\n', [Header, .. rows]), "rules.csv").Then(PromiseRules.Read);
}
