using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Exchange;

/// <summary>Brings the rows of missions, stays, moves and requirements together, flight by flight.</summary>
internal sealed class IssTrafficRecords(IssTrafficTables tables, IssTrafficReference reference, CsvProblems problems)
{
    private readonly Dictionary<string, CsvRow> seen = [];
    private readonly ILookup<string, CsvRow> stays = Rows(tables.PortStays);
    private readonly ILookup<string, CsvRow> moves = Rows(tables.Relocations);
    private readonly ILookup<string, CsvRow> requirements = Rows(tables.Requirements);

    public static ImmutableArray<IssTrafficRecord> From(IssTrafficTables tables, IssTrafficReference reference, CsvProblems problems) =>
        new IssTrafficRecords(tables, reference, problems).All();

    private ImmutableArray<IssTrafficRecord> All()
    {
        var records = ImmutableArray.CreateBuilder<IssTrafficRecord>();
        foreach (var row in tables.Missions.Rows) Keep(Mission(row));
        foreach (var row in tables.FreeFlyers?.Rows ?? []) Keep(FreeFlyer(row));
        foreach (var rows in Rows(tables.InitialStays).Where(r => r.Key.Length > 0)) Keep(Initial([.. rows.OrderBy(r => r["start_utc"], StringComparer.Ordinal)]));
        RefuseStrangers(tables.PortStays, tables.Relocations, tables.Requirements);
        return records.ToImmutable();

        void Keep(IssTrafficRecord? record)
        {
            if (record is not null) records.Add(record);
        }
    }

    private IssTrafficRecord? Mission(CsvRow row)
    {
        var id = Id(row);
        var type = Type(row);
        var launch = Needed(row, "launch_utc");
        var arrival = row.Instant("arrival_utc", problems);
        var departure = row.Instant("departure_utc", problems);
        var unberth = row.Instant("unberth_utc", problems);
        var capture = row.Instant("capture_utc", problems);
        var end = row.Instant("end_utc", problems);
        var port = row["arrival_port"].Length > 0 ? Port(row, "arrival_port") : null;
        var left = row["departure_port"].Length > 0 ? Port(row, "departure_port") : null;
        if (id is null || type is null || launch is null) return null;

        var at = Stays(id, type);
        var moved = Moves(id);
        var told = at.IsEmpty;
        if (told && port is not null && arrival is { } from) at = Told(port.Id, from, unberth ?? departure, moved);
        return new(
            id, Name(row, id), Kind(row, type), type, IssTrafficRecord.UnitOf(row["spacecraft_serial"]), Text(row["launch_pad"]), row["operator"], row["category"],
            launch.Value, true, capture, arrival, unberth, departure, end, row["end_kind"],
            row["interface"], row["arrival_mode"] == "berth", at, moved, Required(id), told ? null : port?.Id, told ? null : left?.Id);
    }

    private IssTrafficRecord? FreeFlyer(CsvRow row)
    {
        var id = Id(row);
        var type = Type(row);
        var launch = Needed(row, "launch_utc");
        var end = row.Instant("end_utc", problems);
        return id is null || type is null || launch is null ? null : new(
            id, Name(row, id), FlightKind.FreeFlyer, type, IssTrafficRecord.UnitOf(row["spacecraft_serial"]), Text(row["launch_pad"]), row["operator"], "free-flyer",
            launch.Value, true, null, null, null, null, end, row["end_kind"], "", false, Stays(id, type), Moves(id), []);
    }

    /// <summary>A vehicle that was there when the record begins. Its liftoff is not in the record, so the flight begins with its docking.</summary>
    private IssTrafficRecord? Initial(List<CsvRow> rows)
    {
        var row = rows[0];
        var id = Id(row);
        var type = Type(row);
        var at = rows.Select(r => Stay(r, type)).OfType<PortStay>().ToImmutableArray();
        var end = rows[^1].Instant("vehicle_end_utc", problems);
        if (id is null || type is null || at.Length < rows.Count) return null;
        return new(
            id, Name(row, id), type.Role == VehicleRole.Crew ? FlightKind.CrewRotation : FlightKind.Cargo, type, null, null, "", "initial",
            at[0].From, false, null, at[0].From, null, at[^1].To, end, row["end_kind"], "", false, at, Moves(id), []);
    }

