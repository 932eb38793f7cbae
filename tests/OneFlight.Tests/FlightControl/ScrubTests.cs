using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Samples;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.FlightControl;

/// <summary>A scrub on launch day, nine days of slip: what a private mission must do again and what it need not.</summary>
public sealed class ScrubTests
{
    private static readonly FlightId Flight = new("CYGNET-04");

    private static readonly Lazy<(Campaign Campaign, Option Best)> Tried = new(() =>
    {
        var files = Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)SampleData.Bytes(f));
        var campaign = Story.Planned(1, 20, new(SampleData.Reference, files));
        var answer = Draft.Try(campaign, [new Slip(Flight, Duration.FromDays(9), null)], OperatorYear.AsOf).Value;
        return (campaign, answer.Options[0]);
    });

    [Theory]
    [InlineData("P-QUAR")]
    [InlineData("P-LATE")]
    [InlineData("P-COLA")]
    [InlineData("P-LRR")]
    [InlineData("P-RESTCK")]
    [InlineData("P-SURGCK")]
    [InlineData("P-SUITUP")]
    [InlineData("P-INGRESS")]
    [InlineData("P-FAMILY")]
    public void Nine_days_of_slip_on_launch_day_list(string activity) =>
        Assert.Contains(Tried.Value.Best.Impact.Touched, t => t.Thing == new ActivityId(activity).On(Flight));

    [Theory]
    [InlineData("P-REFRESH")]
    [InlineData("P-CONSENT1")]
    public void Nine_days_of_slip_on_launch_day_do_not_list(string activity) =>
        Assert.DoesNotContain(Tried.Value.Best.Impact.Touched, t => t.Thing == new ActivityId(activity).On(Flight));

    [Fact]
    public void A_quarantine_that_has_begun_keeps_its_start_and_lasts_to_the_new_liftoff()
    {
        var before = Activity(Tried.Value.Campaign, "P-QUAR");
        var after = Activity(Tried.Value.Best.Plan, "P-QUAR");

        Assert.Equal(before.Start, after.Start);
        Assert.Equal(before.End + Duration.FromDays(9), after.End);
    }

    [Fact]
    public void The_liftoff_moves_by_nine_days() => Assert.Equal(
        Duration.FromDays(9), Plan(Tried.Value.Best.Plan).Launch - Plan(Tried.Value.Campaign).Launch);

    [Fact]
    public void The_check_of_console_rest_was_for_another_liftoff_and_is_not_known_any_more()
    {
        var rest = Tried.Value.Best.Impact.Touched.Single(t => t.Thing == new ThingId("control-gate", $"{Flight}/Countdown/rest"));

        Assert.Equal((GateLight.Green, GateLight.Unknown), (((GateState)rest.Before!).Light, ((GateState)rest.After!).Light));
        Assert.NotEmpty(rest.Path);
    }

    private static FlightPlan Plan(Campaign campaign) => campaign.Flights.Single(f => f.Id == Flight).Plan!;

    private static PlannedActivity Activity(Campaign campaign, string id) => Plan(campaign).Activities.Single(a => a.Id.Value == id);
}
