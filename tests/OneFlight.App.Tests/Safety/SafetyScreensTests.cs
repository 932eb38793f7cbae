using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Readiness;
using OneFlight.App.Safety;
using OneFlight.App.Shell;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Links;
using OneFlight.Operations.Safety;

namespace OneFlight.App.Tests.Safety;

/// <summary>The pages of safety and readiness over a small campaign with one hazard, one document and two requirements.</summary>
public sealed class SafetyScreensTests
{
    private static readonly Viewer Safety = new("", "local", "local user", [Role.Safety]);

    private static Campaign ACampaign()
    {
        var made = SmallCampaign.Make();
        var flight = made.Flights[0].Id;
        var hazard = new Hazard("HZ-1", "Fire", "there is fuel", "a fire", "the crew", "death", 2, new(5, 1, 1, 1, 1), [], [],
            [new("HZ-1-A", "a spark", [new("HZ-1-A1", ControlKind.Control, "an extinguisher", null, [new("v", "shown", "test", VerificationState.Closed, new LocalDate(2026, 9, 1), "report 1")])])], [], "safety board");
        Requirement ARow(string id) => new(id, "14 CFR 450", id, BoundBy.Law, ["operator"], ["all"], $"text of {id}", "a record", "per-flight", Gate.FlightReadiness, "", "M", "P");
        return made with
        {
            Safety = new([.. RiskScale.All.SelectMany(s => Enumerable.Range(1, 5).Select(l => new RiskLevel($"{s}/{l}", s, l, "name", null, null, "meaning")))],
                [ARow("R1"), ARow("R2")], [hazard], [new(flight.Value, flight, "1")],
                [new(flight.Value, flight, "1", "You may die.", ConsentClause.All, [new("Q1", "What may happen?", ["Nothing", "Death"], 1)])], [], [], []),
        };
    }

    private static string Flight => SmallCampaign.Make().Flights[0].Id.Value;

    [Fact]
    public void A_hazard_is_shown_with_its_flights_and_unknown_ones_are_none()
    {
        var open = SmallHost.Open(ACampaign());
        var line = Assert.Single(HazardsView.From(open).Hazards);
        Assert.Equal((GateLight.Green, 1, "safety 5"), (line.Light, line.Flights.Green, line.Worst));
        Assert.NotNull(HazardView.From(open, "HZ-1", null, SmallCampaign.Now)!.On);
        Assert.Null(HazardView.From(open, "HZ-9", null, SmallCampaign.Now));
    }

    [Fact]
    public void The_requirements_of_a_flight_are_filtered_by_state()
    {
        var open = SmallHost.Open(ACampaign());
        Query Asked(params (string, string)[] parts) => new("/r", [("flight", Flight), .. parts]);
        Assert.Equal(2, RequirementsView.From(open, Asked(), Safety, SmallCampaign.Now).Lines.Total);
        Assert.Equal(2, RequirementsView.From(open, Asked(("show", "open")), Safety, SmallCampaign.Now).Lines.Total);
        Assert.Equal(0, RequirementsView.From(open, Asked(("show", "met")), Safety, SmallCampaign.Now).Lines.Total);
        Assert.Equal("R2", RequirementsView.From(open, Asked(("row", "R2")), Safety, SmallCampaign.Now).Chosen!.Requirement.Id);
    }

    [Fact]
    public void Readiness_says_what_nine_days_change_and_keeps_nothing()
    {
        var campaign = ACampaign();
        var open = SmallHost.Open(campaign);
        var view = ReadinessView.From(open, Flight, Safety, SmallCampaign.Now)!;
        Assert.Equal([9, -9], view.Slips.Select(s => s.Days));
        Assert.True(view.Board.Counts.Unknown > 0);
        Assert.All(view.Slips.SelectMany(s => s.Changes), c => Assert.False(c.Path.IsEmpty));
        Assert.Same(campaign, open.Campaign);
        Assert.Null(ReadinessView.From(open, "NONE", Safety, SmallCampaign.Now));
    }

    [Fact]
    public void A_role_that_may_not_try_changes_sees_no_slip() =>
        Assert.Empty(ReadinessView.From(SmallHost.Open(ACampaign()), Flight, Safety with { Roles = [Role.Partner] }, SmallCampaign.Now)!.Slips);

    [Fact]
    public void A_consent_for_another_vehicle_keeps_nothing()
    {
        var campaign = ACampaign();
        var open = SmallHost.Open(campaign);
        var safety = OpenSafety.Of(open, campaign.Flights[0]);
        var person = campaign.Flights[0].Seats[0].Person!.Value;
        GivenConsent Given(string vehicle) => new(new(Flight), person, safety.Annex.Hash, vehicle, [new("Q1", 1)], [], true, "Safety lead", SmallCampaign.Now);
        Assert.Equal("other-vehicle", Assert.Single(SignConsent.Sign(campaign, Given("Capsule 9 (Capsule)")).Problems).Code);
        Assert.Single(SignConsent.Sign(campaign, Given(safety.Vehicle!)).Value.Safety.Consents);
        Assert.Equal("unknown-flight", Assert.Single(SignConsent.Sign(campaign, Given(safety.Vehicle!) with { Flight = new("NONE") }).Problems).Code);
    }
}

/// <summary>The forms over HTTP, kept and refused.</summary>
public sealed partial class SafetyFormsTests(SmallHost host) : IClassFixture<SmallHost>
{
    [Fact]
    public async Task Pages_without_a_baseline_say_so_and_unknown_ids_are_not_found()
    {
        using var client = host.CreateClient();
        var stop = TestContext.Current.CancellationToken;
        var flight = SmallCampaign.Make().Flights[0].Id;
        foreach (var (path, words) in new[] { ("hazards", "No hazard baseline"), ("requirements", "requirements in the catalogue"), ($"flights/{flight}/safety", "no consent document"), ($"flights/{flight}/readiness", "Readiness") })
            Assert.Contains(words, await client.GetStringAsync($"/c/small/{path}", stop));
        foreach (var path in new[] { "hazards/HZ-9", "flights/NONE/safety", "flights/NONE/readiness" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/c/small/{path}", stop)).StatusCode);
    }

    [Fact]
    public async Task A_planner_may_not_sign_for_safety_and_nothing_is_kept()
    {
        using var client = host.CreateClient(new() { AllowAutoRedirect = false });
        var stop = TestContext.Current.CancellationToken;
        var page = await client.GetStringAsync("/c/small/impact?slip=HALCYON-01%3D%2B9d", stop);
        var token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("flight", SmallCampaign.Make().Flights[0].Id.Value), new("row", "R1"), new("applicability", "Applies"), new("reason", "x")]);
        using var answer = await client.PostAsync("/c/small/requirements/decide", form, stop);
        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, answer.StatusCode.ToString());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
