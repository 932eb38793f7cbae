using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Links;

namespace OneFlight.App.Checking;

/// <summary>What the checker says of the plan: broken rules first, weaknesses apart, each kind together.</summary>
public sealed record CheckView(OpenCampaign Open, ImmutableArray<RuleGroup> Violations, ImmutableArray<RuleGroup> Findings)
{
    public static CheckView From(OpenCampaign open) => new(open, GroupsOf(open.Check.Violations), GroupsOf(open.Check.Findings));

    public int ViolationCount => Violations.Sum(g => g.Count);
    public int FindingCount => Findings.Sum(g => g.Count);

    public string NameOf(ThingId thing) => Open.Statement.Find(thing)?.Name ?? thing.ToString();

    private static ImmutableArray<RuleGroup> GroupsOf(ImmutableArray<Violation> found) =>
        [.. found.GroupBy(v => v.Rule).OrderByDescending(g => g.Count()).Select(g => new RuleGroup(g.Key, g.Count(), [.. g.Take(RuleGroup.Most)]))];
}

/// <param name="Shown">The first of them.</param>
public sealed record RuleGroup(string Rule, int Count, ImmutableArray<Violation> Shown)
{
    public const int Most = 100;
}
