using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Tests.Exchange;

/// <summary>The traffic record of the repository, as it is or with tables edited as text before they are converted.</summary>
internal sealed record TheRecord(ImmutableDictionary<string, string> Tables)
{
    private static readonly Lazy<TheRecord> Flown = new(() => new(
        Directory.EnumerateFiles(Path.Combine(Data(), "iss-traffic"), "*.csv")
            .ToImmutableDictionary(p => Path.GetFileName(p)!, p => File.ReadAllText(p))));

    /// <summary>As flown, 2019 to 2023.</summary>
    public static TheRecord AsFlown => Flown.Value;

    public TheRecord Without(string file) => new(Tables.Remove(file));

    public TheRecord With(string file, string text) => new(Tables.SetItem(file, text));

    /// <summary>Sets fields in the rows that the filter takes; at least one must be taken.</summary>
    public TheRecord Edit(string file, Func<Dictionary<string, string>, bool> filter, Action<Dictionary<string, string>> edit)
    {
        var (header, rows) = Parse(file);
        var chosen = rows.Where(filter).ToList();
        Assert.NotEmpty(chosen);
        chosen.ForEach(edit);
        return With(file, Write(header, rows));
    }

    /// <summary>Adds a copy of the row with changes.</summary>
    public TheRecord Copy(string file, Func<Dictionary<string, string>, bool> filter, Action<Dictionary<string, string>> edit)
    {
        var (header, rows) = Parse(file);
        var copies = rows.Where(filter).Select(r => new Dictionary<string, string>(r)).ToList();
        Assert.NotEmpty(copies);
        copies.ForEach(edit);
        return With(file, Write(header, [.. rows, .. copies]));
    }

    public List<Dictionary<string, string>> Rows(string file) => Parse(file).Rows;

    public Result<Campaign> Convert(Instant? asOf = null, ImmutableArray<PromiseRule> rules = default) => IssTraffic.Convert(Input(asOf, rules));

    public Campaign Campaign(ImmutableArray<PromiseRule> rules = default) => Convert(null, rules).Value;

    public IssTrafficInput Input(Instant? asOf = null, ImmutableArray<PromiseRule> rules = default) => new(
        Tables.ToImmutableDictionary(t => t.Key, t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t.Value)),
        Reference("vehicles.csv"), Reference("stations.csv"), Reference("traffic-rules.csv"),
        "station-2019-2023", "Station traffic 2019-2023", asOf, rules.IsDefault ? [] : rules);

    public static ReadOnlyMemory<byte> Reference(string file) => File.ReadAllBytes(Path.Combine(Data(), "reference", file));

    private (ImmutableArray<string> Header, List<Dictionary<string, string>> Rows) Parse(string file)
    {
        var table = CsvTable.Read(Tables[file], file).Value;
        return (table.Headers, [.. table.Rows.Select(r => table.Headers.ToDictionary(h => h, h => r[h]))]);
    }

    private static string Write(ImmutableArray<string> header, IEnumerable<Dictionary<string, string>> rows) =>
        string.Join('\n', [string.Join(',', header), .. rows.Select(r => string.Join(',', header.Select(h => Quote(r[h]))))]) + "\n";

    private static string Quote(string text) => text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;

    private static string Data([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../data"));
}
