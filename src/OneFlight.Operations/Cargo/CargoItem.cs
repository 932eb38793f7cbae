using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Cargo;

public readonly record struct CargoItemId(string Value) { public override string ToString() => Value; public ThingId Thing => new(CargoKinds.Item, Value); }

/// <summary>The kinds of <see cref="ThingId"/> that cargo states.</summary>
public static class CargoKinds
{
    public const string Item = "cargo", Manifest = "manifest", SampleLife = "sample-life", Gate = "cargo-gate", Bag = "cargo-bag";
}

/// <summary>Which way an item rides on its flight.</summary>
public enum Direction { Up, Down, Both }

/// <summary>Where it is stowed. None: carried by a person or worn, so it takes no room of a hold.</summary>
public enum Hold { Pressurized, Unpressurized, None }

public enum CargoPriority { Routine, High, Critical }

/// <summary>Something that flies on a flight for a mission or for a station.</summary>
/// <param name="Mass">Of the content, without its bag.</param>
/// <param name="Ready">When it is delivered to us.</param>
/// <param name="NeededBy">The activity of its flight that cannot start without it, such as <c>C-STDLOAD</c>.</param>
/// <param name="LeftBehind">True: the flight goes without it.</param>
public sealed record CargoItem(
    CargoItemId Id, string Name, FlightId Flight, MissionId? Mission, Mass Mass, Instant Ready, ActivityId NeededBy, bool LeftBehind = false)
{
    public Direction Direction { get; init; }

    /// <summary>Null: not known.</summary>
    public Hold? Hold { get; init; }

    /// <summary>Its own outer edges; null: not measured.</summary>
    public ItemSize? Size { get; init; }

    /// <summary>Id of the bag it flies in, its hull; null: none.</summary>
    public string? Bag { get; init; }

    /// <summary>As transport by air names it, such as <c>2.1</c> or <c>9</c>; <c>none</c>: assessed, not dangerous; null: not assessed yet.</summary>
    public string? HazardClass { get; init; }

    public CargoPriority Priority { get; init; }

    /// <summary>True: loaded in the last days at the pad; its deadline is the end of the activity that needs it.</summary>
    public bool LateLoad { get; init; }

    /// <summary>Null: it may take any temperature of the cabin.</summary>
    public ColdNeed? Cold { get; init; }

    /// <summary>Null: it does not spoil.</summary>
    public SampleLife? Life { get; init; }

    /// <summary>Null: nobody waits for it after landing.</summary>
    public ReturnNeed? Return { get; init; }

    /// <summary>Id of the consumable of the station's stock that it is; null: none.</summary>
    public string? Supplies { get; init; }

    public bool GoesUp => !LeftBehind && Direction is Direction.Up or Direction.Both;

    public bool ComesDown => !LeftBehind && Direction is Direction.Down or Direction.Both;
}

/// <summary>Three edges of a box in whole millimeters, each more than zero; in no promised order.</summary>
public sealed record ItemSize(int LengthMm, int WidthMm, int HeightMm)
{
    public double CubicMeters => (double)LengthMm * WidthMm * HeightMm / 1e9;

    /// <summary>True when a box with these edges could lie in one with those, turned in right angles.</summary>
    public bool FitsIn(ItemSize other)
    {
        int[] own = [LengthMm, WidthMm, HeightMm], room = [other.LengthMm, other.WidthMm, other.HeightMm];
        Array.Sort(own);
        Array.Sort(room);
        return own[0] <= room[0] && own[1] <= room[1] && own[2] <= room[2];
    }

    public override string ToString() => FormattableString.Invariant($"{LengthMm} × {WidthMm} × {HeightMm} mm");
}

/// <summary>What an item needs to stay cold.</summary>
/// <param name="WarmestCelsius">It may never be warmer, but for <paramref name="MinutesAbove"/>.</param>
/// <param name="HoursUnpowered">How long its box holds without power; longer on the way, and it needs a powered locker.</param>
/// <param name="MinutesAbove">How long in all it may be warmer; more is an excursion.</param>
public sealed record ColdNeed(double WarmestCelsius, double HoursUnpowered, double MinutesAbove = 0);

/// <summary>Who waits for the item after landing, and how long.</summary>
/// <param name="WithinHours">Of landing.</param>
public sealed record ReturnNeed(double WithinHours, string To);
