using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneFlight.App.Access;
using OneFlight.App.Shell;
using OneFlight.App.Tests.People;
using OneFlight.App.Tests.Screens;

namespace OneFlight.App.Tests.Medical;

/// <summary>What the surgeon writes is nowhere but on the surgeon's pages: not on a page, in an export, a log or an error of anyone else.</summary>
public sealed class MedicalPrivacyTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Secret = "rubellite-murmur-4711";

    private readonly SmallHost small = new(postgres);
    private readonly Lines log = new();
    private WebApplicationFactory<FrameView> host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await small.InitializeAsync();
        await small.Record("rules", PeopleScreensTests.Ruled);
        host = small.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log)
            .PostConfigure<LoggerFilterOptions>(options => { options.Rules.Clear(); options.MinLevel = LogLevel.Trace; })));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await small.DisposeAsync();
    }

    private async Task<FormWalk> Surgeon()
    {
        var walk = new FormWalk(host.CreateClient());
        await walk.SignIn("Surgeon");
        return walk;
    }

    private static Task<HttpResponseMessage> Write(FormWalk walk, AngleSharp.Dom.IDocument page, string kind, string text, params (string, string)[] more) =>
        walk.Send(page, "/entry", [("kind", kind), ("text", text), .. more]);

    [Fact]
    public async Task A_finding_is_on_the_surgeon_s_page_and_nowhere_else_for_any_role()
    {
        var walk = await Surgeon();
        var page = await walk.Open("/c/small/surgeon/P-1");
        foreach (var kind in new[] { "finding", "note", "authorization" }) (await Write(walk, page, kind, $"{Secret} {kind}")).EnsureSuccessStatusCode();
        page = await walk.Open("/c/small/surgeon/P-1");
        (await Write(walk, page, "disposition", Secret, ("finding", "f1"), ("outcome", "mitigated"))).EnsureSuccessStatusCode();
        // Refused writings answer with the surgeon's own page and must not reach a log either.
        Assert.Equal(HttpStatusCode.NotFound, (await Write(walk, page, "waiver", Secret, ("finding", "f77"))).StatusCode);
        (await walk.Send(page, "/clearance", ("fitness", "FitWithLimits"), ("until", "2027-06-30"), ("limits", "no spacewalk"))).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.BadRequest, (await walk.Send(page, "/clearance", ("fitness", "FitWithLimits"), ("until", "2027-06-30"), ("limits", Secret))).StatusCode);
        Assert.Contains(Secret, (await walk.Open("/c/small/surgeon/P-1")).Body!.TextContent, StringComparison.Ordinal);

        var paths = Paths().ToList();
        Assert.True(paths.Count > 20);
        foreach (var role in Enum.GetValues<Role>())
        {
            await walk.SignIn(role.ToString());
            foreach (var path in paths.Where(p => role != Role.Surgeon || !p.Contains("/surgeon", StringComparison.Ordinal)))
            {
                var answer = await walk.Get(path);
                var text = await answer.Content.ReadAsStringAsync(Stop);
                Assert.False(text.Contains("rubellite", StringComparison.OrdinalIgnoreCase), $"{role} reads a finding on {path}");
                if (path.Contains("/surgeon", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }
        Assert.NotEmpty(log.Kept);
        Assert.DoesNotContain(log.Kept, l => l.Contains("rubellite", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Everyone_sees_the_clearance_with_its_limits_and_the_row_of_the_seat_turns()
    {
        var walk = await Surgeon();
        (await walk.Send(await walk.Open("/c/small/surgeon/P-1"), "/clearance", ("fitness", "FitWithLimits"), ("until", "2027-06-30"), ("limits", "no spacewalk"))).EnsureSuccessStatusCode();
        await walk.SignIn("Executive");
        Assert.Contains("fit with limits: no spacewalk, until 1 Jul 2027 00:00 UTC", (await walk.Open("/c/small/people/P-1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("fit with limits: no spacewalk", (await walk.Open("/c/small/flights/HALCYON-07/people")).QuerySelector("table.matrix")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_authorization_makes_the_clearance_unknown_for_everyone()
    {
        var walk = await Surgeon();
        var page = await walk.Open("/c/small/surgeon/P-2");
        (await walk.Send(page, "/clearance", ("fitness", "Fit"), ("until", "2027-06-30"))).EnsureSuccessStatusCode();
        (await walk.Send(page, "/withdraw", ("text", "by letter"))).EnsureSuccessStatusCode();
        Assert.Contains("not known", (await walk.Open("/c/small/surgeon/P-2")).QuerySelector("[aria-labelledby=clearance] b")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no authorization", (await FormWalk.Read(await walk.Send(page, "/clearance", ("fitness", "Fit"), ("until", "2027-06-30")))).Body!.TextContent, StringComparison.Ordinal);
        await walk.SignIn("Planner");
        Assert.Contains("not known", (await walk.Open("/c/small/things/clearance/HALCYON-07/1")).QuerySelector("h1 + p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_finding_forbids_to_say_fit_and_nothing_is_half_kept()
    {
        var walk = await Surgeon();
        var page = await walk.Open("/c/small/surgeon/P-2");
        (await Write(walk, page, "finding", "to be looked at")).EnsureSuccessStatusCode();
        var refused = await walk.Send(page, "/clearance", ("fitness", "Fit"), ("until", "2027-06-30"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("a disposition of each", (await FormWalk.Read(refused)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no clearance issued", (await walk.Open("/c/small/surgeon/P-2")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reading_is_kept_and_shown_and_the_file_is_kept_by_no_browser()
    {
        var walk = await Surgeon();
        await walk.Get("/c/small/surgeon/P-1");
        await walk.Get("/c/small/surgeon");
        var answer = await walk.Get("/c/small/surgeon/P-1");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var readers = (await FormWalk.Read(answer)).QuerySelectorAll("[aria-labelledby=readers] .row");
        Assert.Equal(3, readers.Length);
        Assert.All(readers, r => Assert.Contains("Flight surgeon", r.TextContent, StringComparison.Ordinal));
        Assert.Contains("open findings", readers[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_shows_what_is_not_known_first()
    {
        var walk = await Surgeon();
        (await walk.Send(await walk.Open("/c/small/surgeon/P-2"), "/clearance", ("fitness", "NotFit"))).EnsureSuccessStatusCode();
        var rows = (await walk.Open("/c/small/surgeon")).QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("not known", rows[0], StringComparison.Ordinal);
        Assert.Contains("not fit", rows[1], StringComparison.Ordinal);
    }

    /// <summary>Every address that answers a reader, with the ids of the small campaign in it.</summary>
    private IEnumerable<string> Paths() => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
        .Where(p => p != "/live" && !p.Contains("**path", StringComparison.Ordinal))
        .SelectMany(p => new[] { "P-1", "P-2" }.Select(person => p
            .Replace("{campaign}", "small", StringComparison.Ordinal).Replace("{person}", person, StringComparison.Ordinal).Replace("{flight}", "HALCYON-07", StringComparison.Ordinal)
            .Replace("{mission}", "M-JUN", StringComparison.Ordinal).Replace("{kind}/{**id}", $"person/{person}", StringComparison.Ordinal).Replace("{number}", "2", StringComparison.Ordinal)))
        .Select(p => System.Text.RegularExpressions.Regex.Replace(p, "\\{[^}]*\\}", "1")).Append("/search?c=small&q=murmur").Distinct();

    /// <summary>Keeps every line that is logged.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Kept { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Dispose() { }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Kept.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
