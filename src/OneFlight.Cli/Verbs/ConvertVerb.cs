using System.Collections.Immutable;
using OneFlight.Cli.Answers;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Primitives;

namespace OneFlight.Cli.Verbs;

/// <summary>Makes campaigns of other forms, and tables of campaigns.</summary>
internal static class ConvertVerb
{
    private static readonly VerbOption outFile = new("--out", "FILE", "the campaign file to write", Needed: true);

    public static Verb IssTraffic { get; } = new("convert iss-traffic", "DIR", "make a campaign of a station's traffic record",
        [outFile, new("--id", "ID", "of the campaign; the folder's name unless told"), new("--name", "NAME", "of the campaign, for people"), new("--as-of", "INSTANT", "the date that counts as now; thirty days before the first launch unless told")], FromIssTraffic);

    public static Verb Tables { get; } = new("convert tables", "DIR", "merge CSV tables into a campaign: flights, activities, promises, missions, cargo, persons",
        [new("--base", "FILE", "the campaign that they are merged into", Needed: true), outFile], FromTables);

    public static Verb Campaign { get; } = new("convert campaign", "FILE", "write the long tables of a campaign as CSV",
        [new("--out", "DIR", "the folder to write into", Needed: true), new("--spreadsheet", null, "guard cells that a spreadsheet would take for a formula; not to be read back")], ToTables);

    private static Result<Answer> FromIssTraffic(Arguments arguments)
    {
        var folder = arguments.Place!;
        if (!Directory.Exists(folder)) return new Problem("not-found", new(folder), "no such folder", "a folder with missions.csv and its tables");
        var tables = Read(folder, "*.csv");
        var vehicles = Reference(folder, "vehicles.csv");
        var stations = Reference(folder, "stations.csv");
        var traffic = Reference(folder, "traffic-rules.csv");
        var rules = Rules();
        ImmutableArray<Problem> problems = [.. tables.Problems, .. vehicles.Problems, .. stations.Problems, .. traffic.Problems, .. rules.Problems];
        if (!problems.IsEmpty) return problems;

        var id = arguments["--id"] ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var asOf = arguments.Has("--as-of") ? arguments.Instant("--as-of", default) : default;
        if (arguments.Has("--as-of") && !asOf.Succeeded) return asOf.Problems;
        var input = new IssTrafficInput(tables.Value, vehicles.Value, stations.Value, traffic.Value, id, arguments["--name"] ?? id,
            arguments.Has("--as-of") ? asOf.Value : null, rules.Value);
        return OneFlight.Operations.Exchange.IssTraffic.Convert(input).Then(campaign => Written(campaign, arguments["--out"]!));
    }

    // A folder may bring reference tables of its own.
    private static Result<ReadOnlyMemory<byte>> Reference(string folder, string file) =>
        File.Exists(Path.Combine(folder, file)) ? Files.Read(Path.Combine(folder, file)) : DataFolder.Read("reference/" + file);

    private static Result<ImmutableArray<Operations.Promises.PromiseRule>> Rules() => DataFolder.Read("promise-rules.csv")
        .Then(bytes => CsvTable.Read(bytes, "promise-rules.csv")).Then(PromiseRules.Read)
        .Then<ImmutableArray<Operations.Promises.PromiseRule>>(rows => rows.Select(r => r.Rule).ToImmutableArray());

    private static Result<ImmutableDictionary<string, ReadOnlyMemory<byte>>> Read(string folder, string pattern)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var tables = ImmutableDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>();
        foreach (var path in Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal))
        {
            var bytes = Files.Read(path);
            if (bytes.Succeeded) tables[Path.GetFileName(path)] = bytes.Value;
            problems.AddRange(bytes.Problems);
        }
        return problems.Count > 0 ? problems.ToImmutable() : tables.ToImmutable();
    }

    private static Result<Answer> FromTables(Arguments arguments)
    {
        var folder = arguments.Place!;
        if (!Directory.Exists(folder)) return new Problem("not-found", new(folder), "no such folder", "a folder with CSV tables");
        var campaign = Files.Campaign(arguments["--base"]!);
        var tables = Read(folder, "*.csv");
        if (campaign.Problems.AddRange(tables.Problems) is { IsEmpty: false } problems) return problems;
        return CampaignTables.Merge(campaign.Value, tables.Value).Then(merged => Written(merged, arguments["--out"]!));
    }

    private static Result<Answer> ToTables(Arguments arguments) => Files.Campaign(arguments.Place!).Then<Answer>(campaign =>
    {
        var folder = arguments["--out"]!;
        Directory.CreateDirectory(folder);
        var tables = CampaignTables.Write(campaign, arguments.Has("--spreadsheet"));
        foreach (var (name, bytes) in tables.OrderBy(t => t.Key, StringComparer.Ordinal)) Files.Write(Path.Combine(folder, name), bytes);
        var names = tables.Keys.Order(StringComparer.Ordinal).ToArray();
        return Answer.Of(CommandLine.Done, new { answer = "oneflight-tables/1", campaign = campaign.Id.Value, folder, tables = names },
            text => text.WriteLine($"{campaign.Name}: {string.Join(", ", names)} in {folder}"));
    });

    public static Result<Answer> Written(Campaign campaign, string path)
    {
        Files.Write(path, Files.Bytes(campaign));
        var counts = new
        {
            answer = "oneflight-convert/1", campaign = campaign.Id.Value, file = path, flights = campaign.Flights.Length,
            missions = campaign.Missions.Length, promises = campaign.Promises.Length, persons = campaign.People.Persons.Length,
        };
        return Answer.Of(CommandLine.Done, counts, text => text.WriteLine(
            $"{campaign.Name}: {Say.Count(campaign.Flights.Length, "flight")}, {Say.Count(campaign.Missions.Length, "mission")}, {Say.Count(campaign.Promises.Length, "promise")} written to {path}"));
    }
}
