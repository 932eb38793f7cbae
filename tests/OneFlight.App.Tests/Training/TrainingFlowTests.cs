using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using OneFlight.App.Tests.Screens;

namespace OneFlight.App.Tests.Training;

/// <summary>Training over HTTP with plain forms, over a real database.</summary>
public sealed class TrainingFlowTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SmallHost host = new(postgres);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private const string Session = "/c/small/training/sessions/HALCYON-07/M-1.1", OfFlight = "/c/small/flights/HALCYON-07/training";

    private static async Task<IDocument> Read(HttpResponseMessage answer) =>
        await BrowsingContext.New().OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync(Stop)), Stop);

    private static async Task<IDocument> Open(HttpClient client, string path) => await Read((await client.GetAsync(path, Stop)).EnsureSuccessStatusCode());

    private static Task<HttpResponseMessage> Send(HttpClient client, IElement form, params (string Name, string Value)[] filled)
    {
        var fields = form.QuerySelectorAll("input[name], select[name]")
            .ToDictionary(f => f.GetAttribute("name")!, f => f is IHtmlSelectElement select ? select.Options[Math.Max(0, select.SelectedIndex)].Value : f.GetAttribute("value") ?? "");
        foreach (var (name, value) in filled) fields[name] = value;
        return client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields), Stop);
    }

    private static IElement Form(IDocument page, string action) => page.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));

    private async Task<HttpClient> TrainingLead(bool assigned = true)
    {
        await host.Record("training", c => SmallTraining.With(c, assigned));
        var client = host.CreateClient();
        (await Send(client, Form(await Open(client, "/c/small/flights"), "/sign-in"), ("role", "Training"))).EnsureSuccessStatusCode();
        return client;
    }

    [Fact]
    public async Task A_session_passed_earns_a_certificate_and_turns_the_module_green()
    {
        var client = await TrainingLead();
        var page = await Open(client, Session);
        Assert.Equal(2, page.QuerySelectorAll("form[action$='/attendance']").Length);
        foreach (var _ in new[] { 1, 2 })
            page = await Read((await Send(client, Form(page, "/attendance"), ("grade", "0.9"), ("evidence", "sheet 7"))).EnsureSuccessStatusCode());
        Assert.Empty(page.QuerySelectorAll("form[action$='/attendance']"));
        Assert.Contains("passed, grade 0.9", page.Body!.TextContent, StringComparison.Ordinal);

        var module = await Open(client, $"{OfFlight}?module=M-1");
        Assert.Contains("good through", module.QuerySelector("#module")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(module.QuerySelectorAll("#module .st.kept"));
    }

    [Fact]
    public async Task A_grade_that_cannot_be_is_refused_with_what_was_typed_and_nothing_is_kept()
    {
        var client = await TrainingLead();
        var answer = await Send(client, Form(await Open(client, Session), "/attendance"), ("grade", "1.5"), ("evidence", "sheet 7"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Read(answer);
        Assert.Contains("a grade from 0 to 1", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("input[name=grade]"), i => i.GetAttribute("value") == "1.5");
        Assert.Equal(2, (await Open(client, Session)).QuerySelectorAll("form[action$='/attendance']").Length);
    }

    [Fact]
    public async Task Someone_who_does_not_sit_there_is_refused()
    {
        var client = await TrainingLead();
        var answer = await Send(client, Form(await Open(client, Session), "/attendance"), ("person", "P-9"), ("evidence", "sheet 7"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_curriculum_is_assigned_and_the_planner_places_its_sessions()
    {
        var client = await TrainingLead(assigned: false);
        var page = await Read((await Send(client, Form(await Open(client, OfFlight), "/assign"), ("seat-1", ""), ("seat-2", ""), ("seat-3", "-"))).EnsureSuccessStatusCode());
        Assert.Equal(2, page.QuerySelectorAll("#grid ~ * tbody tr, [aria-labelledby=grid] tbody tr").Length);
        Assert.DoesNotContain("no time yet", (await Open(client, "/c/small/training?show=all")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_role_of_a_seat_is_refused_and_nobody_is_assigned()
    {
        var client = await TrainingLead(assigned: false);
        var answer = await Send(client, Form(await Open(client, OfFlight), "/assign"), ("seat-1", "COOK"));
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Empty((await Open(client, OfFlight)).QuerySelectorAll("[aria-labelledby=grid]"));
    }

    [Fact]
    public async Task A_session_failed_is_booked_again()
    {
        var client = await TrainingLead();
        var page = await Read((await Send(client, Form(await Open(client, Session), "/attendance"), ("result", "failed"), ("evidence", "sheet 7"))).EnsureSuccessStatusCode());
        var again = await Read((await Send(client, Form(page, "/again"))).EnsureSuccessStatusCode());
        Assert.Contains("again", again.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("no time yet", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planner_reads_sessions_and_may_not_record_them()
    {
        await host.Record("training", c => SmallTraining.With(c, true));
        var client = host.CreateClient();
        var page = await Open(client, Session);
        Assert.Empty(page.QuerySelectorAll("form[action$='/attendance']"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await client.PostAsync($"{Session}/attendance", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("person", "P-1"), new("result", "passed"), new("grade", ""), new("evidence", "x")]), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_session_flight_or_table_is_not_found()
    {
        var client = await TrainingLead();
        foreach (var path in new[] { "/c/small/training/sessions/HALCYON-07/M-9.1", "/c/small/flights/NONE/training", "/c/small/library/none" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, Stop)).StatusCode);
    }

    [Fact]
    public async Task The_library_shows_the_confidence_of_every_row()
    {
        var client = await TrainingLead();
        Assert.Contains("2 medium", (await Open(client, "/c/small/library")).Body!.TextContent, StringComparison.Ordinal);
        var rows = (await Open(client, "/c/small/library/curricula")).QuerySelectorAll("tbody tr td:nth-child(4)");
        Assert.Equal(["medium", "medium"], rows.Select(r => r.TextContent.Trim()));
    }

    [Fact]
    public async Task The_calendar_of_an_instructor_opens_by_its_link_alone()
    {
        var client = await TrainingLead();
        var link = (await Open(client, "/c/small/training")).QuerySelectorAll("a").Single(a => a.TextContent == "calendar").GetAttribute("href")!;
        var calendar = await (await host.CreateClient().GetAsync(link, Stop)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(Stop);
        Assert.Contains("UID:session:HALCYON-07/M-1.1@oneflight", calendar, StringComparison.Ordinal);
    }
}
