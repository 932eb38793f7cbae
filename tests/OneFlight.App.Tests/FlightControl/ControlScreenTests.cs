using System.Net;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;

namespace OneFlight.App.Tests.FlightControl;

/// <summary>Launch day and mishaps over HTTP with plain forms, each role doing its part.</summary>
public sealed class ControlScreenTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Page = "/c/small/flights/" + ControlHost.Flight + "/control";
    private readonly ControlHost host = new(postgres);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static async Task<IDocument> Read(HttpResponseMessage answer) =>
        await BrowsingContext.New().OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync(Stop)), Stop);

    private static async Task<IDocument> Open(HttpClient client, string path = Page) => await Read(await client.GetAsync(path, Stop));

    private async Task<HttpClient> As(string role)
    {
        var client = host.CreateClient();
        // Where one lands after it is not the point here: a customer of this campaign has no page of their own.
        await Post(client, "/sign-in", ("role", role), ("back", "/"));
        return client;
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var page = await Open(client, "/c/small/flights");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]), Stop);
    }

    private static string Said(IDocument page) => page.QuerySelector("[role=alert]")?.TextContent ?? "";

    private async Task<HttpClient> Counting()
    {
        var director = await As("FlightDirector");
        (await Post(director, Page + "/count")).EnsureSuccessStatusCode();
        return director;
    }

    private async Task<HttpClient> Asked()
    {
        var director = await Counting();
        (await Post(director, Page + "/values", ("value-WX-01", "18"), ("source", "tower"))).EnsureSuccessStatusCode();
        (await Post(director, Page + "/poll", ("question", "Load?"), ("phase", "CD-18"), ("group", "weather"))).EnsureSuccessStatusCode();
        return director;
    }

    [Fact]
    public async Task A_count_is_started_held_and_scrubbed_and_leads_to_a_slip_in_the_impact_room()
    {
        var director = await Counting();
        (await Post(director, Page + "/hold", ("reason", "valve"))).EnsureSuccessStatusCode();
        Assert.Contains("holds: valve", (await Open(director)).QuerySelector(".head p")!.TextContent, StringComparison.Ordinal);
        (await Post(director, Page + "/scrub", ("cause", "technical"), ("reason", "valve stuck"))).EnsureSuccessStatusCode();

        var page = await Open(director);
        Assert.Contains(page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")), h => h == $"/c/small/impact?slip={ControlHost.Flight}%3D%2B1d");
        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync($"/c/small/impact?slip={ControlHost.Flight}%3D%2B1d", Stop)).StatusCode);
    }

    [Fact]
    public async Task Each_seat_sees_its_own_control_only_and_the_poll_is_GO_when_all_have_voted()
    {
        var director = await Asked();
        var safety = await As("Safety");
        var surgeon = await As("Surgeon");

        Assert.Contains("Flight director", (await Open(director)).QuerySelector(".own-seat")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Safety", (await Open(safety)).QuerySelector(".own-seat")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Open(surgeon)).QuerySelector(".own-seat"));
        Assert.Null((await Open(safety)).QuerySelector("form[action$='/close-poll']"));

        (await Post(director, Page + "/vote", ("poll", "P1-1"), ("seat", "director"), ("answer", "Go"))).EnsureSuccessStatusCode();
        Assert.Contains("not GO", (await Open(director)).QuerySelector("#poll header")!.TextContent, StringComparison.Ordinal);
        (await Post(safety, Page + "/vote", ("poll", "P1-1"), ("seat", "safety"), ("answer", "Go"))).EnsureSuccessStatusCode();
        Assert.DoesNotContain("not GO", (await Open(director)).QuerySelector("#poll header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_by_another_than_the_holder_and_one_from_an_empty_seat_are_refused_and_nothing_is_kept()
    {
        var director = await Asked();
        var surgeon = await As("Surgeon");
        (await Post(director, Page + "/seat", ("seat", "safety"), ("person", ""))).EnsureSuccessStatusCode();
        var before = (await Open(director)).QuerySelectorAll("#log tbody tr").Length;

        var empty = await Post(surgeon, Page + "/vote", ("poll", "P1-1"), ("seat", "safety"), ("answer", "Go"));
        var other = await Post(surgeon, Page + "/vote", ("poll", "P1-1"), ("seat", "director"), ("answer", "Go"));

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("a seat that nobody holds", Said(await Read(empty)), StringComparison.Ordinal);
        Assert.Contains("the one who sits there", Said(await Read(other)), StringComparison.Ordinal);
        Assert.Equal(before, (await Open(director)).QuerySelectorAll("#log tbody tr").Length);
        Assert.Contains("empty seat", (await Open(director)).QuerySelector("#poll")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GO_on_a_criterion_without_a_value_is_withdrawn_by_rule_and_the_director_sees_why()
    {
        var director = await Counting();
        var safety = await As("Safety");
        // "Now" of the campaign stands still, and a value from before the count is not one of this attempt.
        var late = await Post(safety, Page + "/values", ("value-WX-01", "18"), ("measured", "2027-02-18T14:30:50"));
        Assert.Contains("one of this attempt", Said(await Read(late)), StringComparison.Ordinal);

        (await Post(director, Page + "/poll", ("question", "Load?"), ("group", "weather"))).EnsureSuccessStatusCode();
        (await Post(safety, Page + "/vote", ("poll", "P1-1"), ("seat", "safety"), ("answer", "Go"))).EnsureSuccessStatusCode();
        Assert.Contains("GO withdrawn by rule", (await Open(director)).QuerySelector("#poll")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_from_the_future_is_refused_and_what_was_typed_stays()
    {
        var director = await Counting();
        var answer = await Post(director, Page + "/values", ("value-WX-01", "18"), ("measured", "2030-01-01T00:00"), ("source", "crystal ball"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("one measured by", Said(await Read(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_director_calls_a_hold_and_opens_a_poll()
    {
        await Counting();
        foreach (var role in new[] { "Planner", "Safety", "Executive", "Partner", "Guest" })
        {
            var client = await As(role);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostPlain(client, Page + "/hold", ("reason", "x"))).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostPlain(client, Page + "/poll", ("question", "x"))).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As("Guest")).GetAsync(Page, Stop)).StatusCode);
    }

    // Those outside cannot open the page that carries a token; access is refused before the token is looked at.
    private static Task<HttpResponseMessage> PostPlain(HttpClient client, string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]), Stop);

    [Fact]
    public async Task A_step_out_of_order_is_refused_and_the_due_one_is_signed()
    {
        var director = await Counting();

        Assert.Contains("S1 first", Said(await Read(await Post(director, Page + "/step", ("procedure", "count"), ("step", "S2")))), StringComparison.Ordinal);
        (await Post(director, Page + "/step", ("procedure", "count"), ("step", "S1"))).EnsureSuccessStatusCode();
        Assert.Contains("1 of 2 done", (await Open(director)).QuerySelector("#procedures")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contingency_shows_its_first_actions_and_closes_when_they_are_done()
    {
        var director = await Counting();
        (await Post(director, Page + "/contingency", ("contingency", "C15"), ("seen", "lightning"))).EnsureSuccessStatusCode();
        Assert.Contains("Hold the count", (await Open(director)).QuerySelector(".contingency")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(director, Page + "/close-contingency", ("id", "K1"), ("words", "crew out"))).StatusCode);
        (await Post(director, Page + "/action", ("id", "K1"), ("action", "1"))).EnsureSuccessStatusCode();
        (await Post(director, Page + "/close-contingency", ("id", "K1"), ("words", "crew out"))).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_record_is_chained_and_exported_with_its_hashes()
    {
        var director = await Asked();

        Assert.Contains("the chain is whole", (await Open(director)).QuerySelector("#log")!.TextContent, StringComparison.Ordinal);
        var json = JsonNode.Parse(await director.GetStringAsync(Page + "/record.json", Stop))!["entries"]!.AsArray();
        var csv = await director.GetStringAsync(Page + "/record.csv", Stop);
        Assert.Equal(3, json.Count);
        Assert.All(json, e => Assert.Contains((string)e!["hash"]!, csv, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_without_the_certificate_is_not_seated()
    {
        var director = await As("FlightDirector");
        var refused = await Post(director, Page + "/seat", ("seat", "recovery"), ("person", "staff-surgeon"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("console:recovery: nothing on record", Said(await Read(refused)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_of_rest_is_kept_for_this_liftoff()
    {
        var director = await As("FlightDirector");
        (await Post(director, Page + "/rest")).EnsureSuccessStatusCode();

        Assert.Contains("checked 18 Feb 2027 14:32 UTC for 12 Mar 2027 09:14 UTC", (await Open(director)).QuerySelector("#seats")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_has_a_clock_and_is_answered_by_its_owner()
    {
        var director = await As("FlightDirector");
        (await Post(director, Page + "/ask", ("place", "board"), ("from", "Juniper"), ("kind", "urgent"), ("wish", "a darker cabin"), ("at", "2027-02-18T14:00"))).EnsureSuccessStatusCode();
        Assert.Contains("late by 17 min", (await Open(director, "/c/small/requests/on-board")).Body!.TextContent, StringComparison.Ordinal);

        (await Post(director, Page + "/take", ("id", "HALCYON-07-R1"))).EnsureSuccessStatusCode();
        (await Post(director, Page + "/answer", ("id", "HALCYON-07-R1"), ("answer", "taped over"))).EnsureSuccessStatusCode();
        var after = (await Open(director, "/c/small/requests/on-board")).Body!.TextContent;
        Assert.Contains("Nobody waits for an answer", after, StringComparison.Ordinal);
        Assert.Contains("late by 17 min", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mishap_is_reported_by_anyone_blocks_its_flight_and_frees_it_when_closed()
    {
        var logistics = await As("Logistics");
        (string, string)[] report =
        [
            ("title", "Forklift struck the fairing"), ("what", "It rolled back."), ("flight", ControlHost.Flight), ("happened", "2027-02-18T09:00"), ("known", "2027-02-18T12:00"),
            ("injury", "None"), ("harm", "No"), ("vehicle", "No"), ("property", "Yes"), ("system", "No"),
        ];
        (await Post(logistics, "/c/small/mishaps", report)).EnsureSuccessStatusCode();
        const string mishap = "/c/small/mishaps/2027-02-18-1";
        Assert.Contains("by 19 Feb 2027 12:00 UTC", (await Open(logistics, mishap)).Body!.TextContent, StringComparison.Ordinal);
        var director = await As("FlightDirector");
        Assert.Contains("a closed mishap before the count", Said(await Read(await Post(director, Page + "/count"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostPlain(logistics, mishap + "/close")).StatusCode);

        var safety = await As("Safety");
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(safety, mishap + "/close", ("cause", "brake"), ("corrective", "chocks"))).StatusCode);
        (await Post(safety, mishap + "/freeze")).EnsureSuccessStatusCode();
        foreach (var line in new[] { "director", "safety", "faa", "insurer", "customers", "press", "report" })
            (await Post(safety, mishap + "/notify", ("line", line), ("person", "somebody"), ("means", "telephone"))).EnsureSuccessStatusCode();
        (await Post(safety, mishap + "/close", ("cause", "brake"), ("corrective", "chocks"))).EnsureSuccessStatusCode();
        (await Post(director, Page + "/count")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_name_of_a_protected_reporter_stands_nowhere()
    {
        var safety = await As("Safety");
        (await Post(safety, "/c/small/mishaps", ("title", "Latch open"), ("what", "Seen open."), ("flight", ControlHost.Flight), ("happened", "2027-02-18T09:00"), ("known", "2027-02-18T09:00"), ("injury", "None"), ("harm", "No"), ("vehicle", "No"), ("property", "Yes"), ("system", "No"), ("protected", "yes"))).EnsureSuccessStatusCode();

        foreach (var path in new[] { "/c/small/mishaps", "/c/small/mishaps/2027-02-18-1", "/c/small/revisions" })
            Assert.DoesNotContain("Holder staff-safety", (await Open(safety, path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("protected reporter", (await Open(safety, "/c/small/mishaps/2027-02-18-1")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mishap_known_before_it_happened_is_refused_and_what_was_typed_stays()
    {
        var answer = await Post(await As("Logistics"), "/c/small/mishaps", ("title", "Latch open"), ("what", "Seen open."), ("happened", "2027-02-18T12:00"), ("known", "2027-02-18T09:00"));
        var page = await Read(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("not before it happened", Said(page), StringComparison.Ordinal);
        Assert.Equal("Latch open", page.QuerySelector("input[name=title]")!.GetAttribute("value"));
    }
}
