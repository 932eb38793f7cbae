using System.Net;
using NodaTime;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;

namespace OneFlight.App.Tests.People;

/// <summary>Qualifications, the people of a flight and choosing them, over HTTP with plain forms.</summary>
public sealed class PeopleScreensTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SmallHost host = new(postgres);

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await host.Record("rules", Ruled);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>The small campaign with three rules; the commander's certificate ends five days after landing and reserve, the guest has nothing.</summary>
    internal static Campaign Ruled(Campaign small) => small with
    {
        People = small.People with { Persons = [.. small.People.Persons.Select(p => p.Id.Value == "P-2" ? p with { Born = new(1984, 4, 9) } : p)] },
        Qualifications = new(
            [new("R1", "medical", "Medical certificate", RuleKind.CalendarMonths, 12, Source: "14 CFR 460.5(e)", Confidence: "H"), new("R2", "egress", "Water egress", RuleKind.RollingDays, 100), new("R3", "fit", "Suit fit")],
            [new("D1", "commander", "medical", "PrivateMission"), new("D2", "*", "egress", "PrivateMission"), new("D3", "*", "fit", "PrivateMission", DueDays: 60)],
            [
                new("q1", new("P-2"), "medical", new(2026, 8, 3), Instant.FromUtc(2026, 8, 4, 9, 0), "certificate 12"),
                new("q2", new("P-2"), "egress", new(2026, 12, 31), Instant.FromUtc(2027, 2, 10, 9, 0), "pool sheet 3"),
            ], [])
        { Reserves = [new("PrivateMission", 10, 14)] },
    };

    private FormWalk Walk() => new(host.CreateClient());

    [Fact]
    public async Task The_matrix_shows_a_light_for_each_seat_and_demand_and_opens_to_rule_and_evidence()
    {
        var page = await Walk().Open("/c/small/flights/HALCYON-07/people?open=HALCYON-07/1/D2");
        var rows = page.QuerySelectorAll("table.matrix tbody tr").Select(r => r.TextContent.Trim()).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Contains(rows, r => r.StartsWith("Medical certificate", StringComparison.Ordinal) && r.Contains("green", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Water egress", StringComparison.Ordinal) && r.Contains("amber", StringComparison.Ordinal) && r.Contains("not known", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Suit fit", StringComparison.Ordinal) && r.Contains("red", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Clearance", StringComparison.Ordinal) && r.Contains("no clearance issued", StringComparison.Ordinal));
        var opened = page.QuerySelector("aside")!.TextContent;
        Assert.Contains("100 days after it was earned", opened, StringComparison.Ordinal);
        Assert.Contains("pool sheet 3", opened, StringComparison.Ordinal);
        Assert.Contains("3 Apr 2027 09:14", opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_known_at_a_review_can_be_asked()
    {
        var page = await Walk().Open("/c/small/flights/HALCYON-07/people?known=2027-02-05&open=HALCYON-07/1/D2");
        Assert.Contains("Nothing on record", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_by_light_and_flight()
    {
        var walk = Walk();
        Assert.Equal(5, (await walk.Open("/c/small/qualifications")).QuerySelectorAll("main tbody tr").Length);
        Assert.Single((await walk.Open("/c/small/qualifications?light=Amber")).QuerySelectorAll("main tbody tr"));
        Assert.Contains("Nothing here", (await walk.Open("/c/small/qualifications?flight=ARGO-12")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_certificate_turns_the_light_and_the_revision_names_nobody_silent()
    {
        var walk = Walk();
        var page = await walk.Open("/c/small/people/P-1");
        (await walk.Send(page, "/P-1/qualifications", ("type", "egress"), ("earned", "2027-02-10"), ("evidence", "pool sheet 9"))).EnsureSuccessStatusCode();
        Assert.Contains("green", (await walk.Open("/c/small/flights/HALCYON-07/people?open=HALCYON-07/2/D2")).QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Recorded: Water egress of Juniper", (await walk.Open("/c/small/revisions")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P-2", "medical", "1984-04-08", "when the person was not yet born")]
    [InlineData("P-2", "medical", "2027-03-01", "a day up to 2027-02-18")]
    [InlineData("P-2", "juggling", "2027-02-01", "a type that a rule")]
    [InlineData("P-2", "fit", "2027-02-01", "the flight it is for")]
    [InlineData("P-2", "medical", "soon", "a day such as")]
    [InlineData("P-77", "medical", "2027-02-01", "")]
    public async Task A_certificate_that_cannot_be_is_refused_with_the_reason_and_what_was_typed_stays(string person, string type, string earned, string reason)
    {
        var walk = Walk();
        var page = await walk.Open("/c/small/people/P-2");
        page.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith("/qualifications", StringComparison.Ordinal)).SetAttribute("action", $"/c/small/people/{person}/qualifications");
        var answer = await walk.Send(page, "/qualifications", ("type", type), ("earned", earned), ("evidence", "sheet 77"));
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
        var said = await FormWalk.Read(answer);
        Assert.Contains(reason, said.Body!.TextContent, StringComparison.Ordinal);
        if (reason.Length > 0) Assert.Equal("sheet 77", said.QuerySelector("input[name=evidence]")!.GetAttribute("value"));
        Assert.DoesNotContain("1984-04-09", said.Body.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Revision 3", (await walk.Open("/c/small/revisions")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_choosing_is_kept_with_its_reason_and_shown_on_both_pages()
    {
        var walk = Walk();
        var page = await walk.Open("/c/small/flights/HALCYON-07/people");
        var refused = await walk.Send(page, "/people/select", ("person", "P-1"), ("seat", "2"), ("step", "board"), ("decision", "chosen"), ("reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("P-1", (await FormWalk.Read(refused)).QuerySelector("input[name=person]")!.GetAttribute("value"));

        (await walk.Send(page, "/people/select", ("person", "P-1"), ("seat", "2"), ("step", "board"), ("decision", "chosen"), ("reason", "The wish fits the flight"))).EnsureSuccessStatusCode();
        foreach (var path in new[] { "/c/small/flights/HALCYON-07/people", "/c/small/people/P-1" })
            Assert.Contains("The wish fits the flight", (await walk.Open(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_in_the_seat_shows_the_whole_difference_and_leads_to_the_impact_room()
    {
        var walk = Walk();
        var page = await walk.Open("/c/small/flights/HALCYON-07/people?seat=1&in=P-9");
        var part = page.QuerySelector("#substitute")!;
        Assert.Contains("Payload scientist takes seat 1 of HALCYON-07 (commander) from Commander", part.TextContent, StringComparison.Ordinal);
        Assert.Contains("Medical certificate of Payload scientist", part.TextContent, StringComparison.Ordinal);
        Assert.Contains("Body mass is not recorded", part.TextContent, StringComparison.Ordinal);
        var room = await walk.Open(part.QuerySelector("a.b.p")!.GetAttribute("href")!);
        Assert.Contains("Payload scientist takes seat 1 of HALCYON-07", room.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("someone who is not on this flight", (await walk.Open("/c/small/flights/HALCYON-07/people?seat=1&in=P-1")).QuerySelector("#substitute")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_write_gets_no_form_and_is_refused()
    {
        var walk = Walk();
        var token = await walk.Open("/c/small/people/P-2");
        await walk.SignIn("Executive");
        var page = await walk.Open("/c/small/people/P-2");
        Assert.Null(page.QuerySelector("form[action$='/qualifications']"));
        Assert.DoesNotContain("1984", page.Body!.TextContent, StringComparison.Ordinal);
        var own = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await walk.Send(token, "/qualifications", ("type", "medical"), ("earned", "2027-02-01"), ("evidence", "x"), ("__RequestVerificationToken", own))).StatusCode);
    }
}
