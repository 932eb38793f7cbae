using System.Net;
using System.Text.RegularExpressions;
using OneFlight.App.Access;
using OneFlight.Operations.Logbook;

namespace OneFlight.App.Tests.Access;

/// <summary>Someone signed in as a role of the story, with a good token for forms; goes where they are sent only when asked.</summary>
internal sealed partial record Caller(Role Role, HttpClient Client, string Token)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public bool May(Compartment compartment) => new Viewer("", "", "", [Role]).MayOpen(compartment);

    /// <param name="key">Who of the role; null: whom one meets first.</param>
    public static async Task<Caller> SignIn(string address, Role role, string? key, CancellationToken stop)
    {
        var client = Nobody(address);
        var token = await TokenOf(client, stop);
        using var signedIn = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("role", role.ToString()), new("as", key ?? ""), new("__RequestVerificationToken", token)]), stop);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        // A token belongs to whoever is signed in.
        return new(role, client, await TokenOf(client, stop));
    }

    /// <summary>A program that is signed in as nobody, such as a calendar.</summary>
    public static HttpClient Nobody(string address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, AutomaticDecompression = DecompressionMethods.All })
    {
        BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(2),
    };

    public async Task<string> Page(string path, CancellationToken stop)
    {
        var (status, body) = await Call("GET", path, stop);
        Assert.True(status == HttpStatusCode.OK, $"{Role} GET {path}: {(int)status}");
        return WebUtility.HtmlDecode(body);
    }

    public async Task<(HttpStatusCode Status, string Body)> Call(string method, string path, CancellationToken stop, params (string Name, string Value)[] fields)
    {
        // Signing in as someone else would change who calls.
        if (path == "/sign-in" && method == "POST") return (HttpStatusCode.OK, "");
        using var request = new HttpRequestMessage(new(method), path);
        if (method != "GET") request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", Token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await Beginning(answer, stop) : await answer.Content.ReadAsStringAsync(stop));
    }

    /// <summary>A stream does not end: what comes in a moment is read.</summary>
    private static async Task<string> Beginning(HttpResponseMessage answer, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(Patience);
        var buffer = new byte[4096];
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(enough.Token);
            return System.Text.Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, enough.Token));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "";
        }
    }

    private static async Task<string> TokenOf(HttpClient client, CancellationToken stop) =>
        FormToken().Match(await client.GetStringAsync("/sign-in", stop)) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("The page has no form.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
