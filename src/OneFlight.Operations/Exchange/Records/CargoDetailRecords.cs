using OneFlight.Operations.Cargo;
using OneFlight.Operations.Exchange.Json;

namespace OneFlight.Operations.Exchange.Records;

/// <summary>What the campaign file says of a cargo item beyond its mass and date: all of it may be left out.</summary>
internal static class CargoDetailRecords
{
    public static void Write(FieldWriter json, CargoItem item)
    {
        if (item.Direction != default) json.Word("direction", item.Direction);
        if (item.Hold is { } hold) json.Word("hold", hold);
        if (item.Size is { } size) WriteSize(json, size);
        json.Text("bag", item.Bag);
        json.Text("hazardClass", item.HazardClass);
        if (item.Priority != default) json.Word("priority", item.Priority);
        json.Flag("lateLoad", item.LateLoad);
        if (item.Cold is { } cold) WriteCold(json, cold);
        if (item.Life is { } life) WriteLife(json, life);
        if (item.Return is { } back) WriteReturn(json, back);
        json.Text("supplies", item.Supplies);
    }

    /// <summary>Null when it is left out; what is no class is reported.</summary>
    public static string? HazardClass(FileReading reading, FieldReader fields)
    {
        if (fields.TextOrNone("hazardClass") is not { } text) return null;
        if (HazardClasses.All.Contains(text)) return text;
        reading.Problems.Add("unknown-word", fields.Place("hazardClass"), FileProblems.Quoted(text), $"one of {string.Join(", ", HazardClasses.All)}");
        return null;
    }

    public static ItemSize ReadSize(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "the edges of an item in { }");
        var size = new ItemSize(Edge(reading, fields, "lengthMm"), Edge(reading, fields, "widthMm"), Edge(reading, fields, "heightMm"));
        fields.Done();
        return size;
    }

    private static int Edge(FileReading reading, FieldReader fields, string name)
    {
        var edge = fields.Count(name);
        if (edge == 0 && fields.Place(name) != fields.Node) reading.OutOfRange(fields.Place(name), "millimeters, 1 or more");
        return edge;
    }

    private static void WriteSize(FieldWriter json, ItemSize size)
    {
        json.Begin("size");
        json.Count("lengthMm", size.LengthMm);
        json.Count("widthMm", size.WidthMm);
        json.Count("heightMm", size.HeightMm);
        json.End();
    }

    public static ColdNeed ReadCold(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "what an item needs to stay cold in { }");
        var cold = new ColdNeed(fields.Number("warmestCelsius"), fields.NotNegative("hoursUnpowered"), fields.NotNegativeOrNone("minutesAbove") ?? 0);
        fields.Done();
        return cold;
    }

    private static void WriteCold(FieldWriter json, ColdNeed cold)
    {
        json.Begin("cold");
        json.Number("warmestCelsius", cold.WarmestCelsius);
        json.Number("hoursUnpowered", cold.HoursUnpowered);
        if (cold.MinutesAbove > 0) json.Number("minutesAbove", cold.MinutesAbove);
        json.End();
    }

    public static SampleLife ReadLife(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "the life of a sample in { }");
        var life = new SampleLife(fields.Instant("prepared"), fields.Duration("lasts"), fields.Word<LifeEnd>("until"));
        fields.Done();
        return life;
    }

    private static void WriteLife(FieldWriter json, SampleLife life)
    {
        json.Begin("life");
        json.Instant("prepared", life.Prepared);
        json.Duration("lasts", life.Lasts);
        json.Word("until", life.Until);
        json.End();
    }

    public static ReturnNeed ReadReturn(FileReading reading, int node)
    {
        var fields = new FieldReader(reading, node, "who waits for an item in { }");
        var back = new ReturnNeed(fields.NotNegative("withinHours"), fields.Text("to"));
        fields.Done();
        return back;
    }

    private static void WriteReturn(FieldWriter json, ReturnNeed back)
    {
        json.Begin("return");
        json.Number("withinHours", back.WithinHours);
        json.Text("to", back.To);
        json.End();
    }
}
