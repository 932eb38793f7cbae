using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OneFlight.App.Tests.People;

/// <summary>Walks pages and sends their forms as a browser without scripts does.</summary>
internal sealed class FormWalk(HttpClient client)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path, Stop);

    public async Task<IDocument> Open(string path) => await Read(await Get(path));

    public static async Task<IDocument> Read(HttpResponseMessage answer) =>
        await BrowsingContext.New().OpenAsync(async r => r.Content(await answer.Content.ReadAsStringAsync(Stop)), Stop);

    public async Task SignIn(string role)
    {
        var page = await Open("/c/small/flights");
        if (page.QuerySelector("form[action='/sign-in']") is null) page = await Open("/nothing");
        (await Send(page, "/sign-in", ("role", role), ("back", "/nothing"))).Dispose();
    }

    /// <summary>Sends the first form of the page whose action ends so, with some fields filled in.</summary>
    public Task<HttpResponseMessage> Send(IDocument page, string action, params (string Name, string Value)[] filled)
    {
        var form = page.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));
        var fields = form.QuerySelectorAll("input[name]:not([type=checkbox]), select[name], textarea[name]").ToDictionary(f => f.GetAttribute("name")!, f => f switch
        {
            IHtmlSelectElement { Options.Length: > 0 } select => select.Options[Math.Max(0, select.SelectedIndex)].Value,
            IHtmlTextAreaElement area => area.Value,
            _ => f.GetAttribute("value") ?? "",
        });
        foreach (var (name, value) in filled) fields[name] = value;
        return client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields), Stop);
    }
}
