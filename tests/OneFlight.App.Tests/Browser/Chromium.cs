using Microsoft.Playwright;

namespace OneFlight.App.Tests.Browser;

/// <summary>One headless Chromium for all browser tests, started when the first asks; each test gets a context of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A page of a new window.</summary>
    public async Task<IPage> Page(string address, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Light)
    {
        var context = await (await Browser()).NewContextAsync(new()
        {
            BaseURL = address, ViewportSize = new() { Width = width, Height = height }, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce,
            HasTouch = width < 500, Locale = "en-US", TimezoneId = "UTC",
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    private async Task<IBrowser> Browser()
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("ONEFLIGHT_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
                // A container has no user for a sandbox of its own; the pages are ours.
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
