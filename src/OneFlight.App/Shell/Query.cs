using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;

namespace OneFlight.App.Shell;

/// <summary>The state of a screen as its address carries it; a new value for each change, empty parts left out.</summary>
public sealed record Query(string Path, ImmutableArray<(string Key, string Value)> Parts)
{
    public static Query Of(HttpRequest request) =>
        new(request.Path, [.. request.Query.SelectMany(q => q.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (q.Key, v!)))]);

    /// <summary>Reads what <see cref="ToString"/> wrote; only the parts are taken, never the path.</summary>
    public static Query Parse(string path, string text) => new(path, [.. QueryHelpers.ParseQuery(text.IndexOf('?') is >= 0 and var at ? text[at..] : "")
        .SelectMany(q => q.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (q.Key, v!)))]);

    public string? this[string key] => Parts.Where(p => p.Key == key).Select(p => p.Value).FirstOrDefault();

    /// <summary>The same with one part set, or left out when null; a change of anything but the page goes back to the first page.</summary>
    public Query With(string key, string? value)
    {
        var rest = Parts.Where(p => p.Key != key && (key == "page" || p.Key != "page"));
        return this with { Parts = value is { Length: > 0 } ? [.. rest, (key, value)] : [.. rest] };
    }

    /// <summary>One more part under a key that may stand several times.</summary>
    public Query And(string key, string value) => this with { Parts = Parts.Add((key, value)) };

    public override string ToString() => Parts.IsEmpty
        ? Path
        : Path + "?" + string.Join('&', Parts.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
}
