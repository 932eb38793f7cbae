using System.Collections.Immutable;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Campaigns.Changes;

namespace OneFlight.App.Impact;

/// <summary>What a change can be about, by its name: people pick names, addresses carry ids.</summary>
public static class Subjects
{
    /// <summary>Id and name of everything that a kind of change can be about. A name that several things share is told apart by its id.</summary>
    public static ImmutableArray<(string Id, string Name)> Of(OpenCampaign open, string kind) => open.View<ImmutableArray<(string Id, string Name)>>($"subjects-{ListOf(kind)}", () =>
    {
        IEnumerable<(string Id, string Name)> all = kind switch
        {
            ChangeText.OutKey => open.Campaign.Fleet.Vehicles.Select(v => (Id: v.Id.Thing.ToString(), v.Name))
                .Concat(open.Campaign.Fleet.Pads.Select(p => (p.Id.Thing.ToString(), p.Name)))
                .Concat(open.Campaign.Fleet.Stations.SelectMany(s => s.Ports).Select(p => (p.Id.Thing.ToString(), p.Name))),
            ChangeText.UnfitKey => open.Campaign.People.Persons.Select(p => (p.Id.Value, p.PublicName)),
            ChangeText.LateKey => open.Campaign.Cargo.Select(i => (i.Id.Value, $"{i.Name}, {open.Index.NameOf(i.Flight)}")),
            _ => open.Campaign.Flights.Where(f => f.Cancelled is null).Select(f => (f.Id.Value, f.Name)),
        };
        var found = all.ToList();
        var shared = found.CountBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. found.Select(s => (s.Id, shared.Contains(s.Name) ? $"{s.Name} ({s.Id})" : s.Name))];
    });

    /// <summary>The id of what was picked or typed; the text itself when nothing has this name or id, so that the answer can say so.</summary>
    public static string IdOf(OpenCampaign open, string kind, string text)
    {
        var all = Of(open, kind);
        return all.Any(s => s.Id == text) ? text : all.FirstOrDefault(s => s.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Id ?? text;
    }

    /// <summary>The name of an id; the id itself when nothing has it.</summary>
    public static string NameOf(OpenCampaign open, string kind, string id) => Of(open, kind).FirstOrDefault(s => s.Id == id).Name ?? id;

    /// <summary>Kinds of change about the same things share their list.</summary>
    public static string ListOf(string kind) => kind switch
    {
        ChangeText.OutKey => "units",
        ChangeText.UnfitKey => "people",
        ChangeText.LateKey => "items",
        _ => "flights",
    };
}
