using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Links;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Drafts;

/// <summary>The one answer over the operator's year with everything in it that the capabilities know.</summary>
public sealed class StoryImpactTests
{
    private static readonly Instant Now = OperatorYear.AsOf;

    public static TheoryData<string> Ahead => [.. SampleCampaigns.Year.Flights
        .Where(f => (f.Id.Value.StartsWith("CYGNET", StringComparison.Ordinal) || f.Id.Value.StartsWith("DRAY", StringComparison.Ordinal)) && f.Plan!.Launch > Now)
        .Select(f => f.Id.Value)];

    [Fact]
    public void The_year_with_the_story_breaks_no_hard_rule()
    {
        Assert.Empty(PlanCheck.Judge(SampleCampaigns.Year).Violations);
        Assert.All(SampleCampaigns.Year.Flights, f => Assert.NotNull(f.Plan));
    }

    [Fact]
    public void Every_stage_of_the_story_is_where_it_says_it_is()
    {
        var year = SampleCampaigns.Year;
        foreach (var story in Story.FlightsOf(year))
        {
            var plan = year.Flights.Single(f => f.Id == story.Flight).Plan!;
            Assert.Equal(story.Reached(StoryStage.OnOrbit), plan.Launch < Now);
            Assert.Equal(story.Reached(StoryStage.Landed), plan.End < Now);
            Assert.Equal(story.Reached(StoryStage.After), plan.End + Duration.FromDays(30) < Now);
        }
    }

    [Theory]
    [MemberData(nameof(Ahead))]
    public void A_slip_touches_what_evaluating_every_value_in_both_plans_gives_and_each_has_its_path(string flight)
    {
        var year = SampleCampaigns.Year;
        var answer = Draft.Try(year, [new Slip(new(flight), Duration.FromDays(9), null)], Now).Value;
        var (before, links) = Of(year);
        foreach (var option in answer.Options)
        {
            var (after, linksAfter) = Of(option.Plan);
            var differing = before.Keys.Union(after.Keys).Where(id => !before.TryGetValue(id, out var a) || !after.TryGetValue(id, out var b) || !a.Equals(b));
            var touched = option.Impact.Touched.Select(t => t.Thing).ToHashSet();

            Assert.Equal(differing.Order(), touched.Order());
            foreach (var thing in option.Impact.Touched)
            {
                Assert.False(thing.Path.IsEmpty, $"{option.Key}: {thing.Thing} ({thing.Before?.Text} → {thing.After?.Text}) has no path.");
                Assert.All(thing.Path, step => Assert.Contains(step.Thing, touched));
                Assert.All(thing.Path.Zip(thing.Path.Skip(1)), pair =>
                {
                    var link = new Link(pair.First.Thing, pair.Second.Thing, pair.Second.Reason);
                    Assert.True(links.Contains(link) || linksAfter.Contains(link), $"{link} is stated in neither plan.");
                });
            }
        }
    }

    private static (Dictionary<ThingId, StateValue> Values, HashSet<Link> Links) Of(Campaign campaign)
    {
        var statement = CampaignStatement.Of(campaign, Now);
        return (statement.Things.ToDictionary(t => t.Id, t => t.Value), [.. statement.Links]);
    }
}
