using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using OneFlight.App.Tests.Screens;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Primitives;

namespace OneFlight.App.Tests.Cargo;

/// <summary>Custody, manifest and stock over HTTP with plain forms.</summary>
public sealed class CargoScreenTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SmallHost host = new(postgres);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await host.Record("what the station lives on", Fed);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>The small campaign with a bag, a cold item and a stock of food on its station.</summary>
    private static Campaign Fed(Campaign campaign) => campaign with
    {
        Cargo = [campaign.Cargo[0] with { Cold = new(-70, 6), HazardClass = "none", Direction = Direction.Both }],
        Supply = new()
        {
            Bags = [new("ctb-half", "CTB half", 0.5, new(425, 248, 235), 0.025, Mass.FromKilograms(13.6), null, "high", "test")],
            Consumables = [new("food", "food", 2, 1.5, 2.4, "as shipped", "medium", "a study")],
            Stocks = [new("ST/food", new("ST"), "food", 3, [new(45, "planning to evacuate begins", false, "medium", "a report"), new(30, "the crew leaves", true, "low", "the press")])],
            Audits = [new("ST/food/1", "ST/food", SmallCampaign.Now - NodaTime.Duration.FromDays(10), Mass.FromKilograms(480), "crew")],
        },
    };

    private static async Task<IDocument> Read(HttpResponseMessage answer) =>
        await BrowsingContext.New().OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync(Stop)), Stop);

    private static async Task<IDocument> Open(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Read(answer);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, IDocument page, string action, params (string Name, string Value)[] filled)
    {
        var form = page.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));
        var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]").ToDictionary(f => f.GetAttribute("name")!,
            f => f is IHtmlSelectElement select ? select.Options[Math.Max(0, select.SelectedIndex)].Value : f is IHtmlTextAreaElement area ? area.Value : f.GetAttribute("value") ?? "");
        foreach (var (name, value) in filled) fields[name] = value;
        return await client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields), Stop);
    }

    private async Task<HttpClient> As(string role)
    {
        var client = host.CreateClient();
        var page = await Open(client, "/c/small/flights");
        (await Send(client, page, "/sign-in", ("role", role))).EnsureSuccessStatusCode();
        return client;
    }

    private static (string, string)[] HandOver(string from, string to, string at) =>
        [("from", from), ("to", to), ("place", "Turnover facility"), ("condition", "sealed"), ("seal", "S1"), ("at", at), ("freezer", "no")];

    [Fact]
    public async Task A_hand_over_begins_the_chain_and_shows_who_has_it_verified()
    {
        var client = await As("Logistics");
        var page = await Read(await Send(client, await Open(client, "/c/small/cargo/K-1"), "/hand-over", HandOver("Northlight Laboratories", "Logistics", "2027-02-18T09:00")));
        Assert.Contains("Logistics has it since 18 Feb 2027 09:00 UTC", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chain unbroken", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Logistics", (await Open(client, "/c/small/cargo")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_by_someone_who_does_not_hold_it_is_refused_and_what_was_typed_is_kept()
    {
        var client = await As("Logistics");
        await Send(client, await Open(client, "/c/small/cargo/K-1"), "/hand-over", HandOver("Northlight Laboratories", "Logistics", "2027-02-18T09:00"));
        var answer = await Send(client, await Open(client, "/c/small/cargo/K-1"), "/hand-over", HandOver("Courier", "Crew", "2027-02-18T08:00"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Read(answer);
        Assert.Contains("Logistics, who has it since", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not before 18 Feb 2027 09:00 UTC", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("Crew", page.QuerySelector("input[name=to]")!.GetAttribute("value"));
        Assert.Single((await Open(client, "/c/small/cargo/K-1")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Temperatures_are_kept_drawn_and_judged_and_a_bad_line_keeps_nothing()
    {
        var client = await As("Logistics");
        var bad = await Send(client, await Open(client, "/c/small/cargo/K-1"), "/temperatures", ("logger", "L1"), ("csv", "at,celsius\n2027-02-18T10:00:00Z,-80\n2027-02-18T09:00:00Z,-80"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("line 3", (await Read(bad)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await Open(client, "/c/small/cargo/K-1")).QuerySelectorAll("svg.chart"));

        var page = await Read(await Send(client, await Open(client, "/c/small/cargo/K-1"), "/temperatures", ("logger", "L1"), ("csv", "at,celsius\n2027-02-18T09:00:00Z,-80\n2027-02-18T10:00:00Z,-60\n2027-02-18T11:00:00Z,-80")));
        Assert.Single(page.QuerySelectorAll("svg.chart .course"));
        Assert.Contains("an excursion", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("60 min of 0 min allowed", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_heavier_than_its_hull_is_refused_with_both_figures_and_nothing_is_kept()
    {
        var client = await As("Logistics");
        (string, string)[] item = [("name", "Heavy sample"), ("mass", "14.2"), ("bag", "ctb-half"), ("hazard", "none"), ("size", "400 × 240 × 230"), ("ready", "2027-03-01T08:00"), ("load", "R-LATE")];
        var answer = await Send(client, await Open(client, "/c/small/flights/HALCYON-07/cargo"), "/cargo/add", item);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = (await Read(answer)).QuerySelector(".said")!.TextContent;
        Assert.Contains("14.2 kg", said, StringComparison.Ordinal);
        Assert.Contains("13.6 kg", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Heavy sample", (await Open(client, "/c/small/cargo")).Body!.TextContent, StringComparison.Ordinal);

        var kept = await Read(await Send(client, await Open(client, "/c/small/flights/HALCYON-07/cargo"), "/cargo/add", [.. item, ("mass", "13.2"), ("name", "Light sample")]));
        Assert.Contains("Light sample", kept.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_corrects_the_stock_and_one_before_the_last_is_refused()
    {
        var client = await As("Logistics");
        var stock = await Open(client, "/c/small/stock");
        Assert.Contains("confidence medium", stock.Body!.TextContent, StringComparison.Ordinal);
        var late = await Send(client, stock, "/stock/count", ("kilograms", "400"), ("at", "2027-02-01T08:00"), ("by", "crew"));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Contains("a time after the last count", (await Read(late)).Body!.TextContent, StringComparison.Ordinal);

        // Ten days of three people at 2 kg are 60 of 480 kg; 414 are there: 66 used, drift 1.1.
        var counted = await Read(await Send(client, await Open(client, "/c/small/stock"), "/stock/count", ("kilograms", "414"), ("at", "2027-02-18T14:32"), ("by", "crew")));
        Assert.Contains("drift 1.1", counted.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2.2 kg: the rate times the drift", counted.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/c/small/cargo/K-1/hand-over"), InlineData("/c/small/cargo/K-1/temperatures"), InlineData("/c/small/cargo/K-1/open"), InlineData("/c/small/cargo/K-1/lose"),
     InlineData("/c/small/flights/HALCYON-07/cargo/add"), InlineData("/c/small/stock/count")]
    public async Task Only_logistics_writes(string path)
    {
        var client = await As("Safety");
        var token = (await Open(client, "/c/small/flights")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty((await Open(client, "/c/small/cargo/K-1")).QuerySelectorAll("details.act"));
    }

    [Fact]
    public async Task What_names_nothing_is_not_found()
    {
        var client = await As("Logistics");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/c/small/cargo/no-such", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/c/small/flights/no-such/cargo", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/c/other/stock", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/c/other/cargo", Stop)).StatusCode);
    }
}