    /// <summary>Without a row in the table of stays, the mission's own row and its moves tell where it was.</summary>
    private static ImmutableArray<PortStay> Told(PortId arrival, Instant from, Instant? to, ImmutableArray<IssTrafficMove> moves)
    {
        var stays = ImmutableArray.CreateBuilder<PortStay>();
        var stay = new PortStay(arrival, from, to);
        foreach (var move in moves.Where(m => m.To is not null))
        {
            stays.Add(stay with { To = move.Leaves });
            stay = new(move.To!.Value, move.Comes, to);
        }
        stays.Add(stay);
        return stays.ToImmutable();
    }

    private ImmutableArray<PortStay> Stays(string id, VehicleType type)
    {
        var read = stays[id].Select(r => (Seq: r.Number("seq", problems) ?? 0, Stay: Stay(r, type))).ToList();
        return [.. read.Where(r => r.Stay is not null).OrderBy(r => r.Seq).Select(r => r.Stay!)];
    }

    private PortStay? Stay(CsvRow row, VehicleType? type)
    {
        var port = Port(row, "port");
        var from = Needed(row, "start_utc");
        var to = row.Instant("end_utc", problems);
        if (port is null || from is null) return null;
        return new(port.Id, from.Value, to, row["interface"] is { Length: > 0 } other && other != type?.Interface ? other : null);
    }

    private ImmutableArray<IssTrafficMove> Moves(string id)
    {
        var read = moves[id].Select(r => (Leaves: Needed(r, "undock_utc"), Comes: Needed(r, "dock_utc"), To: r["to_port"].Length > 0 ? Port(r, "to_port")?.Id : null)).ToList();
        return [.. read.Where(m => m.Leaves is not null && m.Comes is not null).OrderBy(m => m.Leaves).Select(m => new IssTrafficMove(m.Leaves!.Value, m.Comes!.Value, m.To))];
    }

    private ImmutableArray<PortId> Required(string id)
    {
        var ports = ImmutableArray.CreateBuilder<PortId>();
        foreach (var row in requirements[id])
        {
            foreach (var name in row["ports"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (reference.Port(name) is { } port) ports.Add(port.Id);
                else problems.Add("unknown-reference", row.Where("ports"), CsvProblems.Show(name), "a port of stations.csv");
            }
        }
        return ports.ToImmutable();
    }

    private static ILookup<string, CsvRow> Rows(CsvTable? table) => (table?.Rows ?? []).ToLookup(r => r["mission_id"]);

    private void RefuseStrangers(params CsvTable?[] others)
    {
        foreach (var row in others.SelectMany(t => t?.Rows ?? []).Where(r => !seen.ContainsKey(r["mission_id"])))
            problems.Add("unknown-reference", row.Where("mission_id"), CsvProblems.Show(row["mission_id"]), "a mission of this record");
    }

    private string? Id(CsvRow row)
    {
        var id = row.Text("mission_id", problems);
        if (id.Length == 0) return null;
        if (seen.TryAdd(id, row)) return id;
        problems.Add("duplicate-id", row.Where("mission_id"), CsvProblems.Show(id), $"each mission once; it stands already in {seen[id].Where("mission_id")}");
        return null;
    }

    private VehicleType? Type(CsvRow row)
    {
        var name = row.Text("vehicle_type", problems);
        var type = reference.Type(name);
        if (type is null && name.Length > 0)
            problems.Add("unknown-reference", row.Where("vehicle_type"), CsvProblems.Show(name), $"a vehicle type of vehicles.csv: {string.Join(", ", reference.Types.Select(t => t.Name))}");
        return type;
    }

    private Port? Port(CsvRow row, string column)
    {
        var name = row.Text(column, problems);
        var port = reference.Port(name);
        if (port is null && name.Length > 0)
            problems.Add("unknown-reference", row.Where(column), CsvProblems.Show(name), $"a port of stations.csv: {string.Join(", ", reference.Stations[0].Ports.Select(p => p.Name))}");
        return port;
    }

    private Instant? Needed(CsvRow row, string column) => row.Text(column, problems).Length == 0 ? null : row.Instant(column, problems);

    private static string Name(CsvRow row, string id) => row["name"] is { Length: > 0 } name ? name : id;

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private FlightKind Kind(CsvRow row, VehicleType type)
    {
        switch (row["category"])
        {
            case "crew": return FlightKind.CrewRotation;
            case "crew-private": return FlightKind.PrivateMission;
            case "crew-vehicle-test": return FlightKind.Test;
            case "cargo": return FlightKind.Cargo;
            case "module": return FlightKind.Module;
            default:
                problems.Add("unknown-value", row.Where("category"), CsvProblems.Show(row["category"]), "crew, crew-private, crew-vehicle-test, cargo or module");
                return type.Role == VehicleRole.Crew ? FlightKind.CrewRotation : FlightKind.Cargo;
        }
    }
}
