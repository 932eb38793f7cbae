using System.Collections.Immutable;
using System.Globalization;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Cargo;

/// <summary>Puts an item on a flight's manifest and keeps the change as a new revision.</summary>
public sealed class AddCargo(KeepFact keep)
{
    /// <remarks>Refused: what <see cref="ManifestChange.Add"/> refuses, <c>unknown-flight</c>, <c>unknown-activity</c>, what cannot be read, and a vehicle that takes no more.</remarks>
    public async Task<Result<Revision<Campaign>>> Run(CampaignId campaign, FlightId flight, Typed typed, Viewer viewer, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var read = Read(flight, typed, problems);
        if (problems.Count > 0) return problems.ToImmutableArray();
        return await keep.Run(campaign, viewer, $"{flight}: {read.Name} comes onto the manifest", c => Record(c, read), stop);
    }

    private static Result<Campaign> Record(Campaign campaign, CargoItem item)
    {
        if (campaign.Flights.FirstOrDefault(f => f.Id == item.Flight) is not { Cancelled: null } flight)
            return new Problem("unknown-flight", Place.Of("flight"), $"'{item.Flight}'", "a flight of this campaign that is not cancelled");
        var activities = campaign.Templates.FirstOrDefault(t => t.Id == flight.Template)?.Activities.Select(a => a.Id).ToHashSet() ?? [];
        if (!activities.Contains(item.NeededBy)) return new Problem("unknown-activity", Place.Of("loaded with"), $"'{item.NeededBy}'", "an activity of the flight");
        var number = 1;
        while (campaign.Cargo.Any(i => i.Id == Id(item.Flight, number))) number++;
        return campaign.Cargo.Add(item with { Id = Id(item.Flight, number) }, campaign.Supply.Bags).Then<Campaign>(cargo => campaign with { Cargo = cargo });
    }

    private static CargoItemId Id(FlightId flight, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{flight}-X{number}"));

    private static CargoItem Read(FlightId flight, Typed typed, List<Problem> problems)
    {
        var mass = typed.Number("mass", "mass", "kilograms such as 12.5", problems, required: true);
        if (mass < 0) problems.Add(new("not-positive", Place.Of("mass"), $"'{typed["mass"]}'", "a mass of more than 0 kg"));
        return new(new("new"), typed["name"], flight, typed.Has("mission") ? new MissionId(typed["mission"]) : null,
            Mass.FromKilograms(mass is > 0 ? mass.Value : 0), typed.At("ready", "with us", problems), new(typed["load"]))
        {
            Direction = Word<Direction>(typed, "direction", problems) ?? default,
            Hold = Word<Hold>(typed, "hold", problems),
            Bag = typed.Has("bag") ? typed["bag"] : null,
            HazardClass = typed.Has("hazard") ? typed["hazard"] : null,
            LateLoad = new ActivityId(typed["load"]).Stem == "LATE",
            Size = Size(typed, problems),
        };
    }

    private static T? Word<T>(Typed typed, string field, List<Problem> problems) where T : struct, Enum
    {
        if (!typed.Has(field)) return null;
        if (Enum.TryParse<T>(typed[field], out var value) && Enum.IsDefined(value)) return value;
        problems.Add(new("unknown-value", Place.Of(field), $"'{typed[field]}'", $"one of {string.Join(", ", Enum.GetNames<T>())}"));
        return null;
    }

    private static ItemSize? Size(Typed typed, List<Problem> problems)
    {
        if (!typed.Has("size")) return null;
        var parts = typed["size"].Split(['×', 'x', '*'], StringSplitOptions.TrimEntries);
        int[] edges = [.. parts.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var edge) && edge is > 0 and < 100_000 ? edge : 0)];
        if (edges is [> 0, > 0, > 0]) return new(edges[0], edges[1], edges[2]);
        problems.Add(new("not-a-size", Place.Of("edges"), $"'{typed["size"]}'", "three edges in whole millimeters such as 480 × 400 × 230"));
        return null;
    }
}
