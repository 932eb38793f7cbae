using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Links;
using OneFlight.Primitives;

namespace OneFlight.Operations.Supply;

/// <summary>The kinds of <see cref="ThingId"/> that supply states.</summary>
public static class SupplyKinds
{
    public const string Stock = "stock", Arrival = "stock-arrival", Gate = "supply-gate", Consumable = "consumable", Audit = "stock-audit";
}

/// <summary>What is in stock where, and how fast it is used; with the kinds of bags and the rules by which cargo is packed.</summary>
public sealed record SupplyBook
{
    public static SupplyBook Empty { get; } = new();

    public ImmutableArray<CargoBag> Bags { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<HazardSegregation> Segregation { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<Consumable> Consumables { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<StationStock> Stocks { get => field.IsDefault ? [] : field; init; } = [];

    public ImmutableArray<StockAudit> Audits { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>Something that people use up, and how fast.</summary>
/// <param name="KilogramsPerCrewDay">Used by one person in 24 hours.</param>
/// <param name="Low">The least that sources name, kg per crew-day; null: no range is named.</param>
public sealed record Consumable(string Id, string Name, double KilogramsPerCrewDay, double? Low, double? High, string Basis, string Confidence, string Source)
{
    public ThingId Thing => new(SupplyKinds.Consumable, Id);
}

/// <summary>A line that the days of cover should not fall below.</summary>
/// <param name="Days">Of cover.</param>
/// <param name="Means">What is begun below it, such as "evacuation planning".</param>
/// <param name="Hard">True: below it the crew leaves.</param>
public sealed record ReserveLine(int Days, string Means, bool Hard, string Confidence, string Source);

/// <summary>One consumable on one station.</summary>
/// <param name="Id">Station and consumable: <c>lyra-station/packaged-food</c>.</param>
/// <param name="Residents">People who are always on board, beside those that the plan brings and takes.</param>
public sealed record StationStock(string Id, StationId Station, string Consumable, int Residents, ImmutableArray<ReserveLine> Reserve)
{
    public ThingId Thing => new(SupplyKinds.Stock, Id);

    /// <summary>The line below which planning for less crew begins; null: none is drawn.</summary>
    public ReserveLine? Watch => Reserve.Where(r => !r.Hard).OrderByDescending(r => r.Days).FirstOrDefault();

    /// <summary>The line below which the crew leaves; null: none is drawn.</summary>
    public ReserveLine? Leave => Reserve.Where(r => r.Hard).OrderByDescending(r => r.Days).FirstOrDefault();
}

/// <summary>What was really there when somebody counted.</summary>
/// <param name="Stock">Id of the stock.</param>
public sealed record StockAudit(string Id, string Stock, Instant At, Mass Counted, string By);
