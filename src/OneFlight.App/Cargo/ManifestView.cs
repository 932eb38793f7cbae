using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.App.Cargo;

/// <summary>What one flight carries, against what its vehicle takes.</summary>
/// <param name="Gates">The rows that cargo and supply state for this flight's gates.</param>
/// <param name="Rules">Every row of the segregation that names a class on board.</param>
public sealed record ManifestView(
    OpenCampaign Open, Flight Flight, Manifest Manifest, ImmutableArray<SumRow> Sums, ImmutableArray<CargoRow> Items, ImmutableArray<string> Classes,
    ImmutableArray<HazardSegregation> Rules, ImmutableArray<(ThingId Thing, string Name, GateState State)> Gates,
    ImmutableArray<(CargoItem Item, Instant? Deadline)> LateLoad, ImmutableArray<(string Id, string Name)> Loads,
    ImmutableArray<Problem> Problems, Typed Typed, Instant Now, bool MayWrite)
{
    private static readonly string[] loads = ["STDLOAD", "LATE", "RELOAD"];

    public static ManifestView? From(
        OpenCampaign open, string id, ImmutableDictionary<CargoItemId, Custody> custody, ImmutableArray<Problem> problems, Typed typed, Instant now, bool mayWrite)
    {
        if (!open.Index.Flights.TryGetValue(new(id), out var flight)) return null;
        var supply = open.Campaign.Supply;
        var manifest = Manifest.Of(flight, CargoStatement.TypeOf(flight, open.Campaign.Fleet), open.Index.CargoOf[flight.Id], supply.Bags, supply.Segregation);
        var classes = manifest.Items.Where(i => !i.LeftBehind && HazardClasses.IsDangerous(i.HazardClass)).Select(i => i.HazardClass!).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        return new(open, flight, manifest, SumRow.Of(manifest),
            [.. manifest.Items.Select(i => CargoRow.Of(open, i, custody.GetValueOrDefault(i.Id), now)).OrderBy(r => r.Item.LateLoad).ThenBy(r => r.Item.Ready).ThenBy(r => r.Item.Id.Value, StringComparer.Ordinal)],
            classes, [.. supply.Segregation.Where(r => classes.Any(a => classes.Any(b => r.Names(a, b))))], GatesOf(open, flight),
            [.. manifest.Items.Where(i => i is { LateLoad: true, GoesUp: true }).Select(i => (i, Manifest.Deadline(i, flight)))], LoadsOf(open, flight), problems, typed, now, mayWrite);
    }

    /// <summary>The rule that keeps two classes apart; null: the table names none.</summary>
    public HazardSegregation? Between(string one, string other) => Rules.FirstOrDefault(r => r.Names(one, other));

    public bool Meets(string one, string other) =>
        Manifest.Conflicts.Any(c => (c.One.HazardClass == one && c.Other.HazardClass == other) || (c.One.HazardClass == other && c.Other.HazardClass == one));

    private static ImmutableArray<(ThingId, string, GateState)> GatesOf(OpenCampaign open, Flight flight) =>
    [
        .. open.Statement.EffectsOf(flight.Thing).Select(l => l.Effect).Distinct()
            .Where(t => t.Kind is CargoKinds.Gate || t == new ThingId(Operations.Supply.SupplyKinds.Gate, flight.Id.Value))
            .Concat(open.Index.CargoOf[flight.Id].Where(i => i.Life is not null).Select(i => new ThingId(CargoKinds.Gate, $"{flight.Id}/life/{i.Id}")))
            .Select(t => open.Statement.Find(t)).OfType<StatedThing>().Where(s => s.Value is GateState state && state.Flight == flight.Thing)
            .Select(s => (s.Id, s.Name, (GateState)s.Value)).DistinctBy(g => g.Id),
    ];

    // What an item waits for: a load of this flight; of one without a plan, whatever its template calls a load.
    private static ImmutableArray<(string, string)> LoadsOf(OpenCampaign open, Flight flight)
    {
        var known = flight.Template is { } id && open.Index.Templates.TryGetValue(id, out var activities) ? activities.Values.ToList() : [];
        var chosen = known.Where(a => loads.Contains(a.Id.Stem)).OrderBy(a => Array.IndexOf(loads, a.Id.Stem)).ToList();
        if (chosen.Count == 0) chosen = [.. known.OrderBy(a => a.Offset)];
        return [.. chosen.Select(a => (a.Id.Value, a.Name))];
    }
}

/// <summary>One sum against one capacity.</summary>
public sealed record SumRow(string Name, string Unit, ManifestSum Sum)
{
    public static ImmutableArray<SumRow> Of(Manifest m) =>
    [
        new("Mass up, with bags", "kg", m.MassUp), new("Mass down, with bags", "kg", m.MassDown), new("Volume under pressure", "m³", m.VolumeUp), new("Volume outside", "m³", m.Unpressurized),
        new("Powered cold lockers up", "", m.ColdUp), new("Powered cold lockers down", "", m.ColdDown),
    ];

    public GateLight Light => Sum.Fits switch { true => GateLight.Green, false => GateLight.Red, _ => GateLight.Unknown };

    public string Amount => $"{(Sum.Unknown > 0 ? "at least " : "")}{Say.Number(Sum.Amount, 2)} {Unit}".TrimEnd();
    public string Capacity => Sum.Capacity is { } most ? $"{Say.Number(most, 2)} {Unit}".TrimEnd() : Say.Unknown;
}
