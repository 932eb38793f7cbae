using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OneFlight.App.Tests.Browser;

/// <summary>The main job as a person does it: a flight slips, who is touched, which answer, who must hear.</summary>
public sealed partial class MainWalkTests(PostgresFixture postgres, SampleHost host, Chromium chromium)
{
    private const string Campaign = "/c/operator-year";

    [Fact]
    public async Task A_flight_slips_the_answer_is_kept_and_the_first_to_hear_is_ticked_off()
    {
        var page = await chromium.Page(await host.Address(postgres));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Operator year 2027" }).First.ClickAsync();
        await page.Locator(".of-tl-slip option:nth-child(12)").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // The board: open a flight that has not lifted off, from its table.
        var flight = (await page.Locator(".of-tl-slip option").Nth(12).GetAttributeAsync("value"))!;
        await page.Locator("of-timeline summary").ClickAsync();
        await page.Locator($"of-timeline tr[data-flight='{flight}'] a").ClickAsync();
        await page.WaitForURLAsync($"**/flights/{flight}");

        // The flight: try nine days.
        await page.Locator("input[name='f-days']").FillAsync("9");
        await page.Locator("form:has(input[name='f-days']) button").ClickAsync();
        await page.WaitForURLAsync(Room());
        Assert.Contains("9 d", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        // The impact room: at least three answers; keep the first.
        Assert.True(await page.Locator("table.answers tbody tr").CountAsync() >= 3);
        await page.Locator("#commit input[name='why']").FillAsync("Heat-shield inspection takes longer");
        await page.Locator("#commit button").ClickAsync();
        await page.WaitForURLAsync(KeptRevision());
        Assert.Contains("Heat-shield inspection takes longer", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        // The hear-list: the first of the first wave has heard by telephone.
        await page.Locator("a", new() { HasText = "Who must hear:" }).ClickAsync();
        var open = await page.Locator("details.tick").CountAsync();
        Assert.True(open > 0);
        var colleague = await chromium.Page(await host.Address(postgres));
        await colleague.GotoAsync($"{Campaign}/tasks");
        var line = page.Locator("details.tick").First;
        await line.Locator("summary").ClickAsync();
        await line.Locator("button").ClickAsync();
        await page.WaitForURLAsync("**/tasks**");
        Assert.Equal(open - 1, await page.Locator("details.tick").CountAsync());
        await Assertions.Expect(colleague.Locator("details.tick")).ToHaveCountAsync(open - 1);

        // The board again, beside what was before.
        await page.GotoAsync($"{Campaign}/board?before=1");
        await page.Locator("of-timeline .of-tl-message[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        using var json = System.Text.Json.JsonDocument.Parse(await (await page.APIRequest.GetAsync($"{Campaign}/board.json?by=vehicle&before=1")).TextAsync());
        Assert.Contains(json.RootElement.GetProperty("ghosts").EnumerateArray(), ghost => ghost.GetProperty("flight").GetString() == flight);
    }

    [Fact]
    public async Task Keyboard_alone_leads_from_the_palette_to_the_impact_room()
    {
        var page = await chromium.Page(await host.Address(postgres));
        await page.GotoAsync($"{Campaign}/flights");
        await page.Keyboard.PressAsync("Control+k");
        var input = page.GetByRole(AriaRole.Combobox, new() { Name = "Find" });
        await Assertions.Expect(input).ToBeFocusedAsync();

        // The name of a flight, then the action on it.
        var flight = await page.Locator("main table tbody th a").Nth(40).InnerTextAsync();
        await page.Keyboard.TypeAsync(flight);
        await Assertions.Expect(page.Locator(".of-palette [role=option][aria-selected=true]")).ToContainTextAsync(flight);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.of-palette")).Not.ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync($"slip {flight} 9");
        await Assertions.Expect(page.Locator(".of-palette [role=option]").First).ToContainTextAsync("9");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(Room());
    }

    [Fact]
    public async Task Enter_at_once_means_what_was_typed_also_while_the_answer_is_on_its_way()
    {
        var page = await chromium.Page(await host.Address(postgres));
        await page.GotoAsync($"{Campaign}/flights");
        var flight = await page.Locator("main table tbody th a").Nth(40).InnerTextAsync();
        await page.RouteAsync("**/search?**", async route =>
        {
            if (route.Request.Url.Contains("slip", StringComparison.Ordinal)) await Task.Delay(600);
            await route.ContinueAsync();
        });
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator(".of-palette [role=option]").First.WaitForAsync();
        await page.Keyboard.TypeAsync($"slip {flight} 9");
        // The pause after typing is over and the question is asked, but not yet answered.
        await page.WaitForTimeoutAsync(300);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(Room());
    }

    [Fact]
    public async Task Arrows_move_in_a_table_and_space_peeks_at_a_promise()
    {
        var page = await chromium.Page(await host.Address(postgres));
        await page.GotoAsync($"{Campaign}/promises");
        var row = page.Locator("tbody tr[data-peek]");
        await row.First.Locator("a").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(row.Nth(1).Locator("a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(" ");
        await Assertions.Expect(page.Locator("dialog.of-peek")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(row.Nth(1).Locator("a").First).ToBeFocusedAsync();
    }

    [GeneratedRegex("/impact\\?.*slip=")]
    private static partial Regex Room();

    [GeneratedRegex("/revisions/[0-9]+$")]
    private static partial Regex KeptRevision();
}
