using System.Globalization;
using Microsoft.Playwright;

namespace OneFlight.App.Tests.Browser;

/// <summary>One person after the other at the same browser: signs in by the form, opens pages, fills forms and looks at what stands then.</summary>
/// <remarks>With ONEFLIGHT_SHOTS set to a folder every step leaves its pictures there, in both sizes and themes.</remarks>
internal sealed class Walk(IPage page)
{
    public const string Year = "/c/operator-year";

    private static readonly string? Folder = Environment.GetEnvironmentVariable("ONEFLIGHT_SHOTS") is { Length: > 0 } folder ? folder : null;
    private int steps;

    public IPage Page => page;

    /// <summary>Signs in as someone of the story, by the form that a person uses.</summary>
    /// <param name="who">Id of the person or organization; null: there is one only.</param>
    public async Task As(string role, string? who = null)
    {
        await page.GotoAsync("/sign-in");
        var form = page.Locator($"form.sign-in:has(input[name='role'][value='{role}'])");
        if (who is not null) await form.Locator("select[name='as']").SelectOptionAsync(who);
        await Left(() => form.Locator("button").ClickAsync());
    }

    /// <summary>Opens a page that must answer and say this.</summary>
    public async Task Open(string path, string says)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answers {answer.Status}");
        await Says(says);
        await Keep(path.Split('/', '?').Last(s => s.Length > 0));
    }

    /// <summary>The page says this somewhere, also where it is folded away.</summary>
    public async Task Says(string words) =>
        Assert.True((await page.Locator("body").TextContentAsync())!.Contains(words, StringComparison.Ordinal), $"{page.Url} does not say “{words}” but: {await page.Locator("h1").First.InnerTextAsync()}");

    /// <summary>Fills the first form that goes to such an address, sends it, and sees it kept.</summary>
    public async Task Post(string to, string says, params (string Name, string Value)[] fields)
    {
        var form = page.Locator($"form[method=post][action$='{to}']").First;
        Assert.True(await form.CountAsync() > 0, $"{page.Url} has no form to {to}");
        await Post(form, form.Locator("button").First, fields);
        await Says(says);
        await Keep(to.Split('/').Last(s => s.Length > 0));
    }

    /// <summary>Fills this form, presses this button in it, and sees that nothing was refused.</summary>
    public async Task Post(ILocator form, ILocator button, params (string Name, string Value)[] fields)
    {
        // A page renews itself when a revision was kept, and folds its forms: then they are unfolded and filled again.
        for (var tries = 0; ; tries++)
        {
            try
            {
                await form.EvaluateAsync("form => { for (let d = form.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }");
                foreach (var (name, value) in fields) await Fill(form.Locator($"[name='{name}']").First, name, value, form);
                if (await button.IsVisibleAsync() && await form.EvaluateAsync<bool>("form => form.checkValidity()")) break;
            }
            catch (Exception gone) when (gone is TimeoutException or PlaywrightException && tries < 3) { }
            Assert.True(tries < 3, $"{page.Url}: a form will not be filled: {string.Join(", ", fields)}");
        }
        await Left(() => button.ClickAsync());
        var refused = page.Locator("section:has-text('This was not kept')");
        if (await refused.CountAsync() > 0) Assert.Fail($"{page.Url} refused: {await refused.First.InnerTextAsync()}");
        Assert.Equal(0, await page.Locator("h1:has-text('not allowed')").CountAsync());
    }

    private static async Task Fill(ILocator field, string name, string value, ILocator form)
    {
        var kind = await field.EvaluateAsync<string>("f => f.tagName === 'SELECT' ? 'select' : f.type");
        if (kind == "select") await field.SelectOptionAsync(value, new() { Timeout = 2_000 });
        else if (kind is "radio" or "checkbox") await form.Locator($"[name='{name}'][value='{value}']").First.CheckAsync(new() { Timeout = 2_000 });
        else await field.FillAsync(value, new() { Timeout = 2_000 });
    }

    /// <summary>Does what leads to another page, and waits until it stands.</summary>
    public async Task Left(Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.ofBefore = true; }");
        await act();
        await page.WaitForFunctionAsync("() => !window.ofBefore && document.readyState === 'complete'");
    }

    /// <summary>Keeps the pictures of this step, when they are asked for.</summary>
    public async Task Keep(string name)
    {
        steps++;
        if (Folder is null) return;
        Directory.CreateDirectory(Folder);
        foreach (var (width, height) in new[] { (390, 844), (1440, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"story-{steps:00}-{name}-{width}-{theme}.png")) });
            }
        }
    }
}
