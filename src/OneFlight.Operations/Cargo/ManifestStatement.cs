using System.Globalization;
using OneFlight.Operations.Links;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Cargo;

/// <summary>What a flight carries against what its vehicle takes.</summary>
public sealed record ManifestState(
    int Items, ManifestSum MassUp, ManifestSum MassDown, ManifestSum VolumeUp, ManifestSum ColdUp, ManifestSum ColdDown, int Conflicts, int Overloaded) : StateValue
{
    public override string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Items} {(Items == 1 ? "item" : "items")}, up {Words(MassUp, "kg")}, down {Words(MassDown, "kg")}, pressurized {Words(VolumeUp, "m³")}, cold lockers {Words(ColdUp, "up")}, {Words(ColdDown, "down")}");

    internal static string Words(ManifestSum sum, string unit) => string.Create(CultureInfo.InvariantCulture,
        $"{sum.Amount:0.##}{(sum.Unknown > 0 ? " and more" : "")} of {(sum.Capacity is { } most ? most.ToString("0.##", CultureInfo.InvariantCulture) : "an unknown capacity")} {unit}");
}

/// <summary>States the manifest of each flight that carries something, and the gate rows that follow from it.</summary>
internal static class ManifestStatement
{
    private const string Holder = "logistics";

    public static void State(Manifest manifest, StatementBuilder statement)
    {
        var flight = manifest.Flight;
        var thing = new ThingId(CargoKinds.Manifest, flight.Id.Value);
        statement.State(thing, $"Manifest of {flight.Name}", new ManifestState(
            manifest.Items.Count(i => !i.LeftBehind), manifest.MassUp, manifest.MassDown, manifest.VolumeUp, manifest.ColdUp, manifest.ColdDown, manifest.Conflicts.Length, manifest.Overloaded.Length));
        statement.Link(flight.Thing, thing, "its vehicle and times decide what fits");
        if (flight.Cancelled is not null) return;

        var fits = new ThingId(CargoKinds.Gate, $"{flight.Id}/manifest");
        var (light, words) = Fits(manifest);
        statement.State(fits, $"Manifest of {flight.Name} fits its vehicle", new GateState(flight.Thing, Gate.FlightReadiness, light, words, null, Holder));
        statement.Link(thing, fits, "has to fit the vehicle");
        statement.Link(flight.Thing, fits, "flies the vehicle");

        var late = manifest.Items.Where(i => i is { LateLoad: true, GoesUp: true }).ToList();
        if (late.Count > 0) StateLate(manifest, late, statement);
        foreach (var item in manifest.Items)
        {
            statement.Link(item.Id.Thing, thing, "is on the manifest");
            statement.Link(item.Id.Thing, fits, "is on the manifest");
            if (item.Cold is null) continue;
            statement.Link(item.NeededBy.On(flight.Id), thing, "is when the cold box leaves its power");
            statement.Link(item.NeededBy.On(flight.Id), fits, "is when the cold box leaves its power");
        }
    }

    private static void StateLate(Manifest manifest, List<CargoItem> late, StatementBuilder statement)
    {
        var flight = manifest.Flight;
        var gate = new ThingId(CargoKinds.Gate, $"{flight.Id}/late-load");
        var deadlines = late.Select(i => Manifest.Deadline(i, flight)).ToList();
        var light = manifest.Late.Length > 0 ? GateLight.Red : deadlines.Any(d => d is null) ? GateLight.Unknown : GateLight.Green;
        var words = manifest.Late is [var first, ..]
            ? $"{first.Item.Name} is with us only {Primitives.TimeText.Instant(first.Item.Ready)}, late load ends {Primitives.TimeText.Instant(first.Deadline)}"
            : light == GateLight.Unknown ? "late load is not planned yet"
            : $"{late.Count} late-load {(late.Count == 1 ? "item" : "items")} in time for the load that ends {Primitives.TimeText.Instant(deadlines.Min()!.Value)}";
        statement.State(gate, $"Late load of {flight.Name}", new GateState(flight.Thing, Gate.LaunchReadiness, light, words, null, Holder));
        statement.Link(flight.Thing, gate, "late load hangs on the liftoff");
        foreach (var item in late)
        {
            statement.Link(item.Id.Thing, gate, "is loaded late");
            statement.Link(item.NeededBy.On(flight.Id), gate, "is the late load");
        }
    }

    private static (GateLight Light, string Words) Fits(Manifest manifest)
    {
        (string Name, string Unit, ManifestSum Sum)[] sums =
        [
            ("mass up", "kg", manifest.MassUp), ("mass down", "kg", manifest.MassDown), ("pressurized volume", "m³", manifest.VolumeUp),
            ("unpressurized volume", "m³", manifest.Unpressurized), ("powered cold lockers up", "lockers", manifest.ColdUp), ("powered cold lockers down", "lockers", manifest.ColdDown),
        ];
        if (manifest.Overloaded is [var heavy, ..]) return (GateLight.Red, $"{heavy.Item.Name}: {heavy.Why.Found}, {heavy.Why.Expected}");
        foreach (var (name, unit, sum) in sums)
            if (sum.Fits == false) return (GateLight.Red, $"{name} {ManifestState.Words(sum, unit)}");
        if (manifest.Conflicts is [var pair, ..])
            return (GateLight.Red, $"{pair.One.Name} (class {pair.One.HazardClass}) and {pair.Other.Name} (class {pair.Other.HazardClass}) may not stand together; the rule is {pair.Rule.Confidence}");
        foreach (var (name, unit, sum) in sums)
            if (sum.Fits is null) return (GateLight.Unknown, $"{name} {ManifestState.Words(sum, unit)}{(sum.Unknown > 0 ? $", {sum.Unknown} without a figure" : "")}");
        if (manifest.NotAssessed > 0) return (GateLight.Unknown, $"{manifest.NotAssessed} {(manifest.NotAssessed == 1 ? "item has" : "items have")} no hazard class yet");
        return (GateLight.Green, $"{manifest.Items.Count(i => !i.LeftBehind)} items, mass up {ManifestState.Words(manifest.MassUp, "kg")}");
    }
}
