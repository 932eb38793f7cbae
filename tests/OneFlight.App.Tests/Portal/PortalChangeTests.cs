using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Portal;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Stewardship;
using OneFlight.Storage.Hearing;
using OneFlight.Storage.Tenancy;

namespace OneFlight.App.Tests.Portal;

/// <summary>What a reader is told of a change, and what each relation sees, on the small campaign.</summary>
public sealed class PortalChangeTests
{
    private static readonly OpenCampaign before = SmallHost.Open(), after = SmallHost.Open(SmallCampaign.Slipped());

    private static HearTask Told(int revision = 2) => new()
    {
        Operator = new OperatorId("demonstration"), Campaign = after.Id, Revision = revision, Line = "person:P-1", Wave = 1, Hearer = "person:P-1", ShownAs = "Juniper", Owner = "P-3",
        OwnerShownAs = "Steward, first", Accepted = true, After = [], By = SmallCampaign.Now, Zone = "America/Denver", Reason = "moves", DoneAt = SmallCampaign.Now, DoneBy = "Steward, first", Means = "telephone",
    };

    private static PortalFacts Facts(Role role = Role.Guest, FamilyViewChosen? allowed = null, HearTask? told = null, string mission = "M-JUN") => new(
        after, after.Index.Missions[new(mission)], after.Index.Flights[new("HALCYON-07")], new Viewer("demonstration", "", "Juniper", [role], "P-1"), role.Own(), role,
        allowed ?? FamilyViewChosen.Nothing, new(2, told, null), "America/Denver", SmallCampaign.Now, ImmutableDictionary<string, ImmutableArray<LogEntry>>.Empty);

    private static string TextOf(PortalChange change) => string.Join('\n', change.Rows.SelectMany(r => r.Lines));

    [Fact]
    public void A_slip_is_told_with_both_dates_in_the_readers_own_time_and_with_what_was_promised()
    {
        var change = PortalChange.From(Facts(told: Told()), before)!;
        Assert.Equal("Your launch has moved: 12 March → 21 March", change.Title);
        Assert.Contains("Launch is on Sun 21 March 2027, 03:14 instead of Fri 12 March 2027, 02:14.", TextOf(change), StringComparison.Ordinal);
        Assert.Contains("Quarantine: 26 February → 7 March", TextOf(change), StringComparison.Ordinal);
        Assert.Contains("“You fly in March.”", TextOf(change), StringComparison.Ordinal);
        Assert.Contains("Steward, first, telephone", TextOf(change), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broker_is_not_told_what_was_promised_and_a_family_only_what_is_allowed()
    {
        Assert.DoesNotContain("You fly in March", TextOf(PortalChange.From(Facts(Role.Broker, told: Told()), before)!), StringComparison.Ordinal);
        Assert.Null(PortalChange.From(Facts(Role.Family, told: Told()), before));
        var family = PortalChange.From(Facts(Role.Family, new(true, true, false, false), Told()), before)!;
        Assert.StartsWith("The launch has moved", family.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Quarantine", TextOf(family), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_a_change_that_nobody_told() => Assert.Null(PortalChange.From(Facts(), before));

    [Fact]
    public void A_family_that_nothing_is_allowed_sees_no_date_no_place_and_no_word()
    {
        var facts = Facts(Role.Family);
        Assert.Empty(PortalDates.Sections(facts));
        Assert.Empty(PortalFollow.Sections(facts));
        Assert.Empty(PortalPromises.Sections(facts));
        Assert.NotEqual(facts.Mission.Success, PortalView.From(facts, null, [], null).Words);
    }

    [Fact]
    public void What_nobody_wrote_down_is_by_the_plan_and_never_done()
    {
        var flying = Facts() with { Now = SmallCampaign.Launch + Duration.FromDays(10) };
        var section = Assert.Single(PortalFollow.Sections(flying));
        Assert.All(section.Lines, line => Assert.NotEqual(PortalMark.Done, line.Mark));
        Assert.Contains("No word from the control room", section.Intro, StringComparison.Ordinal);
    }

    [Fact]
    public void How_sure_a_date_is_is_not_known_while_nothing_says_what_must_be_true()
    {
        var empty = SmallHost.Open(SmallCampaign.Slipped() with { Missions = [], Promises = [] });
        var flight = empty.Index.Flights[new("HALCYON-07")] with { Id = new("NOWHERE-1") };
        Assert.StartsWith("Not known yet", PortalSure.Of(empty, flight, SmallCampaign.Now), StringComparison.Ordinal);
    }
}
