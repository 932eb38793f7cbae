using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Supply;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>What Lyra Station lives on: three consumables, counted three times, brought by the cargo flights.</summary>
internal static class StorySupply
{
    private const int Residents = 4;

    private static readonly double[] CountedDays = [-60.3, -24.8, -3.7];

    /// <param name="First">Kilograms at the first count.</param>
    /// <param name="Drift">Use between the counts as a ratio of what the table says.</param>
    /// <param name="Cover">Days of cover that each delivery leaves for the next to find.</param>
    private sealed record Kept(string Consumable, double First, double[] Drift, double Cover, double Piece, string Package, string? Bag, ItemSize? Size, string Hazard);

    private static readonly Kept[] all =
    [
        new("iss-packaged-food", 1350, [1.03, 1.08], 100, 108, "bag", "m01-6-ctbe", null, HazardClasses.None),
        new("oxygen", 720, [0.99, 1.01], 128, 60, "tank", null, new(900, 450, 450), "2.2"),
        new("hygiene-water-iss-like", 440, [0.94, 0.97], 170, 60, "tank", "m02-4-ctbe", null, HazardClasses.None),
    ];

    public static Campaign Join(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var rows = Consumables.Read(tables["consumables.csv"]).Value;
        var consumables = Consumables.Of(rows);
        var reserve = Reserve(rows);
        var book = campaign.Supply with
        {
            Consumables = consumables,
            Stocks = [.. all.Select(k => new StationStock($"{StoryCast.Station}/{k.Consumable}", new(StoryCast.Station), k.Consumable, Residents, reserve))],
        };
        var ships = campaign.Flights.Where(f => f.Id.Value.StartsWith(StoryCast.CargoSeries, StringComparison.Ordinal) && f.Plan?.Arrival is not null).OrderBy(f => f.Plan!.Launch).ToImmutableArray();
        var crew = StationSupply.All(book, campaign.Fleet, campaign.Flights, [])[0].Crew;
        var (cargo, audits) = (ImmutableArray.CreateBuilder<CargoItem>(), ImmutableArray.CreateBuilder<StockAudit>());
        foreach (var kept in all) Stock(kept, consumables.Single(c => c.Id == kept.Consumable), crew, ships, cargo, audits);
        cargo.AddRange(ships.Select(Trash));
        return campaign with { Supply = book with { Audits = audits.ToImmutable() }, Cargo = [.. campaign.Cargo, .. cargo] };
    }

    private static ImmutableArray<ReserveLine> Reserve(ImmutableArray<ConsumableRow> rows)
    {
        var minimum = rows.Single(r => r.Item == "ISS minimum reserve");
        return
        [
            new((int)minimum.Value, "planning to evacuate begins", false, minimum.Confidence, minimum.Source),
            new(30, "the crew leaves", true, "low", "press reports on the food of the ISS in December 2004"),
        ];
    }

    /// <summary>Loads each ship with what leaves the wanted cover for the next, and counts what is there on the way.</summary>
    private static void Stock(
        Kept kept, Consumable consumable, ImmutableArray<CrewChange> crew, ImmutableArray<Flight> ships,
        ImmutableArray<CargoItem>.Builder cargo, ImmutableArray<StockAudit>.Builder audits)
    {
        var use = new StockCourse([], consumable.KilogramsPerCrewDay, consumable.KilogramsPerCrewDay, Residents, crew);
        var rate = kept.Drift[^1];
        var (at, stock, counted) = (CountedAt(0), kept.First, 0);
        Count(stock);
        foreach (var (i, ship) in ships.Index())
        {
            var arrival = ship.Plan!.Arrival!.Value;
            while (counted < CountedDays.Length && CountedAt(counted) < arrival) Until(CountedAt(counted), true);
            Until(arrival, false);
            var next = i + 1 < ships.Length ? ships[i + 1].Plan!.Arrival!.Value : arrival + Duration.FromDays(75);
            var wanted = (use.PlannedUse(arrival, next + Duration.FromDays(kept.Cover)) * rate) - stock;
            var pieces = Math.Max(1, (int)Math.Ceiling(wanted / kept.Piece));
            for (var piece = 1; piece <= pieces; piece++) cargo.Add(Piece(kept, consumable, ship, piece, pieces));
            stock += pieces * kept.Piece;
        }

        void Until(Instant then, bool count)
        {
            var interval = Math.Clamp(counted - 1, 0, kept.Drift.Length - 1);
            stock -= use.PlannedUse(at, then) * kept.Drift[interval];
            at = then;
            if (count) Count(Math.Round(stock, 1));
        }

        void Count(double kilograms)
        {
            audits.Add(new($"{StoryCast.Station}/{kept.Consumable}/{++counted}", $"{StoryCast.Station}/{kept.Consumable}", CountedAt(counted - 1), Mass.FromKilograms(kilograms), "Crew of Lyra Station"));
            stock = kilograms;
        }
    }

    private static Instant CountedAt(int number) => OperatorYear.AsOf + Duration.FromMinutes(Math.Round(CountedDays[number] * 1440));

    private static CargoItem Piece(Kept kept, Consumable consumable, Flight ship, int piece, int pieces) => new(
        new(string.Create(CultureInfo.InvariantCulture, $"{ship.Id}-{kept.Consumable}-{piece:00}")),
        string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(consumable.Name[0])}{consumable.Name[1..]}, {kept.Package} {piece} of {pieces}"),
        ship.Id, null, Mass.FromKilograms(kept.Piece), Loading(ship) - Duration.FromDays(5), new("C-STDLOAD"))
    {
        Hold = Hold.Pressurized, Bag = kept.Bag, Size = kept.Size, HazardClass = kept.Hazard, Supplies = kept.Consumable, Priority = CargoPriority.High,
    };

    private static CargoItem Trash(Flight ship) => new(
        new($"{ship.Id}-trash"), "Trash of the station, packed", ship.Id, null, Mass.FromKilograms(420), Loading(ship), new("C-RELOAD"))
    {
        Direction = Direction.Down, Hold = Hold.Pressurized, Size = new(1200, 1100, 1100), HazardClass = HazardClasses.None,
    };

    private static Instant Loading(Flight ship) => ship.Plan!.Activities.FirstOrDefault(a => a.Id.Value == "C-STDLOAD")?.Start ?? ship.Plan.Launch - Duration.FromDays(30);
}
