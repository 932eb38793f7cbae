using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Exchange.Json.Forms;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>Flights with their wishes and seats in the campaign file.</summary>
internal static class FlightRecords
{
    internal static readonly RestFields<Flight> RestOfFlight = new("id", "name", "kind", "template", "wish", "seats", "ownActivities", "plan", "cancelled");

    private static readonly FlightWish noWish = new(default, null, null, null, default, default, null, [], [], [], []);

    /// <summary>Stands in for a flight that could not be read, while the reading goes on to the next problem.</summary>
    public static Flight Nothing { get; } = new(new(""), "", default, null, noWish, [], null);

    public static Flight Read(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a flight in { }");
        var id = fields.OwnId(IdKinds.Flight);
        var name = fields.Text("name");
        var kind = fields.Word<FlightKind>("kind");
        var template = fields.RefOrNone("template", IdKinds.Template);
        reading.FlightTemplates.TryAdd(id, template);
        var own = TemplateRecords.ReadOwn(fields, id, template);
        var seats = new HashSet<int>();
        var flight = new Flight(
            new(id), name, kind, template,
            fields.Object("wish", ReadWish, noWish),
            fields.List("seats", (r, at) => ReadSeat(r, at, seats)), fields.ObjectOrNone("plan", (r, at) => PlanRecords.Read(r, at, TemplateRecords.Known(r, template, own))),
            fields.ObjectOrNone("cancelled", ReadCancellation))
        { OwnActivities = own };
        flight = RestOfFlight.Read(fields, flight);
        fields.Done();
        return flight;
    }

    public static void Write(FieldWriter json, Flight flight)
    {
        json.Begin();
        json.Text("id", flight.Id.Value);
        json.Text("name", flight.Name);
        json.Word("kind", flight.Kind);
        json.Text("template", flight.Template);
        WriteWish(json, flight.Wish);
        json.List("seats", flight.Seats, WriteSeat);
        json.List("ownActivities", flight.OwnActivities, TemplateRecords.WriteActivity);
        if (flight.Plan is { } plan) PlanRecords.Write(json, plan);
        if (flight.Cancelled is { } cancelled)
        {
            json.Begin("cancelled");
            json.Instant("at", cancelled.At);
            json.Text("why", cancelled.Why);
            json.End();
        }
        RestOfFlight.Write(json, flight);
        json.End();
    }

    private static Cancellation ReadCancellation(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a cancellation in { }");
        var cancellation = new Cancellation(fields.Instant("at"), fields.Text("why"));
        fields.Done();
        return cancellation;
    }

    private static FlightWish ReadWish(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a wish in { }");
        var wish = new FlightWish(
            fields.Instant("launch"), fields.InstantOrNone("earliest"), fields.InstantOrNone("latest"), fields.DurationOrNone("stay"),
            fields.Duration("transitUp"), fields.Duration("transitDown"),
            fields.RefOrNone("station", IdKinds.Station) is { } station ? new StationId(station) : null,
            fields.Refs("vehicleTypes", IdKinds.Type, id => new VehicleTypeId(id)), fields.Refs("vehicles", IdKinds.Vehicle, id => new VehicleId(id)),
            fields.Refs("pads", IdKinds.Pad, id => new PadId(id)), fields.Refs("ports", IdKinds.Port, id => new PortId(id)),
            fields.ObjectOrNone("pins", ReadPins));
        fields.InOrder("latest", wish.Earliest, wish.Latest, "earliest");
        fields.Done();
        return wish;
    }

    private static void WriteWish(FieldWriter json, FlightWish wish)
    {
        json.Begin("wish");
        json.Instant("launch", wish.Launch);
        json.Instant("earliest", wish.Earliest);
        json.Instant("latest", wish.Latest);
        json.Duration("stay", wish.Stay);
        json.Duration("transitUp", wish.TransitUp);
        json.Duration("transitDown", wish.TransitDown);
        json.Text("station", wish.Station?.Value);
        json.Texts("vehicleTypes", wish.VehicleTypes, t => t.Value);
        json.Texts("vehicles", wish.Vehicles, v => v.Value);
        json.Texts("pads", wish.Pads, p => p.Value);
        json.Texts("ports", wish.Ports, p => p.Value);
        if (wish.Pins is { } pins)
        {
            json.Begin("pins");
            json.Flag("launch", pins.Launch);
            json.Flag("vehicle", pins.Vehicle);
            json.Flag("pad", pins.Pad);
            json.Flag("ports", pins.Ports);
            json.Text("why", pins.Why);
            json.End();
        }
        json.End();
    }

    private static Pins ReadPins(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "pins in { }");
        var pins = new Pins(fields.Flag("launch"), fields.Flag("vehicle"), fields.Flag("pad"), fields.Flag("ports"), fields.Text("why"));
        fields.Done();
        return pins;
    }

    private static Seat ReadSeat(FileReading reading, int node, HashSet<int> numbers)
    {
        var fields = new FieldReader(reading, node, "a seat in { }");
        var seat = new Seat(
            fields.Count("number"), fields.Text("role"), fields.RefOrNone("person", IdKinds.Person) is { } person ? new PersonId(person) : null,
            fields.Word<Legs>("legs"), fields.RefOrNone("backup", IdKinds.Person) is { } backup ? new PersonId(backup) : null);
        if (!numbers.Add(seat.Number)) reading.Problems.Add("duplicate-id", fields.Place("number"), $"'{seat.Number}'", "a seat number that is used once in its flight");
        fields.Done();
        return seat;
    }

    private static void WriteSeat(FieldWriter json, Seat seat)
    {
        json.Begin();
        json.Count("number", seat.Number);
        json.Text("role", seat.Role);
        json.Text("person", seat.Person?.Value);
        json.Word("legs", seat.Legs);
        json.Text("backup", seat.Backup?.Value);
        json.End();
    }
}
