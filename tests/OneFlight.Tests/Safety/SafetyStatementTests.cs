using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Impact;
using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;
using OneFlight.Tests.Campaigns;
using static OneFlight.Tests.Safety.ASafetyCase;

namespace OneFlight.Tests.Safety;

public sealed class SafetyStatementTests
{
    private static Campaign ACampaign(SafetyBook book, string vehicle = "V1", double launch = 60) => TestCampaign.ACampaign([AFlight(vehicle, launch)]) with { Safety = book };

    private static ImpactReport Between(Campaign before, Campaign after) => ChangeImpact.Between(
        CampaignStatement.Of(before, Now), CampaignStatement.Of(after, Now), [new(new("flight", "F1"), "moves"), new(new("wish", "F1"), "is wished for later"), new(new("hazard", "HZ-1"), "is changed")]);

    [Fact]
    public void A_slip_does_not_touch_a_consent_and_a_swap_of_vehicle_does()
    {
        var book = Signed(ABook());
        Assert.DoesNotContain(Between(ACampaign(book), ACampaign(book, launch: 69)).Touched, t => t.Thing.Kind == SafetyKinds.Consent);
        var touched = Assert.Single(Between(ACampaign(book), ACampaign(book, "V2")).Touched, t => t.Thing.Kind == SafetyKinds.Consent);
        Assert.Equal(GateLight.Red, Assert.IsType<GateState>(touched.After).Light);
    }

    [Fact]
    public void A_changed_hazard_touches_every_consent_with_a_path_from_the_hazard()
    {
        var book = Signed(ABook());
        var report = Between(ACampaign(book), ACampaign(book with { Hazards = [AHazard(title: "Smoke")] }));
        var consent = Assert.Single(report.Touched, t => t.Thing.Kind == SafetyKinds.Consent);
        Assert.Equal(["hazard", "consent-document", "consent"], consent.Path.Select(p => p.Thing.Kind));
        Assert.All(report.Touched, t => Assert.False(t.Path.IsEmpty, $"{t.Thing} has no path"));
    }

    [Fact]
    public void Everything_that_a_slip_touches_has_a_path()
    {
        var book = ABook(requirements: [ARequirement(), ARequirement("PAM.MED", "participant", Gate.CrewQualification), ARequirement("460.45(f)(3)", "participant", Gate.Docking)]);
        // The clearance holds through the first landing and its reserve, day 79, and not through the second, day 88.
        Campaign Cleared(Campaign campaign) => campaign with { Clearances = [new("c1", Guest, OneFlight.Operations.People.Fitness.Fit, Now, TestCampaign.Day(85), [])] };
        var report = Between(Cleared(ACampaign(book)), Cleared(ACampaign(book, launch: 69)));
        Assert.Contains(report.Touched, t => t.Thing.Kind == SafetyKinds.Requirements && t.After is GateState { Light: GateLight.Red });
        Assert.All(report.Touched, t => Assert.False(t.Path.IsEmpty, $"{t.Thing} has no path"));
    }

    [Fact]
    public void A_flight_without_a_safety_plan_has_no_rows() => Assert.DoesNotContain(
        CampaignStatement.Of(ACampaign(ABook() with { Plans = [] }), Now).Things, t => t.Value is GateState);
}
