using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using OneFlight.App.Shell;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.App.Tests.Stewardship;

/// <summary>From a committed slip to a letter that can be opened, with plain forms; and contracts under their policy.</summary>
public sealed class NoticeFlowTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SmallHost small = new(postgres);
    private readonly string outbox = Directory.CreateTempSubdirectory("oneflight-outbox-").FullName;
    private WebApplicationFactory<FrameView> host = null!;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Guest = "/c/small/notices/2/person:P-1";

    public async ValueTask InitializeAsync()
    {
        await small.InitializeAsync();
        host = small.WithWebHostBuilder(b => b.UseSetting("ONEFLIGHT_OUTBOX", outbox).UseSetting("ONEFLIGHT_NOTICE_HOLD", "0.2"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await small.DisposeAsync();
        Directory.Delete(outbox, recursive: true);
    }

    [Fact]
    public async Task A_notice_is_drafted_sent_to_the_sink_and_ticks_its_line()
    {
        var client = await Slipped();
        await Do(client, Guest, "/draft");
        await Do(client, Guest, "/contact", ("email", "desk@office.example"));
        Assert.Equal(HttpStatusCode.OK, (await Do(client, Guest, "/send")).StatusCode);

        await Until(client, Guest, "Sent by e-mail and portal");
        var letters = await Open(client, "/c/small/notices/outbox");
        var letter = await Open(client, letters.QuerySelector("main a[href*='/outbox/']")!.GetAttribute("href")!);
        Assert.Contains("To Juniper", letter.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What we do not know", letter.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("self-paying", letter.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("e-mail and portal", (await Open(client, "/c/small/tasks?all=yes")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wave_waits_for_the_one_before_and_nothing_is_half_kept()
    {
        var client = await Slipped();
        var laboratory = "/c/small/notices/2/organization:northlight";
        await Do(client, laboratory, "/draft");
        if ((await Open(client, laboratory)).QuerySelector("form[action$='/send']") is null) await Approve(client, laboratory);
        var early = await Do(client, laboratory, "/send", ("early", ""));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("not yet told", (await Read(early)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Released", (await Open(client, laboratory)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(outbox));
    }

    [Fact]
    public async Task A_notice_whose_questions_are_not_answered_is_refused_and_what_was_typed_stays()
    {
        var client = await Slipped();
        await Do(client, Guest, "/draft");
        var refused = await Do(client, Guest, "/edit", ("known", ""), ("choices", "Think of it in peace."));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Read(refused);
        Assert.Contains("What we know", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Think of it in peace.", page.QuerySelector("textarea[name=choices]")!.TextContent);
        Assert.NotEqual("Think of it in peace.", (await Open(client, Guest)).QuerySelector("textarea[name=choices]")!.TextContent);
    }

    [Fact]
    public async Task A_critical_notice_waits_for_a_second_person_and_a_call_counts()
    {
        var client = await Slipped();
        await Do(client, Guest, "/draft");
        await Do(client, Guest, "/edit", ("critical", "true"));
        Assert.Null((await Open(client, Guest)).QuerySelector("form[action$='/send']"));
        await Approve(client, Guest);
        (await Do(client, Guest, "/told", ("means", "telephone"), ("note", "They took it calmly."))).EnsureSuccessStatusCode();
        (await Do(client, Guest, "/read", ("by", "Juniper"))).EnsureSuccessStatusCode();
        Assert.Contains("read by Juniper", (await Open(client, "/c/small/notices")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contracts_open_only_to_those_who_may_and_a_deposit_is_paid_once()
    {
        var contract = new Contract("M-JUN", new("M-JUN"), "UTC", [new("Seat", 1, Money.Of(50_000_000m, "USD"))],
            [new("1", "All of it", Money.Of(50_000_000m, "USD"), TermDate.From(Anchor.Launch, -10))], [new(TermDate.From(Anchor.Launch, -20), 60)], SmallCampaign.Now, "in person");
        await small.Record("contract", c => c with { Care = c.Care with { Contracts = [contract] } });
        var client = host.CreateClient();
        await SignIn(client, "Surgeon");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/c/small/contracts", Stop)).StatusCode);
        Assert.DoesNotContain("50,000,000", await client.GetStringAsync("/c/small/missions/M-JUN", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("50,000,000", await client.GetStringAsync("/c/small/impact?slip=HALCYON-07=%2B9d", Stop), StringComparison.Ordinal);

        await SignIn(client, "Steward");
        Assert.Contains("USD 50,000,000", await client.GetStringAsync("/c/small/contracts", Stop), StringComparison.Ordinal);
        var page = await Open(client, "/c/small/missions/M-JUN");
        (await Send(client, Form(page, "/contract/paid"))).EnsureSuccessStatusCode();
        var twice = await Send(client, Form(page, "/contract/paid"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        Assert.Contains("was paid", await twice.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_keeps_its_promise_and_a_refused_one_keeps_neither()
    {
        var client = host.CreateClient();
        await SignIn(client, "Steward");
        var page = await Open(client, "/c/small/missions/M-JUN");
        var refused = await Read(await Send(client, Form(page, "/talk#talks"), ("summary", "We spoke."), ("words", "You hear it first."), ("rule", "EX-999")));
        Assert.Equal("You hear it first.", refused.QuerySelector("#talks textarea[name=words]")!.TextContent);
        Assert.Contains("0 notes", (await Open(client, "/c/small/missions/M-JUN")).QuerySelector("#talks")!.TextContent, StringComparison.Ordinal);

        (await Send(client, Form(page, "/talk#talks"), ("summary", "We spoke."), ("words", "You hear it first."), ("rule", "EX-020"))).EnsureSuccessStatusCode();
        var talks = (await Open(client, "/c/small/missions/M-JUN")).QuerySelector("#talks")!.TextContent;
        Assert.Contains("You hear it first.", talks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wishes_are_read_by_stewards_alone()
    {
        var client = host.CreateClient();
        await SignIn(client, "Steward");
        (await Send(client, Form(await Open(client, "/c/small/missions/M-JUN"), "/wishes"), ("words", "A window, and quiet."), ("by", "Juniper"))).EnsureSuccessStatusCode();
        Assert.Contains("A window, and quiet.", await client.GetStringAsync("/c/small/missions/M-JUN", Stop), StringComparison.Ordinal);
        await SignIn(client, "Planner");
        Assert.DoesNotContain("A window, and quiet.", await client.GetStringAsync("/c/small/missions/M-JUN", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_opened_answered_and_resolved()
    {
        var client = host.CreateClient();
        await SignIn(client, "Steward");
        var opened = await Send(client, Form(await Open(client, "/c/small/requests"), "/requests"), ("mission", "M-JUN"), ("words", "May the tea be ours?"));
        var path = opened.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.Equal("/c/small/requests/M-JUN-1", path);
        (await Send(client, Form(await Open(client, path), path), ("what", "answer"), ("words", "Gladly."))).EnsureSuccessStatusCode();
        (await Send(client, Form(await Open(client, path), path), ("what", "resolve"), ("words", "Two tins."))).EnsureSuccessStatusCode();
        Assert.Contains("resolved", (await Open(client, "/c/small/requests")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A client of the steward, after a planner committed nine days more.</summary>
    private async Task<HttpClient> Slipped()
    {
        var client = host.CreateClient();
        var room = await Open(client, "/c/small/impact?slip=HALCYON-07=%2B9d");
        (await Send(client, Form(room, "/impact/commit"), ("why", "inspection"))).EnsureSuccessStatusCode();
        await SignIn(client, "Steward");
        return client;
    }

    private async Task Approve(HttpClient client, string path)
    {
        await SignIn(client, "FlightDirector");
        (await Do(client, path, "/approve")).EnsureSuccessStatusCode();
        await SignIn(client, "Steward");
    }

    private static async Task<HttpResponseMessage> Do(HttpClient client, string path, string step, params (string, string)[] filled) =>
        await Send(client, Form(await Open(client, path), step), filled);

    private static async Task<IDocument> Until(HttpClient client, string path, string words)
    {
        for (var i = 0; i < 60; i++)
        {
            var page = await Open(client, path);
            if (page.Body!.TextContent.Contains(words, StringComparison.Ordinal)) return page;
            await Task.Delay(250, Stop);
        }
        throw new TimeoutException($"{path} never said: {words}");
    }

    private static async Task<IDocument> Read(HttpResponseMessage answer) => await BrowsingContext.New().OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync(Stop)), Stop);

    private static async Task<IDocument> Open(HttpClient client, string path) => await Read(await client.GetAsync(path, Stop));

    private static IElement Form(IDocument page, string action) => page.QuerySelectorAll("main form").FirstOrDefault(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No form for {action} in: {page.QuerySelector("main")?.TextContent.Trim()}");

    private static Task<HttpResponseMessage> Send(HttpClient client, IElement form, params (string Name, string Value)[] filled)
    {
        var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]").ToDictionary(f => f.GetAttribute("name")!, f => f switch
        {
            IHtmlSelectElement select => select.Options[Math.Max(0, select.SelectedIndex)].Value,
            IHtmlTextAreaElement area => area.Value,
            _ => f.GetAttribute("value") ?? "",
        });
        foreach (var (name, value) in filled) fields[name] = value;
        return client.PostAsync(form.GetAttribute("action")!.Split('#')[0], new FormUrlEncodedContent(fields), Stop);
    }

    private static async Task SignIn(HttpClient client, string role)
    {
        var page = await Open(client, "/c/small/flights");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await Open(client, "/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["role"] = role, ["back"] = "/c/small/flights" }), Stop)).EnsureSuccessStatusCode();
    }
}
