using NodaTime;
using OneFlight.App.Portal;
using OneFlight.Operations.Campaigns;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Portal;

public sealed class PortalToldTests
{
    private static readonly Instant At = Instant.FromUtc(2027, 2, 18, 14, 32);

    private static HearTask ATask(int revision, bool told, params string[] after) => new()
    {
        Operator = new OperatorId("demonstration"), Campaign = new CampaignId("c"), Revision = revision, Line = "person:f", Wave = 2, Hearer = "person:f", ShownAs = "Relative",
        Owner = "s", OwnerShownAs = "Steward", Accepted = true, After = [.. after], By = At, Zone = "UTC", Reason = "moves", DoneAt = told ? At : null, DoneBy = told ? "Steward" : null,
    };

    private static readonly HashSet<(int, string)> Nobody = [];

    [Fact]
    public void Who_waits_for_no_word_sees_the_newest_plan() => Assert.Equal(new PortalTold(7, null, null), PortalTold.From([], 7, Nobody));

    [Fact]
    public void A_change_that_was_not_told_yet_is_not_seen()
    {
        var told = PortalTold.From([ATask(5, told: false, "person:g")], 7, Nobody);
        Assert.Equal(4, told.Revision);
        Assert.Null(told.Latest);
    }

    [Fact]
    public void That_there_is_news_is_said_only_when_it_is_their_turn()
    {
        Assert.Null(PortalTold.From([ATask(5, false, "person:g")], 7, Nobody).Next);
        Assert.NotNull(PortalTold.From([ATask(5, false, "person:g")], 7, new HashSet<(int, string)> { (5, "person:g") }).Next);
        Assert.Null(PortalTold.From([ATask(5, false, "person:g")], 7, new HashSet<(int, string)> { (4, "person:g") }).Next);
    }

    [Fact]
    public void A_later_change_told_out_of_order_does_not_uncover_the_one_before()
    {
        var told = PortalTold.From([ATask(6, told: true), ATask(5, told: false)], 7, Nobody);
        Assert.Equal(4, told.Revision);
        Assert.Null(told.Latest);
    }

    [Fact]
    public void What_was_told_last_is_what_changed()
    {
        var told = PortalTold.From([ATask(3, true), ATask(5, true)], 7, Nobody);
        Assert.Equal((7, 5), (told.Revision, told.Latest!.Revision));
    }

    [Fact]
    public void There_is_no_plan_before_the_first() => Assert.Equal(1, PortalTold.From([ATask(1, false)], 1, Nobody).Revision);
}
