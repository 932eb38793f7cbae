using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using OneFlight.App.Tests.Screens;

namespace OneFlight.App.Tests.Board;

public sealed class BoardPageTests(SmallHost host) : IClassFixture<SmallHost>
{
    private readonly HttpClient client = host.CreateClient();

    [Fact]
    public async Task Without_script_the_page_is_a_table_of_all_flights()
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/c/small/board", TestContext.Current.CancellationToken));
        var rows = page.QuerySelectorAll("of-timeline tbody tr");
        Assert.Equal(["ARGO-12", "HALCYON-07"], rows.Select(r => r.GetAttribute("data-flight")));
        Assert.Equal("/c/small/flights/HALCYON-07", rows[1].QuerySelector("a")?.GetAttribute("href"));
        Assert.Contains("not planned", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_the_data_of_the_lanes_that_its_address_asks_for()
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/c/small/board?by=port", TestContext.Current.CancellationToken));
        Assert.Equal("/c/small/board.json?by=port", page.QuerySelector("of-timeline")?.GetAttribute("src"));
        Assert.Equal("by port", page.QuerySelector(".views [aria-current]")?.TextContent);
    }

    [Fact]
    public async Task The_data_hold_times_in_minutes_and_activities_from_the_launch()
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync("/c/small/board.json?by=flight", TestContext.Current.CancellationToken));
        var root = json.RootElement;
        var bar = root.GetProperty("bars").EnumerateArray().Single(b => b.GetProperty("flight").GetString() == "HALCYON-07");
        Assert.Equal(SmallCampaign.Launch.ToUnixTimeSeconds() / 60, bar.GetProperty("launch").GetInt64());
        var activities = bar.GetProperty("activities").EnumerateArray().Select(n => n.GetInt32()).ToArray();
        var names = root.GetProperty("names").EnumerateArray().Select(n => n.GetString()).ToArray();
        Assert.Equal("Late load", names[activities[4]]);
        Assert.Equal([-30 * 60, 6 * 60, 0], activities[5..8]);
        Assert.Equal(SmallCampaign.Now.ToUnixTimeSeconds() / 60, root.GetProperty("now").GetInt64());
    }

    [Fact]
    public async Task Data_that_did_not_change_are_not_sent_again()
    {
        var first = await client.GetAsync("/c/small/board.json", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/c/small/board.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/c/small/board.json?by=pad");
        other.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(other, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Data_are_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/c/small/board.json");
        request.Headers.AcceptEncoding.Add(new("br"));
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/c/none/board")]
    [InlineData("/c/none/board.json")]
    [InlineData("/c/small/board?before=1")]
    [InlineData("/c/small/board.json?before=77")]
    public async Task What_is_not_there_is_said_to_be_not_there(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task An_unknown_kind_of_lane_shows_vehicles()
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/c/small/board?by=%3Cscript%3E", TestContext.Current.CancellationToken));
        Assert.Equal("/c/small/board.json?by=vehicle", page.QuerySelector("of-timeline")?.GetAttribute("src"));
    }
}
