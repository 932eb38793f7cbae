using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace OneFlight.App.Tests.Access;

/// <summary>One endpoint of the running host with an address to call it at.</summary>
/// <param name="Real">True: the address was found on a page or made of ids of the sample; false: its last parts are made up.</param>
internal sealed record Address(string Method, string Route, string Policy, string Path, bool Real)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Finds an address for every endpoint: of known ids, else as the pages themselves link to it, else made up.</summary>
internal static partial class Addresses
{
    /// <summary>Ids of the story by the name that routes give them.</summary>
    private static readonly ImmutableDictionary<string, string> known = new Dictionary<string, string>
    {
        ["campaign"] = "operator-year", ["flight"] = "CYGNET-04", ["mission"] = "CYGNET-04-M1", ["person"] = "s04-guest", ["number"] = "1",
        ["kind"] = "flight", ["organization"] = "lyra-station-partners", ["station"] = "lyra-station",
    }.ToImmutableDictionary();

    /// <summary>What a page asks for beside its route.</summary>
    private static readonly ImmutableDictionary<string, string> queries = new Dictionary<string, string> { ["/search"] = "?c=operator-year&q=a" }.ToImmutableDictionary();

    /// <summary>Whatever else a route asks for where no page links to it.</summary>
    private const string MadeUp = "1";

    public static async Task<ImmutableArray<Address>> Of(IEnumerable<Endpoint> endpoints, Func<string, string, Task<string?>> read)
    {
        var routes = endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is { } text && !text.StartsWith("{**", StringComparison.Ordinal))
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get]).Select(m => (Method: m, e.RoutePattern,
                Policy: e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Last())))
            .Where(r => r.Method is not ("HEAD" or "OPTIONS")).ToList();

        var found = new Dictionary<(string, string), string>();
        foreach (var route in routes.Where(r => r.RoutePattern.Parameters.All(p => known.ContainsKey(p.Name) || (p.IsCatchAll && r.RoutePattern.Parameters.Any(k => k.Name == "kind")))))
            found[(route.Method, route.RoutePattern.RawText!)] = Fill(route.RoutePattern, "CYGNET-04");
        var searched = new HashSet<string>();
        var news = found.Where(f => f.Key.Item1 == "GET").Select(f => f.Value).ToList();
        // Pages found on pages are read too, as long as they show an endpoint that had no address.
        for (var round = 0; round < 3 && found.Count < routes.Count && news.Count > 0; round++)
        {
            var links = new HashSet<string>(StringComparer.Ordinal);
            foreach (var path in news.Where(searched.Add))
            {
                var policy = routes.First(r => Matches(r.RoutePattern, path)).Policy;
                if (await read(policy, path) is not { } body) continue;
                foreach (Match link in Link().Matches(body)) links.Add(WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0].Split('?')[0]);
            }
            news = [];
            foreach (var route in routes.Where(r => !found.ContainsKey((r.Method, r.RoutePattern.RawText!))))
                if (links.FirstOrDefault(l => Matches(route.RoutePattern, l)) is { } link)
                {
                    found[(route.Method, route.RoutePattern.RawText!)] = link;
                    if (route.Method == "GET") news.Add(link);
                }
        }
        return [.. routes.Select(r => found.TryGetValue((r.Method, r.RoutePattern.RawText!), out var path)
            ? new Address(r.Method, r.RoutePattern.RawText!, r.Policy, path + queries.GetValueOrDefault(r.RoutePattern.RawText!, ""), true) : new Address(r.Method, r.RoutePattern.RawText!, r.Policy, Fill(r.RoutePattern, MadeUp), false))];
    }

    private static string Fill(RoutePattern pattern, string rest) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => known.GetValueOrDefault(parameter.Name, rest),
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));

    private static bool Matches(RoutePattern pattern, string path) =>
        path.StartsWith('/') && new TemplateMatcher(TemplateParser.Parse(pattern.RawText!.TrimStart('/')), []).TryMatch(path, []) && Literals(pattern) == Literals(pattern, path);

    // A link to a page with a fixed last word is no link to a page with any word there.
    private static int Literals(RoutePattern pattern) => pattern.PathSegments.Count(s => s.IsSimple && s.Parts[0].IsLiteral);

    private static int Literals(RoutePattern pattern, string path)
    {
        var parts = path.Trim('/').Split('/');
        return pattern.PathSegments.Where((s, i) => s.IsSimple && s.Parts[0] is RoutePatternLiteralPart literal && i < parts.Length && string.Equals(parts[i], literal.Content, StringComparison.OrdinalIgnoreCase)).Count();
    }

    [GeneratedRegex("(?:href|action|src|hx-get|hx-post)=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
