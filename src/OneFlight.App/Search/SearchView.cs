using System.Collections.Immutable;
using System.Globalization;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Links;

namespace OneFlight.App.Search;

/// <summary>What the palette and the search page found, by kind; a command such as "slip HALCYON-07 9" comes first.</summary>
public sealed record SearchView(OpenCampaign Open, string Text, ImmutableArray<SearchGroup> Groups)
{
    private const int MostInGroup = 8;

    public int Count => Groups.Sum(g => g.Found.Length);

    public static SearchView From(OpenCampaign open, string? text)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return new(open, "", [new("Go to", Places(open))]);
        var entries = open.View("search", () => EntriesOf(open));
        var found = entries
            .Where(e => words.All(w => e.Text.Contains(w, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(e => e.Name.StartsWith(words[0], StringComparison.OrdinalIgnoreCase)).ThenBy(e => e.Name.Length)
            .GroupBy(e => e.Kind)
            .OrderBy(g => Array.IndexOf(order, g.Key))
            .Select(g => new SearchGroup(g.Key, [.. g.Take(MostInGroup).Select(e => new Found(e.Name, e.Note, e.Path))]));
        var places = Places(open).Where(p => words.All(w => p.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).ToImmutableArray();
        ImmutableArray<SearchGroup> first = Commands(open, words) is { IsEmpty: false } commands ? [new("Try", commands)] : [];
        return new(open, text!.Trim(), [.. first, .. places.IsEmpty ? [] : new[] { new SearchGroup("Go to", places) }, .. found]);
    }

    private static readonly string[] order = ["Flights", "Missions", "Promises", "People", "Organizations", "Fleet", "Cargo"];

    private static ImmutableArray<Found> Places(OpenCampaign open) =>
    [
        new("Board", "all flights on a time line", Paths.Board(open.Id)), new("Flights", "", Paths.Flights(open.Id)),
        new("Impact room", "try a change", Paths.Impact(open.Id)), new("Promises", "the ledger", Paths.Promises(open.Id)),
        new("Promises at risk", "", Paths.Promises(open.Id) + "?view=at-risk"), new("Broken promises", "", Paths.Promises(open.Id) + "?view=broken"),
        new("Missions", "", Paths.Missions(open.Id)), new("Who must hear", "tasks", Paths.Tasks(open.Id)),
        new("Check", "violations and findings", Paths.Check(open.Id)), new("Revisions", "", Paths.Revisions(open.Id)),
    ];

    /// <summary>"slip FLIGHT DAYS" and "cancel FLIGHT" lead to the impact room; nothing is done by typing.</summary>
    private static ImmutableArray<Found> Commands(OpenCampaign open, string[] words)
    {
        if (words.Length < 2 || words[0].ToLowerInvariant() is not ("slip" or "cancel") and var verb) return [];
        var flight = open.Campaign.Flights.FirstOrDefault(f => f.Name.Equals(words[1], StringComparison.OrdinalIgnoreCase) || f.Id.Value.Equals(words[1], StringComparison.OrdinalIgnoreCase))
            ?? open.Campaign.Flights.FirstOrDefault(f => f.Name.Contains(words[1], StringComparison.OrdinalIgnoreCase));
        if (flight is null) return [];
        if (words[0].Equals("cancel", StringComparison.OrdinalIgnoreCase))
            return [new($"Cancel {flight.Name}", "see what it touches", new Query(Paths.Impact(open.Id), [("cancel", flight.Id.Value)]).ToString())];
        var days = words.Length > 2 && decimal.TryParse(words[2].TrimEnd('d'), NumberStyles.Float, CultureInfo.InvariantCulture, out var given) ? given : 9;
        var shift = days.ToString("+0.####;-0.####;+0", CultureInfo.InvariantCulture) + "d";
        return [new($"Slip {flight.Name} by {shift}", "see what it touches", new Query(Paths.Impact(open.Id), [("slip", $"{flight.Id}={shift}")]).ToString())];
    }

    private sealed record Entry(string Kind, string Name, string Note, string Text, string Path);

    private static List<Entry> EntriesOf(OpenCampaign open)
    {
        var (c, index) = (open.Campaign, open.Index);
        string At(ThingId thing) => Paths.Thing(open.Id, thing);
        IEnumerable<Entry> entries =
        [
            .. c.Flights.Select(f => new Entry("Flights", f.Name, f.Plan is { } p ? Say.Day(p.Launch) : "no plan", $"{f.Name} {f.Id} flight", At(f.Thing))),
            .. c.Missions.Select(m => new Entry("Missions", m.Name, m.Flight is { } f ? index.NameOf(f) : "no flight yet", $"{m.Name} {m.Id} {m.Success} mission", At(m.Thing))),
            .. c.Promises.Select(p => new Entry("Promises", p.Words, index.NameOf(p.Mission), $"{p.Words} {p.Id} {p.Rule} promise {index.NameOf(p.Mission)}", At(p.Id.Thing))),
            .. c.People.Persons.Select(p => new Entry("People", p.PublicName, index.NameOf(p.Alias is null ? p.Organization : null, ""), $"{p.PublicName} {p.Id} person", At(p.Id.Thing))),
            .. c.People.Organizations.Select(o => new Entry("Organizations", o.Name, Say.Words(o.Kind), $"{o.Name} {o.Id}", Paths.Missions(open.Id) + "?q=" + Uri.EscapeDataString(o.Name))),
            .. c.Fleet.Vehicles.Select(v => new Entry("Fleet", v.Name, "vehicle", $"{v.Name} {v.Id} vehicle", At(v.Id.Thing))),
            .. c.Fleet.Pads.Select(p => new Entry("Fleet", p.Name, "pad", $"{p.Name} {p.Id} pad", At(p.Id.Thing))),
            .. c.Fleet.Stations.SelectMany(s => s.Ports).Select(p => new Entry("Fleet", p.Name, "port", $"{p.Name} {p.Id} port", At(p.Id.Thing))),
            .. c.Fleet.Resources.Select(r => new Entry("Fleet", r.Name, "resource", $"{r.Name} {r.Id} resource", At(r.Id.Thing))),
            .. c.Cargo.Select(i => new Entry("Cargo", i.Name, index.NameOf(i.Flight), $"{i.Name} {i.Id} cargo", At(i.Id.Thing))),
        ];
        return [.. entries];
    }
}

/// <summary>Found things of one kind.</summary>
public sealed record SearchGroup(string Name, ImmutableArray<Found> Found);

/// <param name="Note">What tells it from others of the same name.</param>
public sealed record Found(string Name, string Note, string Path);
