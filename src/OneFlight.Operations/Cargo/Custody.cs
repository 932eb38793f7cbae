using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Logbook;

namespace OneFlight.Operations.Cargo;

/// <summary>An item passed from one hand to the next.</summary>
/// <param name="From">Who gave it; of the first, its owner.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="Condition">As both saw it.</param>
/// <param name="Seal">Number of the seal that is on it now; null: none.</param>
/// <param name="Freezer">True: with this it stands in the taker's own freezer.</param>
public sealed record CustodyHandedOver(string From, string To, string Place, string Condition, string? Seal = null, bool Freezer = false) : ILogEvent;

/// <summary>What a logger that rides with the item had recorded when it was read out.</summary>
public sealed record CustodyTemperatures(string Logger, ImmutableArray<TemperatureReading> Readings) : ILogEvent;

public sealed record TemperatureReading(Instant At, double Celsius);

/// <summary>The item was opened, and with it the seal broken.</summary>
/// <param name="Seal">Number of the new seal; null: none was put on.</param>
public sealed record CustodyOpened(string By, string Why, string? Seal = null) : ILogEvent;

/// <summary>Nobody knows where the item is, or it is destroyed.</summary>
public sealed record CustodyLost(string Why) : ILogEvent;

/// <summary>Where an item is and how it fared, folded from its stream.</summary>
/// <param name="Holder">Who has it; null: it was never handed over, or is lost.</param>
/// <param name="Since">When the holder got it.</param>
/// <param name="Last">When the last thing but a reading happened.</param>
/// <param name="Seal">On it now; null: none.</param>
/// <param name="Breaks">Where a hand-over does not continue the one before.</param>
/// <param name="Readings">All, in time order.</param>
/// <param name="FrozenAt">When it came into its owner's freezer; null: it has not.</param>
public sealed record Custody(
    string? Holder, Instant? Since, Instant? Last, string? Seal, int HandOvers, int Openings, ImmutableArray<string> Breaks, bool Lost,
    ImmutableArray<TemperatureReading> Readings, Instant? FrozenAt, string? FrozenBy)
{
    public static Custody None { get; } = new(null, null, null, null, 0, 0, [], false, [], null, null);

    /// <summary>The name of an item's stream.</summary>
    public static string Stream(CargoItemId item) => StreamPrefix + item;

    public const string StreamPrefix = "custody/";

    public static Custody Of(IEnumerable<LogEntry> entries) => entries.Aggregate(None, (state, entry) => state.After(entry.At, entry.Event));

    public TemperatureReading? Warmest => Readings.IsEmpty ? null : Readings.MaxBy(r => r.Celsius);

    /// <summary>From landing until it stood in a freezer; null: it does not yet, or has not landed.</summary>
    public Duration? ToFreezer(Instant? landing) => landing is { } down && FrozenAt is { } frozen && frozen >= down ? frozen - down : null;

    public Custody After(Instant at, ILogEvent what) => what switch
    {
        CustodyHandedOver handed => this with
        {
            Holder = handed.To,
            Since = at,
            Last = at,
            Seal = handed.Seal,
            HandOvers = HandOvers + 1,
            Breaks = Holder is not null && Holder != handed.From ? Breaks.Add($"{handed.From} handed over what {Holder} had") : Breaks,
            FrozenAt = handed.Freezer ? at : FrozenAt,
            FrozenBy = handed.Freezer ? handed.To : FrozenBy,
        },
        CustodyOpened opened => this with { Last = at, Seal = opened.Seal, Openings = Openings + 1 },
        CustodyLost => this with { Last = at, Holder = null, Lost = true },
        CustodyTemperatures log => this with { Readings = Readings.AddRange(log.Readings) },
        _ => this,
    };
}
