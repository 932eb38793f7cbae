using System.Collections.Immutable;

namespace OneFlight.Operations.Exchange.Tables;

internal enum CellKind { Text, Number, Flag, List }

/// <summary>One column and the field of the campaign file that it shows.</summary>
/// <param name="Path">Field names from the record inward: <c>wish</c>, <c>launch</c>.</param>
internal sealed record TableColumn(string Name, CellKind Kind, ImmutableArray<string> Path)
{
    public string Field => string.Join('.', Path);
}

/// <summary>A long table of a campaign: one row per record of a list in the campaign file. The first column is the id.</summary>
/// <param name="File">Name of the CSV file.</param>
/// <param name="List">Where the records stand in the campaign file.</param>
internal sealed record TableShape(string File, ImmutableArray<string> List, ImmutableArray<TableColumn> Columns)
{
    /// <summary>Rows of flights, each row a flight, an activity and its times; they stand inside the flights' plans.</summary>
    public const string Activities = "activities.csv";

    public static readonly ImmutableArray<string> ActivityColumns = ["flight", "activity", "start", "end", "status"];

    public static readonly ImmutableArray<TableShape> All =
    [
        Of("flights.csv", "flights",
            "id", "name", "kind", "template", "launch=wish.launch", "earliest=wish.earliest", "latest=wish.latest", "stay=wish.stay",
            "transit_up=wish.transitUp", "transit_down=wish.transitDown", "station=wish.station", "vehicle_types*=wish.vehicleTypes",
            "vehicles*=wish.vehicles", "pads*=wish.pads", "ports*=wish.ports", "plan_launch=plan.launch", "plan_arrival=plan.arrival",
            "plan_departure=plan.departure", "plan_end=plan.end", "plan_vehicle=plan.vehicle", "plan_pad=plan.pad"),
        Of("missions.csv", "missions",
            "id", "name", "kind", "flight", "customer", "participant", "broker", "posture", "steward", "steward_accepted?=stewardAccepted",
            "success", "family", "sample?"),
        Of("promises.csv", "promises",
            "id", "mission", "rule", "words", "kind", "moment", "made_by=madeBy", "made_to=madeTo", "made_at=madeAt", "weight#",
            "window_from=terms.window.from", "window_to=terms.window.to", "by=terms.by", "amount#=terms.amount", "sample?"),
        Of("cargo.csv", "cargo", "id", "name", "flight", "mission", "mass_kg#=massKg", "ready", "needed_by=neededBy", "left_behind?=leftBehind",
            "direction", "hold", "length_mm#=size.lengthMm", "width_mm#=size.widthMm", "height_mm#=size.heightMm", "bag", "hazard_class=hazardClass", "priority",
            "late_load?=lateLoad", "warmest_celsius#=cold.warmestCelsius", "hours_unpowered#=cold.hoursUnpowered", "minutes_above#=cold.minutesAbove",
            "prepared=life.prepared", "lasts=life.lasts", "good_until=life.until", "return_within_hours#=return.withinHours", "return_to=return.to", "supplies"),
        Of("persons.csv", "people.persons", "id", "shown_as=shownAs", "organization", "zone", "alias"),
    ];

    // "name", "name=path.of.field"; after the name * is a list, # a number, ? a flag.
    private static TableShape Of(string file, string list, params ReadOnlySpan<string> columns)
    {
        var made = ImmutableArray.CreateBuilder<TableColumn>();
        foreach (var column in columns)
        {
            var (left, path) = column.IndexOf('=') is > 0 and var at ? (column[..at], column[(at + 1)..]) : (column, null);
            var kind = left[^1] switch { '*' => CellKind.List, '#' => CellKind.Number, '?' => CellKind.Flag, _ => CellKind.Text };
            var name = left.TrimEnd('*', '#', '?');
            made.Add(new(name, kind, [.. (path ?? name).Split('.')]));
        }
        return new(file, [.. list.Split('.')], made.ToImmutable());
    }
}
