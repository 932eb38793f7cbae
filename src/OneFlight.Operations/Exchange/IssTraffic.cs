using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>The tables of a traffic record, as bytes by file name, and the reference tables that they lean on.</summary>
/// <param name="Tables">By file name without folder. Needed: <c>missions.csv</c>. Read when there: <c>port_stays.csv</c>, <c>crew.csv</c>,
/// <c>relocations.csv</c>, <c>initial_port_stays.csv</c>, <c>free_flyers.csv</c>, <c>port_requirements.csv</c>. Others are passed over.</param>
/// <param name="Id">Of the campaign, such as <c>station-2019-2023</c>.</param>
/// <param name="AsOf">Null: thirty days before the first launch, so that everything is still ahead.</param>
/// <param name="Rules">The promises that customers are given as samples come from these; with none, there are no promises.</param>
public sealed record IssTrafficInput(
    ImmutableDictionary<string, ReadOnlyMemory<byte>> Tables, ReadOnlyMemory<byte> Vehicles, ReadOnlyMemory<byte> Stations,
    ReadOnlyMemory<byte> TrafficRules, string Id, string Name, Instant? AsOf, ImmutableArray<PromiseRule> Rules);

/// <summary>Makes a campaign of a station's traffic record: every flight with its real times and ports.</summary>
/// <remarks>Wrong data that is well formed (a port held twice, a time reversed) is kept: judging it is the checker's part.
/// Data that cannot be read, or names an unknown vehicle type or port, is refused.</remarks>
public static class IssTraffic
{
    private static readonly Duration AheadOfTheRecord = Duration.FromDays(30);

    public static Result<Campaign> Convert(IssTrafficInput input)
    {
        var problems = new CsvProblems();
        var tables = IssTrafficTables.Read(input, problems);
        if (problems.Any || tables is null) return problems.All;

        var reference = IssTrafficReference.From(tables, problems);
        var crews = IssTrafficCrews.From(tables, problems);
        var records = IssTrafficRecords.From(tables, reference, problems);
        if (problems.Any) return problems.All;
        return Assemble(input, reference, crews, records);
    }

    private static Campaign Assemble(IssTrafficInput input, IssTrafficReference reference, IssTrafficCrews crews, ImmutableArray<IssTrafficRecord> records)
    {
        var ordered = records.OrderBy(r => r.Launch).ThenBy(r => r.Id, StringComparer.Ordinal).ToImmutableArray();
        var launches = ordered.Where(r => r.LaunchKnown).Select(r => r.Launch).ToImmutableArray();
        var asOf = input.AsOf ?? (launches.IsEmpty ? null : launches.Min() - AheadOfTheRecord);
        var units = IssTrafficFlights.Units(ordered);
        var unitOf = units.ToDictionary(u => u.Id);
        var customers = new IssTrafficCustomers(input.Rules, reference, crews, asOf);
        var told = ordered.SelectMany(customers.Of).ToImmutableArray();
        var flights = ordered.Select(r => IssTrafficFlights.Flight(r, crews, unitOf, asOf)).ToImmutableArray();
        return new(
            new(input.Id), input.Name, asOf, Notice, new(reference.Types, units, IssTrafficFlights.Pads(ordered), Held(reference.Stations, flights), []),
            IssTrafficPeople.Book(ordered, crews, reference), IssTrafficTemplates.For(ordered), input.Rules,
            flights,
            [.. told.Select(t => t.Mission)], [.. told.SelectMany(t => t.Promises)], []);
    }

    /// <summary>A port that ends at the instant a module comes to it for good does not end: the module holds it. Said so, the
    /// port stays in use until then when the module slips.</summary>
    private static ImmutableArray<Station> Held(ImmutableArray<Station> stations, ImmutableArray<Flight> flights)
    {
        var taken = flights.SelectMany(f => f.Plan?.Stays ?? []).Where(s => s.To is null).Select(s => (s.Port, (Instant?)s.From)).ToHashSet();
        return [.. stations.Select(s => s with { Ports = [.. s.Ports.Select(p => taken.Contains((p.Id, p.AvailableTo)) ? p with { AvailableTo = null } : p)] })];
    }

    private const string Notice =
        "Real flights, ports and times from public records (General Catalog of Artificial Space Objects, J. McDowell, CC-BY 4.0, and others named in "
        + "data/iss-traffic). Customer missions, their words, promises and the operator's desks are samples; people are shown as roles.";
}
