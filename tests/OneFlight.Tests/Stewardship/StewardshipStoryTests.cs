using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Campaigns.Changes;
using OneFlight.Operations.Drafts;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Samples;
using OneFlight.Operations.Stewardship;
using OneFlight.Tests.Samples;

namespace OneFlight.Tests.Stewardship;

/// <summary>The customer side of the story, and what nine days more do to it.</summary>
public sealed class StewardshipStoryTests
{
    private static readonly Lazy<Campaign> Made = new(() => Story.Planned(1, 12, new(SampleData.Reference,
        Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)SampleData.Bytes(f)))));

    private static Campaign Year => Made.Value;

    private static readonly Lazy<DraftAnswer> Slipped = new(() => Draft.Try(Year, [new Slip(new("CYGNET-05"), Duration.FromDays(9), null)], OperatorYear.AsOf).Value);

    [Fact]
    public void Every_mission_of_the_story_has_a_contract_that_holds_together()
    {
        Assert.Equal(40, Year.Care.Contracts.Length);
        Assert.All(Year.Care.Contracts, c => Assert.Empty(ContractRules.Check(c)));
        Assert.All(Year.Care.Contracts, c => Assert.Equal(c.Mission.Value.StartsWith("CYGNET-10", StringComparison.Ordinal), c.SignedAt is null));
    }

    [Fact]
    public void The_flight_in_negotiation_has_one_gap_and_the_others_none()
    {
        var gaps = Year.Care.Accountability.SelectMany(a => Coverage.Of(a, Year.Care.Steps, Brokers(a)).Cells.Where(c => c.Finding == CoverageFinding.None).Select(_ => a.Mission.Value)).ToList();
        Assert.Equal(["CYGNET-10-M1"], gaps);
        Assert.All(Year.Care.Accountability.Where(a => !a.Id.StartsWith("CYGNET-10", StringComparison.Ordinal)), a => Assert.Equal(1, Coverage.Of(a, Year.Care.Steps, Brokers(a)).Share));
    }

    [Fact]
    public void Nine_days_more_touch_the_travel_of_the_family_the_payments_and_the_refund_terms()
    {
        var touched = Slipped.Value.Options.First(o => o.Flyable).Impact.Touched;
        var travel = touched.Single(t => t.Thing.Kind == CareKinds.Travel && t.Thing.Id == "CYGNET-05-family");

        Assert.Equal(TravelFit.Fits, Assert.IsType<TravelState>(travel.Before).Fit);
        Assert.Equal(TravelFit.MissesLost, Assert.IsType<TravelState>(travel.After).Fit);
        Assert.Contains(touched, t => t.Thing.Kind == CareKinds.Refund && t.Thing.Id.StartsWith("CYGNET-05", StringComparison.Ordinal));
        Assert.Contains(touched, t => t.Thing.Kind == CareKinds.Commitment && t.After is GateState { Light: GateLight.Red });
        Assert.All(touched, t => Assert.NotEmpty(t.Path));
    }

    [Fact]
    public void What_is_stated_of_contracts_and_families_says_no_amount_no_share_and_no_place()
    {
        var stated = CampaignStatement.Of(Year, OperatorYear.AsOf).Things.Where(t => t.Id.Kind is CareKinds.Contract or CareKinds.Deposit or CareKinds.Refund or CareKinds.Travel).ToList();
        Assert.NotEmpty(stated);
        Assert.All(stated, t =>
        {
            var text = $"{t.Name} {t.Value.Text}";
            Assert.DoesNotContain("USD", text, StringComparison.Ordinal);
            Assert.DoesNotContain("%", text, StringComparison.Ordinal);
            Assert.DoesNotContain("guest house", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Relative", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_drafted_notice_of_the_slip_passes_its_own_lint()
    {
        var option = Slipped.Value.Options.First(o => o.Flyable);
        Assert.NotEmpty(option.Hear);
        foreach (var line in option.Hear)
        {
            var hearing = new Hearing(2, line.Id, line.Hearer, line.ShownAs, line.Zone, line.OwnerShownAs);
            var drafted = NoticeDraft.Of(hearing, new(Year.Missions, Year.Promises, Year.Flights, option.Plan.Flights, Year.People, Year.Fleet, Year.Care, option.Impact.Touched, [], [], OperatorYear.AsOf));
            var circle = NoticeDraft.CircleOf(line.Hearer, Year.Missions, Year.People);
            var problems = NoticeLint.Check(drafted.Text, circle, OperatorYear.AsOf);
            Assert.True(problems.IsEmpty, $"{line.Id}: {string.Join("; ", problems)}\n{drafted.Text.Letter(line.ShownAs, "x")}\nease {NoticeLint.Ease(drafted.Text)}");
        }
    }

    [Fact]
    public void The_guest_reads_what_was_promised_to_them_and_the_family_does_not()
    {
        var option = Slipped.Value.Options.First(o => o.Flyable);
        string TextFor(string line)
        {
            var hear = option.Hear.Single(h => h.Id == line);
            return NoticeDraft.Of(new(2, hear.Id, hear.Hearer, hear.ShownAs, hear.Zone, hear.OwnerShownAs),
                new(Year.Missions, Year.Promises, Year.Flights, option.Plan.Flights, Year.People, Year.Fleet, Year.Care, option.Impact.Touched, [], [], OperatorYear.AsOf)).Text.ForYou;
        }
        Assert.Contains("cannot be given back", TextFor("person:s05-guest"), StringComparison.Ordinal);
        Assert.DoesNotContain("promised you", TextFor("person:s05-family"), StringComparison.Ordinal);
        Assert.Contains("cannot be given back", TextFor("person:s05-family"), StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be given back", TextFor("person:s05-performer"), StringComparison.Ordinal);
    }

    private static ImmutableHashSet<Operations.People.OrganizationId> Brokers(MissionAccountability of) =>
        Year.Missions.Single(m => m.Id == of.Mission).Broker is { } broker ? [broker] : [];
}
