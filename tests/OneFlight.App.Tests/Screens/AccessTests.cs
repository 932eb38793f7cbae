using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneFlight.App.Access;

namespace OneFlight.App.Tests.Screens;

public sealed class AccessTests(SmallHost host) : IClassFixture<SmallHost>
{
    [Fact]
    public void Every_endpoint_names_a_policy()
    {
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.True(endpoints.Count > 5);
        var nameless = endpoints
            .Where(e => !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is { } policy && (policy == Policies.Anyone || Policies.Table.ContainsKey(policy))))
            .Select(e => e.DisplayName);
        Assert.Empty(nameless);
    }

    [Fact]
    public void Every_policy_names_a_role_and_a_reader_changes_nothing()
    {
        var reader = new Viewer("demonstration", "", "", [Role.Executive]);
        Assert.All(Policies.Table, row => Assert.NotEmpty(row.Value));
        Assert.False(reader.May(Policies.PlanCommit));
        Assert.False(reader.May(Policies.TaskTick));
        Assert.True(reader.May(Policies.CampaignRead));
    }

    [Fact]
    public async Task Someone_who_is_not_on_this_computer_is_not_signed_in()
    {
        var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "elsewhere.example";
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_screen_says_who_is_signed_in_to_what()
    {
        var page = await host.CreateClient().GetStringAsync("/c/small/flights", TestContext.Current.CancellationToken);
        Assert.Contains("signed in as planner", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_allows_no_inline_script_and_no_framing()
    {
        var answer = await host.CreateClient().GetAsync("/", TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_gets_a_page_that_says_what_to_do()
    {
        foreach (var path in new[] { "/nothing", "/c/none/flights", "/c/small/flights/NONE" })
        {
            var answer = await host.CreateClient().GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await host.CreateClient().PostAsync("/theme", new FormUrlEncodedContent([new("theme", "dark")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/theme", "theme=dark")]
    [InlineData("/c/small/impact/commit", "revision=first&draft=none")]
    public async Task A_form_that_cannot_be_read_is_a_quiet_refusal_with_a_page(string path, string form)
    {
        var log = new Errors();
        await using var listened = host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services
            .AddSingleton<ILoggerProvider>(log)
            .PostConfigure<LoggerFilterOptions>(options => { options.Rules.Clear(); options.MinLevel = LogLevel.Warning; })));

        using var body = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await listened.CreateClient().PostAsync(path, body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("We could not read that", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(log.Lines);
    }

    /// <summary>Keeps what is logged as an error.</summary>
    private sealed class Errors : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;
        public void Dispose() { }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Enqueue($"{formatter(state, exception)} {exception?.GetType().Name}");
        }
    }
}
