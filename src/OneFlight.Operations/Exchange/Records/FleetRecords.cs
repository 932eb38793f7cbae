using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>The fleet in the campaign file: types, units, pads and resources. Reading and writing stand side by side so that they stay alike.</summary>
internal static class FleetRecords
{
    public static FleetBook Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "the fleet in { }");
        var fleet = new FleetBook(
            fields.List("types", ReadType), fields.List("vehicles", ReadVehicle), fields.List("pads", ReadPad),
            fields.List("stations", StationRecords.Read), fields.List("resources", ReadResource));
        fields.Done();
        return fleet;
    }

    public static void Write(FieldWriter json, FleetBook fleet)
    {
        json.List("types", fleet.Types, WriteType);
        json.List("vehicles", fleet.Vehicles, WriteVehicle);
        json.List("pads", fleet.Pads, WritePad);
        json.List("stations", fleet.Stations, StationRecords.Write);
        json.List("resources", fleet.Resources, WriteResource);
    }

    private static VehicleType ReadType(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a vehicle type in { }");
        var type = new VehicleType(
            new(fields.OwnId(IdKinds.Type)), fields.Text("name"), fields.Word<VehicleRole>("role"), fields.TextOrNone("interface"), fields.Flag("reusable"),
            fields.CountOrNone("crewMinimum"), fields.CountOrNone("crewNominal"), fields.CountOrNone("crewMaximum"),
            fields.MassOrNone("upCapacityKg"), fields.MassOrNone("downCapacityKg"),
            fields.DurationOrNone("freeFlightEndurance"), fields.DurationOrNone("dockedEndurance"), fields.DurationOrNone("turnaround"),
            fields.TextOrNone("confidence"), fields.TextOrNone("source"))
        {
            PressurizedVolumeM3 = fields.NotNegativeOrNone("pressurizedVolumeM3"),
            UnpressurizedVolumeM3 = fields.NotNegativeOrNone("unpressurizedVolumeM3"),
            ColdLockers = fields.CountOrNone("coldLockers"),
        };
        fields.Done();
        return type;
    }

    private static void WriteType(FieldWriter json, VehicleType type)
    {
        json.Begin();
        json.Text("id", type.Id.Value);
        json.Text("name", type.Name);
        json.Word("role", type.Role);
        json.Text("interface", type.Interface);
        json.Flag("reusable", type.Reusable);
        json.Count("crewMinimum", type.CrewMinimum);
        json.Count("crewNominal", type.CrewNominal);
        json.Count("crewMaximum", type.CrewMaximum);
        json.Mass("upCapacityKg", type.UpCapacity);
        json.Mass("downCapacityKg", type.DownCapacity);
        json.Duration("freeFlightEndurance", type.FreeFlightEndurance);
        json.Duration("dockedEndurance", type.DockedEndurance);
        json.Duration("turnaround", type.Turnaround);
        json.Text("confidence", type.Confidence);
        json.Text("source", type.Source);
        json.Number("pressurizedVolumeM3", type.PressurizedVolumeM3);
        json.Number("unpressurizedVolumeM3", type.UnpressurizedVolumeM3);
        json.Count("coldLockers", type.ColdLockers);
        json.End();
    }

    private static Vehicle ReadVehicle(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a vehicle in { }");
        var vehicle = new Vehicle(new(fields.OwnId(IdKinds.Vehicle)), fields.Text("name"), new(fields.Ref("type", IdKinds.Type)), fields.List("outages", ReadOutage));
        fields.Done();
        return vehicle;
    }

    private static void WriteVehicle(FieldWriter json, Vehicle vehicle)
    {
        json.Begin();
        json.Text("id", vehicle.Id.Value);
        json.Text("name", vehicle.Name);
        json.Text("type", vehicle.Type.Value);
        json.List("outages", vehicle.Outages, WriteOutage);
        json.End();
    }

    private static Pad ReadPad(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a pad in { }");
        var pad = new Pad(
            new(fields.OwnId(IdKinds.Pad)), fields.Text("name"), fields.Refs("serves", IdKinds.Type, id => new VehicleTypeId(id)),
            fields.Duration("before"), fields.Duration("after"), fields.List("outages", ReadOutage), fields.RefOrNone("grantedBy", IdKinds.Organization));
        fields.Done();
        return pad;
    }

    private static void WritePad(FieldWriter json, Pad pad)
    {
        json.Begin();
        json.Text("id", pad.Id.Value);
        json.Text("name", pad.Name);
        json.Texts("serves", pad.Serves, t => t.Value);
        json.Duration("before", pad.Before);
        json.Duration("after", pad.After);
        json.List("outages", pad.Outages, WriteOutage);
        json.Text("grantedBy", pad.GrantedBy);
        json.End();
    }

    private static Resource ReadResource(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a resource in { }");
        var resource = new Resource(
            new(fields.OwnId(IdKinds.Resource)), fields.Text("name"), fields.Count("capacity"),
            fields.ObjectOrNone("calendar", ReadCalendar), fields.List("outages", ReadOutage));
        fields.Done();
        return resource;
    }

    private static void WriteResource(FieldWriter json, Resource resource)
    {
        json.Begin();
        json.Text("id", resource.Id.Value);
        json.Text("name", resource.Name);
        json.Count("capacity", resource.Capacity);
        if (resource.Calendar is { } calendar) WriteCalendar(json, calendar);
        json.List("outages", resource.Outages, WriteOutage);
        json.End();
    }

    private static WorkCalendar ReadCalendar(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a calendar in { }");
        var calendar = new WorkCalendar(
            fields.Zone("zone"), fields.List("days", ReadDay),
            fields.Parsed("opens", LocalTimePattern.ExtendedIso, "wrong-time", "a time of day such as 08:00:00"),
            fields.Parsed("closes", LocalTimePattern.ExtendedIso, "wrong-time", "a time of day such as 17:30:00"),
            fields.List("holidays", (r, at) => r.Parsed(at, LocalDatePattern.Iso, "wrong-time", "a date such as 2027-12-25") ?? default));
        fields.Done();
        return calendar;
    }

    private static IsoDayOfWeek ReadDay(FileReading reading, int node)
    {
        if (reading.Word<IsoDayOfWeek>(node) is not { } day) return default;
        if (day == IsoDayOfWeek.None) reading.Problems.Add("unknown-word", node, "'none'", "a day from monday to sunday");
        return day;
    }

    private static void WriteCalendar(FieldWriter json, WorkCalendar calendar)
    {
        json.Begin("calendar");
        json.Text("zone", calendar.Zone);
        json.Texts("days", calendar.Days, Words<IsoDayOfWeek>.Of);
        json.Text("opens", LocalTimePattern.ExtendedIso.Format(calendar.Opens));
        json.Text("closes", LocalTimePattern.ExtendedIso.Format(calendar.Closes));
        json.Texts("holidays", calendar.Holidays, LocalDatePattern.Iso.Format);
        json.End();
    }

    public static Outage ReadOutage(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "an outage in { }");
        var outage = new Outage(fields.Instant("from"), fields.InstantOrNone("to"), fields.Text("why"));
        fields.InOrder("to", outage.From, outage.To, "from");
        fields.Done();
        return outage;
    }

    public static void WriteOutage(FieldWriter json, Outage outage)
    {
        json.Begin();
        json.Instant("from", outage.From);
        json.Instant("to", outage.To);
        json.Text("why", outage.Why);
        json.End();
    }
}
