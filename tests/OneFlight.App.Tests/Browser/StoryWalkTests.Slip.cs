using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OneFlight.App.Tests.Browser;

/// <summary>The slip of nine days, and who hears of it.</summary>
public sealed partial class StoryWalkTests
{
    private const string Why = "Heat-shield inspection takes nine days";

    private static async Task Slip(Walk walk)
    {
        await walk.As("Planner");
        await walk.Open($"{Year}/impact?slip={Id(5)}%3D%2B9d", "9 d");
        Assert.True(await walk.Page.Locator("table.answers tbody tr").CountAsync() >= 3);
        await walk.Post("/impact/commit", Why, ("why", Why));
        var revision = int.Parse(Number().Match(walk.Page.Url).Value, System.Globalization.CultureInfo.InvariantCulture);

        var notice = await Draft(walk, revision);
        await walk.As("Planner");
        await walk.Open(notice, "To ");
        if (await walk.Page.Locator("form[action$='/approve']").CountAsync() > 0) await walk.Post("/approve", "Approved");
        await walk.As("Steward", "s05-steward");
        await walk.Open(notice, "They have heard");
        await walk.Post("/told", "Told by telephone", ("means", "telephone"), ("note", "Called at the agreed hour"));

        await walk.As("Guest", "s05-guest");
        await walk.Open("/portal/operator-year/CYGNET-05-M1", "I have read this");
        await walk.Post("/read", "You read this on");

        await walk.As("Partner");
        await walk.Open("/partner", "We accept");
        var form = walk.Page.Locator("form[action^='/partner/']").First;
        await walk.Post(form, form.Locator("button[value=true]"));
        await walk.Says("accepted");
        await walk.Keep("accepted");
    }

    /// <summary>The steward keeps the draft to the guest, in own words, and makes it critical.</summary>
    private static async Task<string> Draft(Walk walk, int revision)
    {
        await walk.As("Steward", "s05-steward");
        await walk.Open($"{Year}/notices", Why);
        var notice = (await walk.Page.Locator($"a[href*='/notices/{revision}/']", new() { HasText = "Guest Yarrow" }).First.GetAttributeAsync("href"))!;
        await walk.Open(notice, "What we would write");
        await walk.Post("/draft", "What they read");
        await walk.Post("/edit", "someone other than", ("critical", "true"));
        return notice;
    }

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Number();
}
