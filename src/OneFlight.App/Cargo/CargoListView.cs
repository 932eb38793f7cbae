using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;

namespace OneFlight.App.Cargo;

/// <summary>All items of a campaign, filtered by what the address says.</summary>
/// <param name="Shown">Key of the chosen filter; empty: all.</param>
public sealed record CargoListView(
    OpenCampaign Open, Query Query, ImmutableArray<CargoFilter> Filters, string Shown, string Find, Paging<CargoRow> Rows)
{
    private static readonly (string Key, string Name, Func<CargoRow, bool> Is)[] filters =
    [
        ("", "All", _ => true), ("to-fly", "Still to fly", r => r.ToFly), ("cold", "Cold", r => r.Item.Cold is not null), ("late", "Late load", r => r.Item.LateLoad),
        ("dangerous", "Dangerous", r => HazardClasses.IsDangerous(r.Item.HazardClass)), ("not-assessed", "Hazard not assessed", r => r.Item.HazardClass is null),
        ("down", "Comes down", r => r.Item.Direction != Direction.Up), ("supplies", "Station supplies", r => r.Item.Supplies is not null), ("custody", "With a custody chain", r => r.Custody is not null),
    ];

    public static CargoListView From(OpenCampaign open, Query query, ImmutableDictionary<CargoItemId, Custody> custody, Instant now)
    {
        var all = open.View("cargo-rows", () => open.Campaign.Cargo.Select(i => CargoRow.Of(open, i, null, now)).OrderBy(r => r.Launch).ThenBy(r => r.Item.Id.Value, StringComparer.Ordinal).ToImmutableArray());
        all = [.. all.Select(r => custody.TryGetValue(r.Item.Id, out var known) ? r with { Custody = known } : r)];
        var flight = query["flight"];
        var find = query["q"] ?? "";
        if (flight is not null) all = [.. all.Where(r => r.Item.Flight.Value == flight)];
        if (find.Length > 0) all = [.. all.Where(r => $"{r.Item.Name} {r.Item.Id} {r.Item.Flight} {r.For}".Contains(find, StringComparison.OrdinalIgnoreCase))];
        var shown = filters.FirstOrDefault(f => f.Key == (query["show"] ?? ""));
        if (shown.Is is null) shown = filters[0];
        var rows = all.Where(shown.Is).ToImmutableArray();
        return new(open, query, [.. filters.Select(f => new CargoFilter(f.Key, f.Name, all.Count(f.Is)))], shown.Key, find,
            Paging<CargoRow>.Of(rows, int.TryParse(query["page"], out var page) ? page : null));
    }
}

public sealed record CargoFilter(string Key, string Name, int Count);

/// <param name="For">Whose it is, as shown.</param>
/// <param name="Custody">Null: nobody has taken it over yet.</param>
public sealed record CargoRow(CargoItem Item, string For, Instant Launch, bool ToFly, CargoBag? Bag, Custody? Custody)
{
    public static CargoRow Of(OpenCampaign open, CargoItem item, Custody? custody, Instant now)
    {
        var flight = open.Index.Flights.GetValueOrDefault(item.Flight);
        var launch = flight?.Plan?.Launch ?? flight?.Wish.Launch ?? Instant.MaxValue;
        return new(item, item.Mission is { } mission ? open.Index.NameOf(mission) : item.Supplies is not null ? "station stock" : "the operator", launch, launch > now,
            open.Campaign.Supply.Bags.FirstOrDefault(b => b.Id == item.Bag), custody);
    }
}
