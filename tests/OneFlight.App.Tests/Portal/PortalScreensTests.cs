using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OneFlight.App.Access;
using OneFlight.App.Tests.Browser;

namespace OneFlight.App.Tests.Portal;

/// <summary>Customers' pages in a real browser: readable by everybody, inside the window of a telephone, with parts that a thumb can hit.
/// With ONEFLIGHT_SHOTS set to a folder the pictures are kept there.</summary>
public sealed class PortalScreensTests(PostgresFixture postgres, SampleHost host, Chromium chromium)
{
    private const int Thumb = 44;

    public static TheoryData<Role, int, ColorScheme> Windows
    {
        get
        {
            var windows = new TheoryData<Role, int, ColorScheme>();
            foreach (var role in Policies.Customers.Append(Role.Partner))
            {
                windows.Add(role, 390, ColorScheme.Dark);
                windows.Add(role, 1440, ColorScheme.Light);
            }
            return windows;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_customers_page_is_accessible_fits_and_can_be_hit_by_a_thumb(Role role, int width, ColorScheme theme)
    {
        var page = await chromium.Page(await host.Address(postgres), width, 900, theme);
        List<string> faults = [];
        page.Console += (_, message) => { if (message.Type == "error") faults.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        await page.GotoAsync("/sign-in");
        await page.Locator($"form:has(input[name=role][value={role}]):has(input[name=back]) button:not([name])").Last.ClickAsync();
        if (new Uri(page.Url).AbsolutePath == "/portal" && await page.Locator("a.mission-link").CountAsync() > 0)
            await page.Locator("a.mission-link:has-text('CYGNET-04')").ClickAsync();
        Assert.StartsWith(role == Role.Partner ? "/partner" : "/portal/operator-year/CYGNET-04-M", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);

        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1")) faults.Add("scrolls sideways");
        foreach (var small in await page.EvaluateAsync<string[]>($"() => [...document.querySelectorAll('main button, main a, main summary, main input:not([type=hidden]):not([type=checkbox]), main select, main label.box')].filter(e => e.offsetParent && e.getBoundingClientRect().height < {Thumb}).map(e => e.outerHTML)"))
            faults.Add($"smaller than {Thumb} px: {small}");
        if (Environment.GetEnvironmentVariable("ONEFLIGHT_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"portal-{role}-{width}-{theme}.png"), FullPage = true });
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        faults.AddRange(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}, {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
