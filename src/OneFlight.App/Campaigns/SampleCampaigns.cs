using System.Collections.Immutable;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Samples;

namespace OneFlight.App.Campaigns;

/// <summary>The two campaigns that a first start brings: five years of real station traffic, and a fictional operator's year.</summary>
public static class SampleCampaigns
{
    private const int Seed = 1, Flights = 110;

    /// <summary>Makes them one by one, so that progress can be told between.</summary>
    /// <param name="folder">The folder <c>data</c> of the repository.</param>
    public static IEnumerable<Campaign> Make(string folder)
    {
        yield return Record(folder);
        yield return OperatorYearPlanned(folder);
    }

    private static Campaign Record(string folder)
    {
        var tables = Directory.GetFiles(Path.Combine(folder, "iss-traffic"), "*.csv")
            .ToImmutableDictionary(path => Path.GetFileName(path), path => (ReadOnlyMemory<byte>)File.ReadAllBytes(path));
        ImmutableArray<PromiseRule> rules = [.. Reference(folder).Rules.Select(r => r.Rule)];
        return IssTraffic.Convert(new(tables, Bytes(folder, "reference/vehicles.csv"), Bytes(folder, "reference/stations.csv"),
            Bytes(folder, "reference/traffic-rules.csv"), "station-2019-2023", "ISS traffic 2019 to 2023", AsOf: null, rules)).Value;
    }

    private static Campaign OperatorYearPlanned(string folder) =>
        Story.Planned(Seed, Flights, new(Reference(folder), Story.Files.ToImmutableDictionary(f => f, f => (ReadOnlyMemory<byte>)Bytes(folder, f))));

    private static SampleReference Reference(string folder) => SampleReference.Read(
        Bytes(folder, "mission-templates.csv"), Bytes(folder, "promise-rules.csv"), Bytes(folder, "expectations-catalogue.csv")).Value;

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(folder, file));
}
