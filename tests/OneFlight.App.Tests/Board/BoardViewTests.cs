using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Board;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.App.Tests.Board;

public sealed class BoardViewTests
{
    private static readonly CheckReport clean = new([], []);

    private static BoardView Of(Campaign plan, BoardLanes by = BoardLanes.Vehicle, Campaign? before = null, CheckReport? report = null, Instant? now = null) =>
        BoardView.From(plan, before, report ?? clean, now ?? SmallCampaign.Now, by);

    [Fact]
    public void A_vehicle_is_held_from_the_pad_to_the_landing()
    {
        var bar = Of(SmallCampaign.Make()).Bars.Single(b => b.Flight == "HALCYON-07");
        Assert.Equal([PartKind.Pad, PartKind.Transit, PartKind.Docked, PartKind.Transit], bar.Parts.Select(p => p.Kind));
        Assert.Equal(SmallCampaign.Launch - Duration.FromDays(3), bar.Parts[0].From);
        Assert.Equal(SmallCampaign.Launch + Duration.FromDays(12), bar.Parts[^1].To);
        Assert.All(bar.Parts.Zip(bar.Parts.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void A_pad_is_held_before_and_after_the_liftoff()
    {
        var part = Assert.Single(Of(SmallCampaign.Make(), BoardLanes.Pad).Bars.Single().Parts);
        Assert.Equal(new(PartKind.Hold, SmallCampaign.Launch - Duration.FromDays(3), SmallCampaign.Launch + Duration.FromDays(2)), part);
    }

    [Fact]
    public void A_port_is_held_for_the_stay_and_stands_under_its_station()
    {
        var board = Of(SmallCampaign.Make(), BoardLanes.Port);
        var bar = board.Bars.Single();
        Assert.Equal("port:ZEN", board.Lanes[bar.Lane].Id);
        Assert.Equal("Harbor Station", board.Lanes[bar.Lane].Group);
        Assert.Equal(PartKind.Docked, Assert.Single(bar.Parts).Kind);
    }

    [Fact]
    public void A_flight_that_holds_no_port_is_counted_instead()
    {
        Assert.Equal(1, Of(SmallCampaign.Make(), BoardLanes.Port).NotShown);
        Assert.Equal(0, Of(SmallCampaign.Make(), BoardLanes.Flight).NotShown);
    }

    [Fact]
    public void A_flight_without_a_plan_stands_where_it_is_wanted_and_says_so()
    {
        var board = Of(SmallCampaign.Make());
        var bar = board.Bars.Single(b => b.Flight == "ARGO-12");
        Assert.Equal(BarState.Unplanned, bar.State);
        Assert.Equal(SmallCampaign.Launch - Duration.FromDays(6), bar.Parts[0].From);
        Assert.Equal("Not planned", board.Lanes[bar.Lane].Name);
    }

    [Fact]
    public void A_unit_that_stands_ready_has_its_lane() =>
        Assert.Contains(Of(SmallCampaign.Make()).Lanes, lane => lane.Id == "vehicle:S1");

    [Fact]
    public void A_canceled_flight_is_not_on_the_board()
    {
        var campaign = SmallCampaign.Make();
        var canceled = campaign with { Flights = [campaign.Flights[0] with { Cancelled = new(SmallCampaign.Now, "customer left") }, campaign.Flights[1]] };
        Assert.DoesNotContain(Of(canceled).Bars, b => b.Flight == "HALCYON-07");
    }

    [Theory]
    [InlineData(-1, BarState.Planned)]
    [InlineData(0, BarState.Flying)]
    [InlineData(5, BarState.Flying)]
    [InlineData(12, BarState.Flown)]
    public void A_flight_is_planned_then_flying_then_flown(int daysAfterLaunch, BarState state)
    {
        var now = SmallCampaign.Launch + Duration.FromDays(daysAfterLaunch);
        Assert.Equal(state, Of(SmallCampaign.Make(), now: now).Bars.Single(b => b.Flight == "HALCYON-07").State);
    }

    [Fact]
    public void A_slipped_flight_has_an_outline_where_it_was_with_how_far_it_moved()
    {
        var ghost = Assert.Single(Of(SmallCampaign.Slipped(), before: SmallCampaign.Make()).Ghosts);
        Assert.Equal("+9 d", ghost.Label);
        Assert.Contains(ghost.Parts, part => part.Kind == PartKind.Transit && part.From == SmallCampaign.Launch);
    }

    [Fact]
    public void A_plan_beside_itself_has_no_outlines() =>
        Assert.All(Enum.GetValues<BoardLanes>(), by => Assert.Empty(Of(SmallCampaign.Make(), by, SmallCampaign.Make()).Ghosts));

    [Fact]
    public void A_flight_that_changed_its_unit_says_where_it_went()
    {
        var campaign = SmallCampaign.Make();
        var moved = campaign with { Flights = [campaign.Flights[0] with { Plan = campaign.Flights[0].Plan! with { Vehicle = new("S1") } }, campaign.Flights[1]] };
        var board = Of(moved, before: campaign);
        var ghost = Assert.Single(board.Ghosts);
        Assert.Equal("to Ship 1", ghost.Label);
        Assert.Equal("vehicle:C3", board.Lanes[ghost.Lane].Id);
    }

    [Fact]
    public void A_broken_rule_marks_every_flight_it_names_also_through_an_activity()
    {
        ThingId[] subjects = [new("activity", "HALCYON-07/R-QUAR"), new("flight", "ARGO-12"), new("port", "ZEN")];
        var board = Of(SmallCampaign.Make(), report: new([new("port-double", [.. subjects], "held twice")], []));
        Assert.All(board.Bars, bar => Assert.Equal(new BoardMark(true, "port-double", "held twice"), Assert.Single(bar.Marks)));
    }

    [Fact]
    public void Activities_are_on_the_bar_with_their_names_from_the_template()
    {
        var bar = Of(SmallCampaign.Make(), BoardLanes.Flight).Bars.Single(b => b.Flight == "HALCYON-07");
        Assert.Equal(["Quarantine", "Late load"], bar.Activities.Select(a => a.Name));
        Assert.Equal(PartKind.Prepare, bar.Parts[0].Kind);
        Assert.Equal(bar.Activities[0].Start, bar.Parts[0].From);
    }

    [Fact]
    public void Units_that_fly_once_share_the_lane_of_their_type()
    {
        var campaign = SmallCampaign.Make();
        var once = campaign with { Fleet = campaign.Fleet with { Types = [.. campaign.Fleet.Types.Select(t => t with { Reusable = false })] } };
        var board = Of(once);
        Assert.Equal("vehicle-type:capsule", board.Lanes[board.Bars.Single(b => b.Flight == "HALCYON-07").Lane].Id);
    }

    [Fact]
    public void An_empty_campaign_shows_a_year_around_now()
    {
        var board = Of(Campaign.Empty(new("none"), "Nothing yet"));
        Assert.Empty(board.Bars);
        Assert.InRange(SmallCampaign.Now, board.Start, board.End);
    }

    [Fact]
    public void The_span_holds_every_bar()
    {
        var board = Of(SmallCampaign.Make(), BoardLanes.Flight);
        Assert.All(board.Bars.SelectMany(b => b.Parts).Where(p => p.Kind is not (PartKind.Prepare or PartKind.After)), part =>
        {
            Assert.True(part.From >= board.Start);
            Assert.True(part.To <= board.End);
        });
    }
}
