using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>Vehicle types, the station with its ports, and its traffic rules, from the reference tables.</summary>
internal sealed partial class IssTrafficReference
{
    /// <summary>The station whose record this is.</summary>
    public const string Station = "ISS";

    /// <summary>Who grants ports and traffic slots there.</summary>
    public const string StationProgram = "station-program";

    public required ImmutableArray<VehicleType> Types { get; init; }
    public required ImmutableArray<Station> Stations { get; init; }

    /// <summary>Who flies a type, for vehicles whose own row does not say.</summary>
    public required ImmutableDictionary<VehicleTypeId, string> Operators { get; init; }

    public VehicleType? Type(string name) => Types.FirstOrDefault(t => t.Id.Value == name);
    public Port? Port(string name) => Stations[0].Ports.FirstOrDefault(p => p.Id.Value == name);

    public static IssTrafficReference From(IssTrafficTables tables, CsvProblems problems)
    {
        var types = tables.Vehicles.Rows.Select(r => ReadType(r, problems)).ToImmutableArray();
        var known = types.Select(t => t.Id.Value).ToHashSet();
        var rows = tables.Stations.Rows.Where(r => r["station"] == Station).ToList();
        var ports = rows.Where(r => r["kind"] == "port").Select(r => ReadPort(r, known, problems)).ToImmutableArray();
        var whole = rows.FirstOrDefault(r => r["kind"] == "station");
        if (whole is null) problems.Add("unknown-reference", new("stations.csv"), "no row for the station itself", $"a row with station {Station} and kind station");
        var station = new Station(
            new(Station), "International Space Station", whole?.Whole("crew_capacity_nominal", problems), whole?.Whole("crew_capacity_peak", problems),
            ReadRules(tables.TrafficRules, problems), ports, StationProgram);
        var operators = tables.Vehicles.Rows.DistinctBy(r => r["vehicle_type"]).ToImmutableDictionary(r => new VehicleTypeId(r["vehicle_type"]), r => r["operator"]);
        return new() { Types = types, Stations = [station], Operators = operators };
    }

    private static VehicleType ReadType(CsvRow row, CsvProblems problems)
    {
        var name = row.Text("vehicle_type", problems);
        Duration? Days(string column) => row.Number(column, problems) is { } days ? Duration.FromDays(days) : null;
        Mass? Kilograms(string column) => row.Number(column, problems) is { } kilograms && kilograms >= 0 ? Mass.FromKilograms(kilograms) : null;
        var interfaces = Interfaces(row["interface"]);
        return new(
            new(name), name, Role(row, problems), interfaces.Length == 0 ? null : interfaces, IsReusable(row, problems),
            row.Whole("crew_min", problems), row.Whole("crew_nominal", problems), row.Whole("crew_max", problems),
            Kilograms("up_total_kg"), Kilograms("down_pressurised_kg"),
            Days("free_flight_endurance_days"), Days("docked_endurance_days"), Days("min_turnaround_days_2019_2023"),
            row["confidence"] is { Length: > 0 } confidence ? confidence : null, row["source"] is { Length: > 0 } source ? source : null);
    }

    private static VehicleRole Role(CsvRow row, CsvProblems problems)
    {
        switch (row["role"])
        {
            case "crew": return VehicleRole.Crew;
            case "cargo": return VehicleRole.Cargo;
            case "module": return VehicleRole.Module;
            default:
                problems.Add("unknown-value", row.Where("role"), CsvProblems.Show(row["role"]), "crew, cargo or module");
                return VehicleRole.Cargo;
        }
    }

    /// <summary>A unit flies again when one of its kind has, or when it was designed to.</summary>
    private static bool IsReusable(CsvRow row, CsvProblems problems) =>
        row.Whole("max_flights_of_one_vehicle_by_2023", problems) > 1
        || row.Number("min_turnaround_days_2019_2023", problems) is not null
        || DesignedForFlights().IsMatch(row["notes"]);

    private static Port ReadPort(CsvRow row, HashSet<string> types, CsvProblems problems)
    {
        var compatible = row["compatible_vehicle_types"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var type in compatible.Where(t => !types.Contains(t)))
            problems.Add("unknown-reference", row.Where("compatible_vehicle_types"), CsvProblems.Show(type), "a vehicle type of vehicles.csv");
        return new(
            new(row.Text("element", problems)), row["element"], Interfaces(row["interface"]), [.. compatible.Select(t => new VehicleTypeId(t))],
            row.Instant("available_from_utc", problems), row.Instant("available_to_utc", problems), []);
    }

    private static TrafficRules ReadRules(CsvTable table, CsvProblems problems)
    {
        Duration Rule(string beginning, string unit)
        {
            var row = table.Rows.FirstOrDefault(r => r["rule"].StartsWith(beginning, StringComparison.Ordinal) && r["unit"] == unit);
            if (row?.Number("value", problems) is { } value && value >= 0)
                return unit switch { "h" => Duration.FromHours(value), "min" => Duration.FromMinutes(value), _ => Duration.FromDays(value) };
            problems.Add("missing-value", new(table.File, row?.Line, beginning), "no such rule with a number", $"a row with a value in {unit}");
            return Duration.Zero;
        }
        return new(
            Rule("minimum interval between two arrival/departure events", "h"), Rule("minimum interval between undocking and the next docking", "h"),
            Rule("crew handover overlap", "days"), Rule("relocation free flight, Dragon", "min"));
    }

    /// <summary>The interface names in a description: "IDSS (IDA-2 on PMA-2)" gives IDSS, "SSVP adapter, then SSVP-M" gives both.</summary>
    private static string Interfaces(string text) =>
        string.Join(',', InterfaceName().Matches(InParentheses().Replace(text, " ")).Select(m => m.Value).Distinct());

    [GeneratedRegex(@"designed for \d+ flights")] private static partial Regex DesignedForFlights();
    [GeneratedRegex(@"\([^)]*\)")] private static partial Regex InParentheses();
    [GeneratedRegex(@"(?<![\w-])[A-Z]{3,}(-[A-Z])?(?![\w-])")] private static partial Regex InterfaceName();
}
