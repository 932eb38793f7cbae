using Microsoft.Playwright;

namespace OneFlight.App.Tests.Screens;

/// <summary>Every screen in a real browser, in both sizes and themes. With ONEFLIGHT_SHOTS set to a folder, the pictures are kept there to be looked at.</summary>
public sealed class BrowserTests(PostgresFixture postgres)
{
    private static readonly string[] pages = ["/", "/c/small/flights", "/c/small/flights/HALCYON-07", "/c/small/flights/NONE",
        "/c/small/impact", "/c/small/impact?slip=HALCYON-07=%2B9d", "/c/small/impact?slip=HALCYON-07=%2B9d&cancel=NONE"];

    [Fact]
    public async Task Every_screen_fits_its_window_and_keeps_to_the_security_policy()
    {
        await using var host = new SmallHost(postgres);
        await host.InitializeAsync();
        host.UseKestrel(0);
        host.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
        List<string> faults = [];
        foreach (var (width, height, theme) in new[] { (1440, 900, ColorScheme.Light), (1440, 900, ColorScheme.Dark), (390, 844, ColorScheme.Light), (390, 844, ColorScheme.Dark) })
        {
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = theme, BaseURL = host.ClientOptions.BaseAddress.ToString() });
            page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) faults.Add(message.Text); };
            foreach (var path in pages)
            {
                await page.GotoAsync(path);
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1")) faults.Add($"{path} at {width} px scrolls sideways");
                await Keep(page, path, width, theme);
            }
            await page.CloseAsync();
        }
        Assert.Empty(faults);
    }

    private static async Task Keep(IPage page, string path, int width, ColorScheme theme)
    {
        if (Environment.GetEnvironmentVariable("ONEFLIGHT_SHOTS") is not { Length: > 0 } folder) return;
        var name = path.Trim('/').Replace('/', '_').Replace('?', '_').Replace('&', '_').Replace('=', '_');
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "start" : name)}-{width}-{theme}.png") });
    }
}
