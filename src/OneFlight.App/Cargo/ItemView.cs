using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.App.Cargo;

/// <summary>One item: what it is, whose hands it went through, and how cold it stayed.</summary>
/// <param name="Broken">Where the chain of hashes does not hold; empty: it was verified from the first entry to the last.</param>
/// <param name="Hands">To whom one may hand it, as proposals.</param>
public sealed record ItemView(
    OpenCampaign Open, CargoItem Item, Flight? Flight, string For, CargoBag? Bag, ImmutableArray<(string Name, string Value)> Facts,
    ImmutableArray<LogEntry> Entries, Custody Custody, ColdChain? Cold, TemperatureStrip? Strip, ImmutableArray<Problem> Broken,
    SampleLifeState? Life, ImmutableArray<string> Hands, ImmutableArray<Problem> Problems, Typed Typed, Instant Now, bool MayWrite)
{
    public static ItemView? From(OpenCampaign open, string id, ImmutableArray<LogEntry> entries, ImmutableArray<Problem> problems, Typed typed, Instant now, bool mayWrite)
    {
        if (open.Campaign.Cargo.FirstOrDefault(i => i.Id.Value == id) is not { } item) return null;
        var flight = open.Index.Flights.GetValueOrDefault(item.Flight);
        var row = CargoRow.Of(open, item, null, now);
        var custody = Custody.Of(entries);
        return new(open, item, flight, row.For, row.Bag, FactsOf(open, item, row.Bag, flight), entries, custody,
            item.Cold is { } need ? ColdChain.Of(need, custody.Readings) : null, TemperatureStrip.Of(custody.Readings, item.Cold?.WarmestCelsius, flight?.Plan?.End),
            LogChain.Verify(entries), item.Life is { } life ? new(life.Ends, life.Needed(item, flight?.Plan), life.Until, item.LeftBehind) : null,
            HandsOf(open, item, custody), problems, typed, now, mayWrite);
    }

    /// <summary>From splashdown to a freezer, in words.</summary>
    public string ToFreezer => Flight?.Plan?.End is not { } landing || landing > Now ? "has not landed"
        : Custody.ToFreezer(landing) is { } taken ? $"{Say.Number(taken.TotalHours, 1)} h{(Item.Return is { } wanted ? $" of at most {Say.Number(wanted.WithinHours, 0)} h" : "")}"
        : $"not yet, {Say.Span(Now - landing)} since landing";

    private static ImmutableArray<(string, string)> FactsOf(OpenCampaign open, CargoItem item, CargoBag? bag, Flight? flight)
    {
        var facts = ImmutableArray.CreateBuilder<(string, string)>();
        facts.Add(("Mass", item.Mass.ToString()));
        facts.Add(("Edges", item.Size?.ToString() ?? "not measured"));
        facts.Add(("Way", Say.Words(item.Direction)));
        facts.Add(("Hold", item.Hold is { } hold ? Say.Words(hold) : Say.Unknown));
        facts.Add(("Bag", bag is null ? item.Bag ?? "none" : $"{bag.Name}: {bag.External?.ToString() ?? "edges not known"} outside, {(bag.Own is { } own ? $"{own} empty" : "own mass not known")}, at most {(bag.MaximumLoaded is { } most ? most.ToString() : "an unknown mass")} loaded (confidence {bag.Confidence})"));
        facts.Add(("Hazard class", item.HazardClass is null ? "not assessed yet" : item.HazardClass == HazardClasses.None ? "none: assessed, not dangerous" : item.HazardClass));
        facts.Add(("Priority", Say.Words(item.Priority)));
        facts.Add(("Cold", item.Cold is { } cold ? $"at most {Say.Number(cold.WarmestCelsius, 1)} °C, {Say.Number(cold.HoursUnpowered, 1)} h without power, {Say.Number(cold.MinutesAbove, 0)} min warmer allowed in all" : "no need"));
        if (item.Life is { } life) facts.Add(("Life", $"prepared {Say.When(life.Prepared)}, good for {Say.Span(life.Lasts)}, to be {Say.Words(life.Until)} by {Say.When(life.Ends)}"));
        if (item.Return is { } back) facts.Add(("After landing", $"to {back.To} within {Say.Number(back.WithinHours, 0)} h"));
        facts.Add(("With us", Say.When(item.Ready)));
        var deadline = flight is null ? null : Manifest.Deadline(item, flight);
        facts.Add((item.LateLoad ? "Late load" : "Needed by", (flight is null ? null : open.Index.TemplateOf(flight, item.NeededBy)?.Name ?? item.NeededBy.Value) + (deadline is { } by ? $", ends {Say.When(by)}" : "")));
        if (item.Supplies is { } supplies) facts.Add(("Station stock", open.Campaign.Supply.Consumables.FirstOrDefault(c => c.Id == supplies)?.Name ?? supplies));
        return facts.ToImmutable();
    }

    private static ImmutableArray<string> HandsOf(OpenCampaign open, CargoItem item, Custody custody)
    {
        var customer = item.Mission is { } mission && open.Index.Missions.TryGetValue(mission, out var found) && found.Customer is { } organization ? open.Index.NameOf(organization) : null;
        string?[] hands = [customer, "Logistics", "Cold stowage team at the pad", $"Crew of {item.Flight}", "Crew of the station", "Recovery cold team", "Cold courier"];
        return [.. hands.OfType<string>().Where(h => h != custody.Holder).Distinct()];
    }
}
