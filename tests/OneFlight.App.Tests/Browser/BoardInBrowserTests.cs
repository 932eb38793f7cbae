using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OneFlight.App.Tests.Browser;

/// <summary>The board under a hand, a keyboard and no script at all.</summary>
public sealed partial class BoardInBrowserTests(PostgresFixture postgres, SampleHost host, Chromium chromium)
{
    private const string Board = "/c/operator-year/board";

    [Fact]
    public async Task Arrows_go_from_bar_to_bar_and_enter_opens_the_flight()
    {
        var page = await Open(Board + "?by=flight");
        await page.Locator("of-timeline canvas").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        var first = await Said(page);
        Assert.Contains("liftoff", first, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("ArrowDown");
        var second = await Said(page);
        Assert.NotEqual(first, second);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(FlightAddress());
        Assert.Contains(second.Split(',')[0], await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stretch_of_time_is_in_the_address_and_opens_the_same_view_again()
    {
        var page = await Open(Board);
        await page.GetByRole(AriaRole.Button, new() { Name = "More detail" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("from=", StringComparison.Ordinal));
        var address = page.Url;
        var again = await Open(new Uri(address).PathAndQuery);
        await again.GetByRole(AriaRole.Button, new() { Name = "Later" }).ClickAsync();
        await again.GetByRole(AriaRole.Button, new() { Name = "Earlier" }).ClickAsync();
        await again.WaitForFunctionAsync("address => location.href === address", address);
    }

    [Fact]
    public async Task A_dragged_bar_goes_to_the_impact_room_and_changes_nothing()
    {
        var page = await Open(Board + "?from=2027-03-01&to=2027-09-01&by=vehicle");
        var flight = await FirstComing(page);
        await page.GotoAsync($"{Board}?from=2027-03-01&to=2027-09-01&by=flight&flight={flight}");
        await Ready(page);
        await page.Locator("of-timeline canvas").FocusAsync();
        var (x, y) = await SelectedBar(page);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 40, y, new() { Steps = 5 });
        await page.Mouse.MoveAsync(x + 62, y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync(SlipAddress());
        Assert.Contains($"slip={flight}", Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slip_field_does_what_dragging_does()
    {
        var page = await Open(Board);
        var flight = await FirstComing(page);
        await page.GetByLabel("Slip").SelectOptionAsync(flight);
        await page.GetByLabel("by", new() { Exact = false }).FillAsync("9");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what it touches" }).ClickAsync();
        await page.WaitForURLAsync(SlipAddress());
        Assert.Contains($"slip={flight}=+9d", Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_activities_stay_fluid()
    {
        var page = await chromium.Page(await host.Address(postgres));
        await page.AddInitScriptAsync("""
            window.frames_ = []; const ask = window.requestAnimationFrame;
            window.requestAnimationFrame = draw => ask(time => { const from = performance.now(); draw(time); window.frames_.push(performance.now() - from); });
            """);
        await page.GotoAsync(Board + "?by=flight");
        await Ready(page);
        var box = (await page.Locator("of-timeline canvas").BoundingBoxAsync())!;
        await page.EvaluateAsync("frames_.length = 0");
        await page.Mouse.MoveAsync(box.X + 700, box.Y + 200);
        await page.Keyboard.DownAsync("Control");
        for (var turn = 0; turn < 40; turn++) await page.Mouse.WheelAsync(0, turn < 30 ? -60 : 80);
        await page.Keyboard.UpAsync("Control");
        for (var turn = 0; turn < 40; turn++) await page.Mouse.WheelAsync(40, 0);
        await page.WaitForTimeoutAsync(400);
        var frames = await page.EvaluateAsync<double[]>("frames_");
        Array.Sort(frames);
        TestContext.Current.TestOutputHelper?.WriteLine($"{frames.Length} frames, median {frames[frames.Length / 2]:0.0} ms, longest {frames[^1]:0.0} ms");
        // Half a frame of sixty a second, with room for a busy machine.
        Assert.InRange(frames[frames.Length / 2], 0, 8);
    }

    [Fact]
    public async Task The_table_lists_what_the_board_shows()
    {
        var page = await Open(Board + "?from=2027-06-01&to=2027-06-20&by=vehicle");
        await page.GetByText("As a table: what is on the board now").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More detail" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelectorAll('of-timeline tr[data-flight][hidden]').length > 0");
        Assert.True(await page.Locator("of-timeline tr[data-flight]:not([hidden])").CountAsync() > 0);
    }

    private async Task<IPage> Open(string path)
    {
        var page = await chromium.Page(await host.Address(postgres));
        await page.GotoAsync(path);
        await Ready(page);
        return page;
    }

    private static Task Ready(IPage page) => page.Locator("of-timeline .of-tl-message[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static Task<string> Said(IPage page) => page.Locator(".of-only-heard").InnerTextAsync();

    /// <summary>The first flight that has not lifted off, as the slip field offers it.</summary>
    private static async Task<string> FirstComing(IPage page) =>
        await page.Locator(".of-tl-slip option").Nth(3).GetAttributeAsync("value") ?? throw new InvalidOperationException("No flight is coming.");

    /// <summary>A point on the bar that the address selects: the tooltip tells where it begins.</summary>
    private static async Task<(float X, float Y)> SelectedBar(IPage page)
    {
        // The arrow keys put the tooltip at the bar; up and down again ends on the same one.
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        var tip = (await page.Locator(".of-tl-tip").BoundingBoxAsync())!;
        var canvas = (await page.Locator("of-timeline canvas").BoundingBoxAsync())!;
        return (Math.Max(tip.X - 2, canvas.X + 190), tip.Y - 28);
    }

    [GeneratedRegex("/flights/[^/]+$")]
    private static partial Regex FlightAddress();

    [GeneratedRegex("/impact\\?slip=")]
    private static partial Regex SlipAddress();
}
