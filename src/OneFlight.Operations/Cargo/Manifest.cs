using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

/// <summary>A sum over items against what the vehicle takes.</summary>
/// <param name="Capacity">Null: not known of the vehicle.</param>
/// <param name="Unknown">How many items have no figure, so that the sum is the least it can be.</param>
/// <param name="Count">How many items are in the sum.</param>
public sealed record ManifestSum(double Amount, double? Capacity, int Unknown, int Count)
{
    /// <summary>Null: not known.</summary>
    public bool? Fits => Count == 0 ? true : Capacity is not { } most ? null : Amount > most ? false : Unknown > 0 ? null : true;
}

/// <summary>Two items of one hold whose hazards may not meet.</summary>
public sealed record HazardConflict(CargoItem One, CargoItem Other, HazardSegregation Rule);

/// <summary>What a flight carries, summed up and held against its vehicle.</summary>
/// <param name="Items">All that name the flight, also what stays behind.</param>
/// <param name="Late">Late-load items that are with us only after their activity has ended.</param>
/// <param name="NotAssessed">How many items have no hazard class yet.</param>
public sealed record Manifest(
    Flight Flight, VehicleType? Type, ImmutableArray<CargoItem> Items, ManifestSum MassUp, ManifestSum MassDown, ManifestSum VolumeUp, ManifestSum Unpressurized,
    ManifestSum ColdUp, ManifestSum ColdDown, ImmutableArray<HazardConflict> Conflicts, ImmutableArray<(CargoItem Item, Instant Deadline)> Late,
    ImmutableArray<(CargoItem Item, Problem Why)> Overloaded, int NotAssessed)
{
    /// <summary>The sums and faults of what flies.</summary>
    /// <param name="items">Of this flight; others are not looked at.</param>
    public static Manifest Of(Flight flight, VehicleType? type, IEnumerable<CargoItem> items, ImmutableArray<CargoBag> bags, ImmutableArray<HazardSegregation> segregation)
    {
        var all = items.Where(i => i.Flight == flight.Id).ToImmutableArray();
        var byId = bags.DistinctBy(b => b.Id).ToDictionary(b => b.Id, StringComparer.Ordinal);
        CargoBag? Bag(CargoItem item) => item.Bag is { } id ? byId.GetValueOrDefault(id) : null;
        double? Kilograms(CargoItem item) => (Bag(item)?.Loaded(item) ?? item.Mass).Kilograms;
        double? Volume(CargoItem item) => Bag(item)?.VolumeM3 ?? item.Size?.CubicMeters;
        var up = all.Where(i => i.GoesUp).ToList();
        var down = all.Where(i => i.ComesDown).ToList();
        return new(
            flight, type, all,
            Sum(up, Kilograms, type?.UpCapacity?.Kilograms), Sum(down, Kilograms, type?.DownCapacity?.Kilograms),
            Sum(up.Where(i => i.Hold is null or Hold.Pressurized), i => i.Hold is null ? null : Volume(i), type?.PressurizedVolumeM3),
            Sum(up.Where(i => i.Hold == Hold.Unpressurized), Volume, type?.UnpressurizedVolumeM3),
            Sum(up.Where(i => NeedsPower(i, flight.Plan, Direction.Up) != false), i => NeedsPower(i, flight.Plan, Direction.Up) is null ? null : 1, type?.ColdLockers),
            Sum(down.Where(i => NeedsPower(i, flight.Plan, Direction.Down) != false), i => NeedsPower(i, flight.Plan, Direction.Down) is null ? null : 1, type?.ColdLockers),
            [.. Meeting(up, segregation), .. Meeting([.. down.Where(i => !i.GoesUp)], segregation)],
            [.. up.Where(i => i.LateLoad).Select(i => (i, Deadline(i, flight))).Where(x => x.Item2 is { } by && x.i.Ready > by).Select(x => (x.i, x.Item2!.Value))],
            [.. all.Where(i => !i.LeftBehind).Select(i => (i, Bag(i)?.Refuse(i))).Where(x => x.Item2 is not null).Select(x => (x.i, x.Item2!))],
            all.Count(i => !i.LeftBehind && i.HazardClass is null));
    }

    /// <summary>When a late-load item must be with us at the latest: the end of the activity that needs it. Null: not planned.</summary>
    public static Instant? Deadline(CargoItem item, Flight flight) => flight.Plan?.Activities.FirstOrDefault(a => a.Id == item.NeededBy)?.End;

    /// <summary>Whether a cold item needs a powered locker: its box would not hold from loading to the station, or from the station to landing.
    /// Null: the plan does not say how long that is.</summary>
    public static bool? NeedsPower(CargoItem item, FlightPlan? plan, Direction way)
    {
        if (item.Cold is not { } cold) return false;
        var loaded = plan?.Activities.FirstOrDefault(a => a.Id == item.NeededBy)?.Start ?? plan?.Launch;
        var span = way == Direction.Up ? plan?.Arrival - loaded : plan?.End - (plan?.Departure ?? plan?.Launch);
        return span is { } lasts ? lasts.TotalHours > cold.HoursUnpowered : null;
    }

    private static ManifestSum Sum(IEnumerable<CargoItem> items, Func<CargoItem, double?> amount, double? capacity)
    {
        var (sum, unknown, count) = (0.0, 0, 0);
        foreach (var item in items)
        {
            count++;
            if (amount(item) is { } known) sum += known; else unknown++;
        }
        return new(Math.Round(sum, 6), capacity, unknown, count);
    }

    private static IEnumerable<HazardConflict> Meeting(List<CargoItem> items, ImmutableArray<HazardSegregation> segregation)
    {
        var dangerous = items.Where(i => HazardClasses.IsDangerous(i.HazardClass)).OrderBy(i => i.Id.Value, StringComparer.Ordinal).ToList();
        for (var i = 0; i < dangerous.Count; i++)
            for (var j = i + 1; j < dangerous.Count; j++)
                if ((dangerous[i].Hold ?? dangerous[j].Hold) == (dangerous[j].Hold ?? dangerous[i].Hold) && segregation.FirstOrDefault(s => s.Names(dangerous[i].HazardClass!, dangerous[j].HazardClass!)) is { } rule)
                    yield return new(dangerous[i], dangerous[j], rule);
    }
}
