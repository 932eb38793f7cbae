using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OneFlight.Operations.Exchange.Json;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>A flight's plan in the campaign file. A plan that breaks rules is well-formed here; the checker judges it.</summary>
/// <remarks>An activity is a row <c>[id, start, end]</c> with its status behind when it is not planned: there are thousands.</remarks>
internal static class PlanRecords
{
    private const string RowShape = "[id, start, end] or [id, start, end, status]";

    /// <param name="known">The activities that the flight can have; null: not known, then any.</param>
    public static FlightPlan Read(FileReading reading, int node, HashSet<string>? known)
    {
        var placed = new HashSet<string>();
        var fields = new FieldReader(reading, node, "a plan in { }");
        var plan = new FlightPlan(
            fields.Instant("launch"), fields.InstantOrNone("arrival"), fields.InstantOrNone("departure"), fields.InstantOrNone("end"),
            new(fields.Ref("vehicle", IdKinds.Vehicle)), fields.RefOrNone("pad", IdKinds.Pad) is { } pad ? new PadId(pad) : null,
            fields.List("stays", ReadStay), fields.List("activities", (r, at) => ReadActivity(r, at, known, placed)), fields.List("why", ReadBinding),
            fields.ObjectOrNone("flown", ReadFlown));
        fields.Done();
        return plan;
    }

    public static void Write(FieldWriter json, FlightPlan plan)
    {
        json.Begin("plan");
        json.Instant("launch", plan.Launch);
        json.Instant("arrival", plan.Arrival);
        json.Instant("departure", plan.Departure);
        json.Instant("end", plan.End);
        json.Text("vehicle", plan.Vehicle.Value);
        json.Text("pad", plan.Pad?.Value);
        json.List("stays", plan.Stays, WriteStay);
        json.List("activities", plan.Activities, WriteActivity);
        json.List("why", plan.Why, WriteBinding);
        if (plan.Flown is { } flown) WriteFlown(json, flown);
        json.End();
    }

    private static AsFlown ReadFlown(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "what a record says in { }");
        var flown = new AsFlown(
            fields.RefOrNone("type", IdKinds.Type) is { } type ? new VehicleTypeId(type) : null, fields.TextOrNone("interface"),
            fields.InstantOrNone("capture"), fields.InstantOrNone("unberth"), !fields.Flag("launchUnknown"),
            fields.RefOrNone("arrivalPort", IdKinds.Port) is { } arrival ? new PortId(arrival) : null,
            fields.RefOrNone("departurePort", IdKinds.Port) is { } departure ? new PortId(departure) : null);
        fields.Done();
        return flown;
    }

    private static void WriteFlown(FieldWriter json, AsFlown flown)
    {
        json.Begin("flown");
        json.Text("type", flown.Type?.Value);
        json.Text("interface", flown.Interface);
        json.Instant("capture", flown.Capture);
        json.Instant("unberth", flown.Unberth);
        json.Flag("launchUnknown", !flown.LaunchKnown);
        json.Text("arrivalPort", flown.ArrivalPort?.Value);
        json.Text("departurePort", flown.DeparturePort?.Value);
        json.End();
    }

    private static PortStay ReadStay(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a stay at a port in { }");
        var stay = new PortStay(new(fields.Ref("port", IdKinds.Port)), fields.Instant("from"), fields.InstantOrNone("to"), fields.TextOrNone("interface"));
        fields.Done();
        return stay;
    }

    private static void WriteStay(FieldWriter json, PortStay stay)
    {
        json.Begin();
        json.Text("port", stay.Port.Value);
        json.Instant("from", stay.From);
        json.Instant("to", stay.To);
        json.Text("interface", stay.Interface);
        json.End();
    }

    private static Binding ReadBinding(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "a reason in { }");
        var cause = fields.TextOrNone("cause");
        var thing = cause is null ? null : ThingId.Parse(cause);
        if (cause is not null && thing is null) reading.Problems.Add("wrong-id", fields.Place("cause"), FileProblems.Quoted(cause), "a thing as kind:id, such as flight:F-12");
        var binding = new Binding(fields.Text("choice"), thing, fields.Text("text"));
        fields.Done();
        return binding;
    }

    private static void WriteBinding(FieldWriter json, Binding binding)
    {
        json.Begin();
        json.Text("choice", binding.Choice);
        json.Text("cause", binding.Cause?.ToString());
        json.Text("text", binding.Text);
        json.End();
    }

    private static PlannedActivity ReadActivity(FileReading reading, int node, HashSet<string>? known, HashSet<string> placed)
    {
        var json = reading.Json;
        if (json[node].Kind != JsonKind.Array || json[node].Length is < 3 or > 4)
        {
            reading.WrongType(node, RowShape);
            return new(default, default, default, default);
        }
        // The parts may be anything, lists too, so the next one begins where the one before ends.
        int first = node + 1, second = json[first].Next, third = json[second].Next;
        var id = reading.Id(first);
        if (id is not null && known?.Contains(id) == false) reading.Problems.Add("unknown-reference", first, FileProblems.Quoted(id), "the id of an activity of the flight's template or of its own");
        if (id is not null && !placed.Add(id)) reading.Problems.Add("duplicate-id", first, FileProblems.Quoted(id), "an activity that is placed once in its flight");
        var status = json[node].Length == 4 ? reading.Word<ActivityStatus>(json[third].Next) : ActivityStatus.Planned;
        return new(new(id ?? ""), reading.Instant(second) ?? default, reading.Instant(third) ?? default, status ?? default);
    }

    private static void WriteActivity(FieldWriter json, PlannedActivity activity)
    {
        var id = JsonEncodedText.Encode(activity.Id.Value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        Span<byte> row = stackalloc byte[140 + id.Length];
        var length = Put(row, 0, "[\""u8);
        length = Put(row, length, id);
        length = Put(row, length, "\",\""u8);
        length += InstantText.Write(activity.Start, row[length..]);
        length = Put(row, length, "\",\""u8);
        length += InstantText.Write(activity.End, row[length..]);
        if (activity.Status != ActivityStatus.Planned)
        {
            length = Put(row, length, "\",\""u8);
            length += Encoding.UTF8.GetBytes(Words<ActivityStatus>.Of(activity.Status), row[length..]);
        }
        json.Row(row[..Put(row, length, "\"]"u8)]);
    }

    private static int Put(Span<byte> row, int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(row[at..]);
        return at + text.Length;
    }
}
