using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OneFlight.App.Tests.Browser;

/// <summary>Every screen over the samples, in both themes and sizes: readable by everybody, inside its window, within the security policy.
/// With ONEFLIGHT_SHOTS set to a folder the pictures are kept there to be looked at.</summary>
public sealed partial class EveryScreenTests(PostgresFixture postgres, SampleHost host, Chromium chromium)
{
    private const string Year = "/c/operator-year";

    /// <summary>The flight of the story whose every page has something to show.</summary>
    private const string Met = "CYGNET-05";

    // Both sizes and both themes in two passes; all four when pictures are asked for.
    public static TheoryData<int, int, ColorScheme> Windows => Folder is null
        ? new() { { 1440, 900, ColorScheme.Light }, { 390, 844, ColorScheme.Dark } }
        : new() { { 1440, 900, ColorScheme.Light }, { 1440, 900, ColorScheme.Dark }, { 390, 844, ColorScheme.Light }, { 390, 844, ColorScheme.Dark } };

    private static string? Folder => Environment.GetEnvironmentVariable("ONEFLIGHT_SHOTS") is { Length: > 0 } folder ? folder : null;

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Every_screen_is_accessible_and_fits(int width, int height, ColorScheme theme)
    {
        var page = await chromium.Page(await host.Address(postgres), width, height, theme);
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) faults.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        foreach (var path in await Paths(page))
        {
            await page.GotoAsync(path);
            if (await page.Locator("of-timeline").CountAsync() > 0)
                await page.Locator("of-timeline .of-tl-message[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1")) faults.Add($"{path} scrolls sideways");
            await Keep(page, path, width, theme);
            var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            faults.AddRange(found.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{path}: {v.Id}, {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>Every page by its address; things inside a campaign are those that its lists name first.</summary>
    private static async Task<List<string>> Paths(IPage page)
    {
        await page.GotoAsync($"{Year}/flights?when=coming&kind=PrivateMission");
        var flight = (await page.Locator("main table tbody th a").First.GetAttributeAsync("href"))!;
        var id = flight.Split('/')[^1];
        await page.GotoAsync($"{Year}/missions");
        var mission = await page.Locator($"main a[href^='{Year}/missions/']").First.GetAttributeAsync("href");
        await page.GotoAsync(flight);
        var person = await page.Locator($"main a[href^='{Year}/people/']").First.GetAttributeAsync("href");
        var thing = await page.Locator($"main a[href^='{Year}/things/']").First.GetAttributeAsync("href");
        string?[] all =
        [
            "/", $"{Year}/board", $"{Year}/board?by=pad", $"{Year}/board?by=port", $"{Year}/board?by=flight", $"{Year}/board?from=2027-02-10&to=2027-03-12",
            "/c/station-2019-2023/board", $"{Year}/flights", flight, $"{Year}/impact", $"{Year}/impact?slip={id}%3D%2B9d", $"{Year}/impact?slip=NONE%3D%2B9d",
            $"{Year}/promises", $"{Year}/missions", mission, $"{Year}/tasks", $"{Year}/check", $"{Year}/revisions", $"{Year}/revisions/1", person, thing,
            $"{Year}/qualifications", $"{Year}/training", $"{Year}/hazards", $"{Year}/requirements?flight={Met}", $"{Year}/mishaps", $"{Year}/cargo", $"{Year}/stock",
            $"{Year}/contracts", $"{Year}/accountability", $"{Year}/notices", $"{Year}/requests", $"{Year}/requests/on-board", $"{Year}/performance", $"{Year}/lessons", $"{Year}/library",
            .. new[] { "readiness", "people", "training", "safety", "cargo", "control", "outcome" }.Select(part => $"{Year}/flights/{Met}/{part}"),
            $"{Year}/flights/CYGNET-04/control", $"{Year}/flights/CYGNET-01/outcome", $"{Year}/missions/{Met}-M1", $"{Year}/impact?slip={Met}%3D%2B9d",
            "/search?c=operator-year&q=a", "/nothing", "/sign-in",
        ];
        return [.. all.OfType<string>()];
    }

    private static async Task Keep(IPage page, string path, int width, ColorScheme theme)
    {
        if (Folder is not { } folder) return;
        Directory.CreateDirectory(folder);
        var name = NotForNames().Replace(path.Trim('/').Replace("c/operator-year", "year", StringComparison.Ordinal), "_");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "start" : name)}-{width}-{theme}.png") });
    }

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex NotForNames();
}
