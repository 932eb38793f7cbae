using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OneFlight.App.Tests.Screens;

/// <summary>The main job over HTTP with plain forms, as a browser without scripts sends them.</summary>
public sealed class FlowTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SmallHost host = new(postgres);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private const string Slip = "/c/small/impact?slip=HALCYON-07=%2B9d";

    private static async Task<IDocument> Read(HttpResponseMessage answer) =>
        await BrowsingContext.New().OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync(Stop)), Stop);

    private static async Task<IDocument> Open(HttpClient client, string path) => await Read(await client.GetAsync(path, Stop));

    /// <summary>Sends a form as it stands on the page, with some fields filled in.</summary>
    private static Task<HttpResponseMessage> Send(HttpClient client, IElement form, params (string Name, string Value)[] filled)
    {
        var fields = form.QuerySelectorAll("input[name], select[name]")
            .ToDictionary(f => f.GetAttribute("name")!, f => f is IHtmlSelectElement select ? select.Options[Math.Max(0, select.SelectedIndex)].Value : f.GetAttribute("value") ?? "");
        foreach (var (name, value) in filled) fields[name] = value;
        return client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields), Stop);
    }

    private static IElement Form(IDocument page, string action) => page.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));

    private static Task<HttpResponseMessage> Commit(HttpClient client, IDocument room, string why = "inspection") =>
        Send(client, Form(room, "/impact/commit"), ("why", why));

    private static async Task SignIn(HttpClient client, string role)
    {
        var page = await Open(client, "/c/small/flights");
        var answer = await Send(client, Form(page, "/sign-in"), ("role", role));
        answer.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_committed_answer_becomes_a_revision_with_tasks_in_order()
    {
        var client = host.CreateClient();
        var revision = await Read(await Commit(client, await Open(client, Slip)));
        Assert.Equal("HALCYON-07 slips 9 days, from 12 Mar 2027 to 21 Mar 2027: inspection", revision.QuerySelector("h1")!.TextContent);

        var tasks = await Open(client, "/c/small/tasks");
        Assert.NotEmpty(tasks.QuerySelectorAll("[data-row]"));
        Assert.Contains("Juniper", tasks.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Harbor Station office", tasks.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_call_ticks_a_line_off_and_wave_two_waits_for_wave_one()
    {
        var client = host.CreateClient();
        await Commit(client, await Open(client, Slip));
        var page = await Open(client, "/c/small/tasks");
        var later = page.QuerySelectorAll("form[action$='/tick']").First(f => f.QuerySelector("[name=early]") is not null);
        var early = await Send(client, later, ("early", "false"), ("note", ""));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("not yet told", (await Read(early)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var first = page.QuerySelectorAll("form[action$='/tick']").First(f => f.QuerySelector("[name=early]") is null);
        (await Send(client, first, ("means", "telephone"))).EnsureSuccessStatusCode();
        Assert.Contains("Campaign planner, telephone", (await Open(client, "/c/small/tasks?all=yes")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_heard_in_the_future()
    {
        var client = host.CreateClient();
        await Commit(client, await Open(client, Slip));
        var form = Form(await Open(client, "/c/small/tasks"), "/tick");
        var future = await Read(await Send(client, form, ("at", "2030-01-01T00:00")));
        Assert.Contains("a time up to", future.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var unread = await Read(await Send(client, form, ("at", "yesterday")));
        Assert.Contains("heard at: 'yesterday'; we expected", unread.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_must_accept_is_asked_and_their_answer_is_kept_once()
    {
        var client = host.CreateClient();
        await Commit(client, await Open(client, Slip));
        var form = Form(await Open(client, "/c/small/tasks"), "/decide");
        (await Send(client, form, ("granted", "true"))).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Conflict, (await Send(client, form, ("granted", "false"))).StatusCode);
    }

    [Fact]
    public async Task The_second_of_two_commits_is_shown_what_changed_and_can_try_again()
    {
        var client = host.CreateClient();
        var (mine, theirs) = (await Open(client, Slip), await Open(client, "/c/small/impact?slip=HALCYON-07=%2B2d"));
        (await Commit(client, theirs, "range asked for it")).EnsureSuccessStatusCode();
        var lost = await Commit(client, mine);
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        var page = await Read(lost);
        Assert.Contains("range asked for it", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("flight HALCYON-07", page.Body.TextContent, StringComparison.Ordinal);
        var again = await Open(client, page.QuerySelector("a.b.p")!.GetAttribute("href")!);
        Assert.StartsWith("HALCYON-07 slips 9 days", again.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Draft on revision 2", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_recorded_while_someone_thinks_about_a_draft_does_not_cost_them_the_draft()
    {
        var client = host.CreateClient();
        var mine = await Open(client, Slip);
        await host.Record("interview held", c => c with
        {
            Qualifications = c.Qualifications with { Selections = [new("s1", new("P-9"), "HALCYON-07", 1, "interview", "goes on", "calm", "training lead", SmallCampaign.Now)] },
        });
        (await Commit(client, mine)).EnsureSuccessStatusCode();
        Assert.Contains("HALCYON-07 slips 9 days", (await Open(client, "/c/small/revisions/3")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("interview held", (await Open(client, "/c/small/revisions")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_keeps_the_older_plan_as_the_newest()
    {
        var client = host.CreateClient();
        await Commit(client, await Open(client, Slip));
        var back = await Read(await Send(client, Form(await Open(client, "/c/small/revisions/1"), "/revert"), ("why", "cleared")));
        Assert.Equal("Back to revision 1: cleared", back.QuerySelector("h1")!.TextContent);
        Assert.Contains("12 Mar 2027 09:14", (await Open(client, "/c/small/flights/HALCYON-07")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_without_a_reason_keeps_nothing()
    {
        var client = host.CreateClient();
        Assert.Equal(HttpStatusCode.BadRequest, (await Commit(client, await Open(client, Slip), " ")).StatusCode);
        Assert.DoesNotContain("Revision 2", (await Open(client, "/c/small/revisions")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_refuses_a_reader_who_sends_a_planners_form()
    {
        var client = host.CreateClient();
        var room = await Open(client, Slip);
        await SignIn(client, "Executive");
        // The token of the form belongs to the user, so the reader takes one from a page of their own.
        var token = Form(await Open(client, "/c/small/flights"), "/theme").QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var refused = await Send(client, Form(room, "/impact/commit"), ("why", "no"), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/c/small/export.json", Stop)).StatusCode);
        Assert.Null((await Open(client, Slip)).QuerySelector("form[action$='/impact/commit']"));
    }

    [Fact]
    public async Task Text_from_a_file_is_never_markup()
    {
        var client = host.CreateClient();
        foreach (var path in new[] { "/c/small/missions", "/c/small/missions/M-GAP", "/search?c=small&q=choir", "/c/small/impact?slip=%3Cscript%3Ealert(1)%3C/script%3E" })
        {
            var html = await client.GetStringAsync(path, Stop);
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_export_reads_back_as_the_same_campaign()
    {
        var bytes = await host.CreateClient().GetByteArrayAsync("/c/small/export.json", Stop);
        var read = Operations.Exchange.CampaignFile.Read(bytes, "export.json");
        Assert.Empty(read.Problems);
        Assert.Equal(["HALCYON-07", "ARGO-12"], read.Value.Flights.Select(f => f.Id.Value));
    }

    [Fact]
    public async Task The_palette_gets_a_list_and_a_browser_a_page()
    {
        var client = host.CreateClient();
        Assert.Contains("<html", await client.GetStringAsync("/search?c=small&q=halcyon", Stop), StringComparison.Ordinal);
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/search?c=small&q=halcyon");
        ask.Headers.Add("HX-Request", "true");
        var list = await (await client.SendAsync(ask, Stop)).Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("<html", list, StringComparison.Ordinal);
        Assert.Contains("/c/small/flights/HALCYON-07", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_reaches_the_stream_of_every_open_screen()
    {
        var client = host.CreateClient();
        using var stream = new StreamReader(await client.GetStreamAsync("/live", Stop));
        Assert.Equal("event: heartbeat", await stream.ReadLineAsync(Stop));
        var room = await Open(client, Slip);
        await Commit(client, room);
        string? line;
        do line = await stream.ReadLineAsync(Stop);
        while (line is not null && !(line.StartsWith("data:", StringComparison.Ordinal) && line.Contains("\"revision\":2", StringComparison.Ordinal)));
        Assert.NotNull(line);
    }

    [Fact]
    public async Task The_theme_is_remembered()
    {
        var client = host.CreateClient();
        await Send(client, Form(await Open(client, "/c/small/flights"), "/theme"), ("theme", "Dark"));
        Assert.Equal("dark", (await Open(client, "/c/small/flights")).DocumentElement.GetAttribute("data-theme"));
    }
}
