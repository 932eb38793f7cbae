using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Cargo;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Supply;
using OneFlight.Primitives;

namespace OneFlight.App.Supply;

/// <summary>What stations live on: each stock in a line, and one of them as a course with what a lost flight would do.</summary>
/// <param name="Lost">Flights that the drawing leaves out.</param>
public sealed record StockView(
    OpenCampaign Open, Query Query, ImmutableArray<StockLine> Lines, StationSupply? Chosen, StockChart? Chart, ImmutableArray<FlightId> Lost, ImmutableArray<WhatIf> WhatIfs,
    ImmutableArray<PointRow> Points, ImmutableArray<Problem> Problems, Typed Typed, Instant Now, bool MayWrite)
{
    public static StockView From(OpenCampaign open, Query query, ImmutableArray<Problem> problems, Typed typed, Instant now, bool mayWrite)
    {
        var c = open.Campaign;
        var all = open.View("supply", () => StationSupply.All(c.Supply, c.Fleet, c.Flights, c.Cargo));
        var chosen = all.FirstOrDefault(s => s.Stock.Id == (typed.Form is null ? query["stock"] : typed["stock"])) ?? all.FirstOrDefault();
        var lines = all.Select(s => StockLine.Of(open, s, now)).ToImmutableArray();
        if (chosen is null) return new(open, query, lines, null, null, [], [], [], problems, typed, now, mayWrite);
        var coming = chosen.Coming(now);
        var asked = (query["lost"] ?? (coming.IsEmpty ? "" : coming[0].Value)).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new FlightId(id)).Where(coming.Contains).ToImmutableArray();
        return new(open, query, lines, chosen, StockChart.Of(chosen, asked, now), asked, WhatIf.All(chosen, now),
            [.. chosen.Course.Points.Select(p => PointRow.Of(chosen, p))], problems, typed, now, mayWrite);
    }

    public string NameOf(StationSupply supply) => Capital(supply.Consumable?.Name ?? supply.Stock.Consumable);

    public string StationOf(StationSupply supply) => Open.Campaign.Fleet.Stations.FirstOrDefault(s => s.Id == supply.Stock.Station)?.Name ?? supply.Stock.Station.Value;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>One stock in a line.</summary>
public sealed record StockLine(StationSupply Supply, double? Kilograms, double? CoverDays, double? Lowest, Instant? LowestAt, GateLight Light)
{
    public static StockLine Of(OpenCampaign open, StationSupply supply, Instant now)
    {
        var until = supply.Deliveries.IsEmpty ? supply.PlannedUntil : supply.Deliveries[^1].At;
        var lowest = until > now ? supply.Course.Lowest(now, until) : null;
        return new(supply, supply.Course.Kilograms(now), supply.Course.CoverDays(now), lowest?.Days, lowest?.At, LightOf(supply, lowest?.Days ?? supply.Course.CoverDays(now)));
    }

    public static GateLight LightOf(StationSupply supply, double? days) => days is not { } cover ? GateLight.Unknown
        : supply.Stock.Leave is { } leave && cover < leave.Days ? GateLight.Red
        : supply.Stock.Watch is not { } watch ? GateLight.Unknown : cover < watch.Days ? GateLight.Amber : GateLight.Green;
}

/// <summary>What is left if some flights are lost.</summary>
/// <param name="Watch">When cover falls below the first line of the reserve; null: it does not while deliveries are planned.</param>
public sealed record WhatIf(string Name, ImmutableArray<FlightId> Lost, double? Lowest, Instant? LowestAt, Instant? Watch, Instant? Leave, GateLight Light)
{
    public static ImmutableArray<WhatIf> All(StationSupply supply, Instant now)
    {
        var coming = supply.Coming(now);
        if (coming.IsEmpty) return [];
        var until = supply.Deliveries[^1].At;
        WhatIf Of(string name, params ImmutableArray<FlightId> lost)
        {
            var course = supply.Without([.. lost]);
            var lowest = course.Lowest(now, until);
            Instant? Below(ReserveLine? line) => line is null || course.FirstBelow(line.Days, now) is not { } at || at > until ? null : at;
            return new(name, lost, lowest?.Days, lowest?.At, Below(supply.Stock.Watch), Below(supply.Stock.Leave), StockLine.LightOf(supply, lowest?.Days));
        }
        return
        [
            Of("As planned"), .. coming.Select(f => Of($"{f} is lost", f)),
            .. coming.Length > 1 ? [Of($"{coming[0]} and {coming[1]} are lost", coming[0], coming[1])] : Array.Empty<WhatIf>(),
        ];
    }
}

/// <summary>One point of the course in words.</summary>
/// <param name="Source">The thing behind it; null: it follows from the others.</param>
public sealed record PointRow(StockPoint Point, string What, ThingId? Source, double? CoverBefore)
{
    public static PointRow Of(StationSupply supply, StockPoint point)
    {
        var before = supply.Course.Points.LastOrDefault(p => p.At < point.At)?.EndsAt is { } ends ? Math.Max(0, (ends - point.At).TotalDays) : (double?)null;
        var change = supply.Crew.FirstOrDefault(c => c.At == point.At && c.Flight == point.Flight).By;
        return point.Event switch
        {
            StockEvent.Audit => new(point, $"Counted{(point.Drift is { } drift ? $"; used since the last count {Say.Number(drift)} times what was planned" : "")}", null, before),
            StockEvent.Delivery => new(point, $"{point.Flight} brings {Say.Number(point.After - point.Before, 1)} kg", new(SupplyKinds.Arrival, $"{supply.Stock.Id}/{point.Flight}"), before),
            StockEvent.Crew => new(point, $"{point.Flight}: {Say.Count(Math.Abs(change), "person", "people")} {(change > 0 ? "come" : "leave")}", point.Flight!.Value.Thing, before),
            _ => new(point, "Used up", null, before),
        };
    }
}
