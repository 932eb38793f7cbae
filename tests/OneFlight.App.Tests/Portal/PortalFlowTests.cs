using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using OneFlight.App.Access;
using OneFlight.App.Tests.Access;

namespace OneFlight.App.Tests.Portal;

/// <summary>Customers' pages over HTTP: their own and nothing else, as they were told, with links that serve their owner only.</summary>
[Collection(OwnSample.Name)]
public sealed partial class PortalFlowTests(PostgresFixture postgres, ListeningHost host)
{
    private const string Year = "/c/operator-year";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<Caller> As(Role role, string? key = null) => await Caller.SignIn(await host.Address(postgres), role, key, Stop);

    private static string Own(int flight, int mission = 1) => $"/portal/operator-year/CYGNET-{flight:00}-M{mission}";

    private static async Task<IDocument> Read(string html) => await BrowsingContext.New().OpenAsync(r => r.Content(html), Stop);

    [Fact]
    public async Task A_guest_reads_their_own_words_first_and_no_other_mission()
    {
        var page = await (await As(Role.Guest, "s05-guest")).Page(Own(5), Stop);
        Assert.StartsWith("Nobody asks me how it was", (await Read(page)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Guest Yarrow", page, StringComparison.Ordinal);
        foreach (var other in new[] { "Astronaut flight of the agency", "Protein crystals", "A performance without weight", "Guest Lupin", "CYGNET-04", "Zuleikha" })
            Assert.DoesNotContain(other, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_someone_elses_is_refused_in_the_same_words_whether_it_exists_or_not()
    {
        var guest = await As(Role.Guest, "s05-guest");
        var (status, theirs) = await guest.Call("GET", Own(5, 2), Stop);
        var (unknown, nothing) = await guest.Call("GET", "/portal/operator-year/CYGNET-77-M1", Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (status, unknown));
        Assert.Contains("This is not a page of yours", theirs, StringComparison.Ordinal);
        Assert.Equal((await Read(theirs)).QuerySelector("main")!.TextContent, (await Read(nothing)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_family_sees_only_what_the_guest_allows()
    {
        var (guest, family) = (await As(Role.Guest, "s05-guest"), await As(Role.Family, "s05-family"));
        await guest.Call("POST", Own(5) + "/family", Stop);
        var closed = await family.Page(Own(5), Stop);
        Assert.Contains("has not said yet what you may see", closed, StringComparison.Ordinal);
        foreach (var hidden in new[] { "What lies ahead", "Nobody asks me", "What we promised", "must be true before launch" }) Assert.DoesNotContain(hidden, closed, StringComparison.Ordinal);

        await guest.Call("POST", Own(5) + "/family", Stop, ("dates", "true"), ("words", "true"));
        var open = await family.Page(Own(5), Stop);
        Assert.Contains("What lies ahead", open, StringComparison.Ordinal);
        Assert.Contains("Nobody asks me", open, StringComparison.Ordinal);
        Assert.DoesNotContain("What we promised", open, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await family.Call("POST", Own(5) + "/family", Stop, ("dates", "true"), ("follow", "true"))).Status);
    }

    [Fact]
    public async Task A_slip_stands_on_a_guests_page_and_in_their_calendar_only_once_they_were_told()
    {
        var (planner, guest) = (await As(Role.Planner), await As(Role.Guest, "s09-guest"));
        var before = await guest.Page(Own(9), Stop);
        var feed = Feed().Match(before).Value;
        var calendar = Caller.Nobody(await host.Address(postgres));
        var dates = await calendar.GetStringAsync(feed, Stop);

        var room = await Read((await planner.Call("GET", $"{Year}/impact?slip=CYGNET-09=%2B9d", Stop)).Body);
        var form = room.QuerySelector("form[action$='/impact/commit']")!;
        var fields = form.QuerySelectorAll("input[name]").Where(f => f.GetAttribute("name") != "__RequestVerificationToken").ToDictionary(f => f.GetAttribute("name")!, f => f.GetAttribute("value") ?? "");
        fields["why"] = "inspection";
        Assert.Equal(HttpStatusCode.Redirect, (await planner.Call("POST", form.GetAttribute("action")!, Stop, [.. fields.Select(f => (f.Key, f.Value))])).Status);

        Assert.DoesNotContain("has moved", await guest.Page(Own(9), Stop), StringComparison.Ordinal);
        Assert.Equal(dates, await calendar.GetStringAsync(feed, Stop));

        var tasks = await Read((await planner.Call("GET", $"{Year}/tasks", Stop)).Body);
        var line = tasks.QuerySelectorAll("form[action$='/tick']").First(f => f.QuerySelector("[name=line]")!.GetAttribute("value") == "person:s09-guest");
        Assert.Equal(HttpStatusCode.Redirect, (await planner.Call("POST", line.GetAttribute("action")!, Stop,
            ("revision", line.QuerySelector("[name=revision]")!.GetAttribute("value")!), ("line", "person:s09-guest"), ("means", "telephone"))).Status);

        var told = await guest.Page(Own(9), Stop);
        Assert.Contains("Your launch has moved", told, StringComparison.Ordinal);
        Assert.Contains("telephone", told, StringComparison.Ordinal);
        Assert.NotEqual(dates, await calendar.GetStringAsync(feed, Stop));

        var revision = (await Read(told)).QuerySelector("form[action$='/read'] [name=revision]")!.GetAttribute("value")!;
        await guest.Call("POST", Own(9) + "/read", Stop, ("revision", revision));
        Assert.Contains("You read this on", await guest.Page(Own(9), Stop), StringComparison.Ordinal);
        // What nobody told cannot have been read.
        Assert.Equal(HttpStatusCode.Conflict, (await guest.Call("POST", Own(9) + "/read", Stop, ("revision", "99"))).Status);
    }

    [Fact]
    public async Task A_calendar_link_serves_its_owner_and_is_refused_to_anyone_else_with_the_reason()
    {
        var address = await host.Address(postgres);
        var guest = await As(Role.Guest, "s06-guest");
        var feed = Feed().Match(await guest.Page(Own(6), Stop)).Value;
        using var program = Caller.Nobody(address);
        var calendar = await program.GetStringAsync(feed, Stop);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Launch\\, CYGNET-06", calendar, StringComparison.Ordinal);

        async Task<string> Refused(HttpClient who, string path)
        {
            using var answer = await who.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(Stop);
        }
        Assert.Contains("changed or cut off", await Refused(program, feed.Replace("/feed/e", "/feed/f", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("made for someone else", await Refused((await As(Role.Guest, "s05-guest")).Client, feed), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.Call("GET", feed, Stop)).Status);

        await guest.Call("POST", Own(6) + "/calendar", Stop);
        Assert.Contains("taken back", await Refused(program, feed), StringComparison.Ordinal);
        Assert.NotEqual(feed, Feed().Match(await guest.Page(Own(6), Stop)).Value);
    }

    [Fact]
    public async Task A_question_to_the_steward_stands_on_the_page_and_an_empty_one_is_refused()
    {
        var guest = await As(Role.Guest, "s07-guest");
        await guest.Call("POST", Own(7) + "/request", Stop, ("words", "May my window seat be on the left?"));
        Assert.Contains("May my window seat be on the left?", await guest.Page(Own(7), Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await guest.Call("POST", Own(7) + "/request", Stop, ("words", " "))).Status);
    }

    [Fact]
    public async Task An_identity_opens_for_a_purpose_and_the_reading_is_kept()
    {
        const string door = $"{Year}/missions/CYGNET-03-M1/identity";
        var steward = await As(Role.Steward);
        var (refused, body) = await steward.Call("POST", door, Stop, ("purpose", " "));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.DoesNotContain("Hisako Lanternwood", body, StringComparison.Ordinal);

        var (_, opened) = await steward.Call("POST", door, Stop, ("purpose", "to call them about the landing"));
        Assert.Contains("Hisako Lanternwood", opened, StringComparison.Ordinal);
        var surgeon = await (await As(Role.Surgeon)).Page(door, Stop);
        Assert.Contains("to call them about the landing", surgeon, StringComparison.Ordinal);
        Assert.DoesNotContain("Hisako Lanternwood", surgeon, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Planner)).Call("POST", door, Stop, ("purpose", "to know"))).Status);
    }

    [Theory]
    [InlineData(Role.Planner, "/c/operator-year/missions", "/c/operator-year/missions")]
    [InlineData(Role.Surgeon, "/c/operator-year/surgeon", "/c/operator-year/surgeon")]
    [InlineData(Role.Safety, "/c/operator-year/export.json", "/c/operator-year/flights")]
    [InlineData(Role.Planner, "/portal", "/")]
    [InlineData(Role.Guest, "/c/operator-year/missions", "/portal")]
    [InlineData(Role.Partner, "/c/operator-year/board", "/partner")]
    [InlineData(Role.Executive, "//elsewhere.example", "/")]
    public async Task Whoever_changes_their_role_lands_where_they_may_be(Role role, string back, string expected)
    {
        var someone = await As(Role.Planner);
        using var form = new FormUrlEncodedContent([new("role", role.ToString()), new("back", back), new("__RequestVerificationToken", someone.Token)]);
        using var answer = await someone.Client.PostAsync("/sign-in", form, Stop);
        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [GeneratedRegex("/feed/[A-Za-z0-9_.-]+\\.ics")]
    private static partial Regex Feed();
}
