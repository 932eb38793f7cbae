using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace OneFlight.Benchmarks;

/// <summary>How long each page of a running instance on this machine takes, from the request to the last byte.</summary>
/// <remarks>Reads only, one request after another. An address is asked once before it is measured, save the first answers of drafts.</remarks>
internal static partial class Pages
{
    private const string Campaign = "/c/operator-year";
    private const int MostAddresses = 20, Visits = 40, Drafts = 40;

    public static async Task<int> Run(string[] args)
    {
        var port = args is ["--port", var number] ? number : Environment.GetEnvironmentVariable("ONEFLIGHT_PORT") is { Length: > 0 } set ? set : "5080";
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = new($"http://127.0.0.1:{port}"),
            DefaultRequestHeaders = { { "Accept-Encoding", "gzip, br" } },
        };
        var flights = await Linked(client, $"{Campaign}/flights", $"{Campaign}/flights/");
        if (flights.Length == 0) return Nothing(port);

        var missions = await Linked(client, $"{Campaign}/missions", $"{Campaign}/missions/");
        Console.WriteLine($"pages of operator-year at port {port}; baseline (sorting two million longs) {Figures.Text(Baseline.Milliseconds())} ms");
        Figures.Print("page", "n", "p50 ms", "p95 ms", "max ms");
        var rows = new List<string> { "page,n,p50_ms,p95_ms,max_ms" };

        await Visit("campaigns", ["/"]);
        await Visit("board", [$"{Campaign}/board"]);
        await Visit("board.json", [$"{Campaign}/board.json?by=vehicle", $"{Campaign}/board.json?by=pad", $"{Campaign}/board.json?by=port"]);
        await Visit("flights", [$"{Campaign}/flights"]);
        await Visit("flight", flights);
        await Visit("missions", [$"{Campaign}/missions"]);
        await Visit("mission", missions);
        await Visit("promises", [$"{Campaign}/promises"]);
        await Visit("person", await Linked(client, flights[^1], $"{Campaign}/people/"));
        await Visit("thing", await Linked(client, flights[^1], $"{Campaign}/things/"));
        await Visit("tasks", [$"{Campaign}/tasks"]);
        await Visit("revisions", [$"{Campaign}/revisions"]);
        await Visit("check", [$"{Campaign}/check"]);
        await Visit("search", ["/search?c=operator-year&q=orchid", "/search?c=operator-year&q=halcyon", "/search?c=operator-year&q=an"]);
        await Visit("try a change", [$"{Campaign}/impact"]);

        // Days that nobody asked for yet, so that each first answer is worked out anew however often this runs.
        var days = 1 + DateTime.UtcNow.Ticks / TimeSpan.TicksPerSecond % 90 / 10.0;
        var drafts = (await Linked(client, $"{Campaign}/flights", $"{Campaign}/flights/", int.MaxValue)).Reverse().Take(Drafts)
            .Select(f => FormattableString.Invariant($"{Campaign}/impact?slip={f[(f.LastIndexOf('/') + 1)..]}=%2B{days:0.0}d")).ToArray();
        await Measure("draft, first", drafts);
        await Measure("draft, again", drafts);
        Figures.Keep("pages", rows);
        return 0;

        async Task Visit(string page, string[] addresses)
        {
            if (addresses.Length == 0) return;
            foreach (var address in addresses) await Ask(client, address);
            await Measure(page, Enumerable.Range(0, Visits).Select(i => addresses[i % addresses.Length]));
        }

        async Task Measure(string page, IEnumerable<string> addresses)
        {
            var times = new List<double>();
            foreach (var address in addresses) times.Add(await Ask(client, address));
            string[] figures = [$"{times.Count}", .. new[] { Figures.Percentile(times, 0.5), Figures.Percentile(times, 0.95), times.Max() }.Select(t => Figures.Text(t))];
            Figures.Print([page, .. figures]);
            rows.Add(string.Join(',', [page.Replace(',', ':'), .. figures]));
        }
    }

    /// <summary>Milliseconds until the whole answer is read.</summary>
    private static async Task<double> Ask(HttpClient client, string address)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(address);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>Addresses below a path that a page links to.</summary>
    private static async Task<string[]> Linked(HttpClient client, string page, string below, int most = MostAddresses)
    {
        try
        {
            var html = await client.GetStringAsync(page);
            return [.. Address().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(a => a.StartsWith(below, StringComparison.Ordinal)).Distinct().Take(most)];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private static int Nothing(string port)
    {
        Console.Error.WriteLine($"No OneFlight with the operator year answers at port {port}; './oneflight up' starts one.");
        return 1;
    }

    [GeneratedRegex("href=\"([^\"?#]+)\"")]
    private static partial Regex Address();
}
