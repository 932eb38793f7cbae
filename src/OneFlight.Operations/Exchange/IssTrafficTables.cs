using OneFlight.Primitives;

namespace OneFlight.Operations.Exchange;

/// <summary>The tables of a record after reading; an absent optional table is null.</summary>
internal sealed record IssTrafficTables(
    CsvTable Missions, CsvTable? PortStays, CsvTable? Crew, CsvTable? Relocations, CsvTable? InitialStays, CsvTable? FreeFlyers,
    CsvTable? Requirements, CsvTable Vehicles, CsvTable Stations, CsvTable TrafficRules)
{
    public static IssTrafficTables? Read(IssTrafficInput input, CsvProblems problems)
    {
        CsvTable? Open(ReadOnlyMemory<byte> bytes, string file, params ReadOnlySpan<string> required)
        {
            var table = CsvTable.Read(bytes, file, required);
            problems.Add(table.Problems);
            return table.Succeeded ? table.Value : null;
        }
        CsvTable? Optional(string file, params ReadOnlySpan<string> required) =>
            input.Tables.TryGetValue(file, out var bytes) ? Open(bytes, file, required) : null;

        var missions = Optional("missions.csv", "mission_id", "name", "category", "vehicle_type", "spacecraft_serial", "operator",
            "launch_pad", "launch_utc", "arrival_utc", "arrival_port", "departure_utc", "end_utc");
        if (missions is null && !problems.Any) problems.Add("missing-table", new("missions.csv"), "no such file", "the table of missions");
        var stays = Optional("port_stays.csv", "mission_id", "port", "start_utc", "end_utc");
        var crew = Optional("crew.csv", "mission_id", "leg", "name", "agency");
        var relocations = Optional("relocations.csv", "mission_id", "undock_utc", "dock_utc");
        var initial = Optional("initial_port_stays.csv", "mission_id", "name", "vehicle_type", "port", "start_utc", "end_utc");
        var free = Optional("free_flyers.csv", "mission_id", "name", "vehicle_type", "spacecraft_serial", "launch_pad", "launch_utc", "end_utc");
        var requirements = Optional("port_requirements.csv", "mission_id", "ports");
        var vehicles = Open(input.Vehicles, "vehicles.csv", "vehicle_type", "role", "interface");
        var stations = Open(input.Stations, "stations.csv", "station", "element", "kind", "interface", "compatible_vehicle_types");
        var rules = Open(input.TrafficRules, "traffic-rules.csv", "rule", "value", "unit");
        return missions is null || vehicles is null || stations is null || rules is null
            ? null
            : new(missions, stays, crew, relocations, initial, free, requirements, vehicles, stations, rules);
    }
}
