using System.Text;
using OneFlight.Operations.Campaigns;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>What the readers of one file share; lives only while the file is read.</summary>
internal sealed class FileReading(LocatedJson json, FileProblems problems)
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> interned =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public LocatedJson Json => json;
    public FileProblems Problems => problems;
    public KnownIds Ids { get; } = new();

    /// <summary>Fields asked for, of the object being read and of those around it.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Activity ids of each template, for the flights that follow it.</summary>
    public Dictionary<string, HashSet<string>> TemplateActivities { get; } = [];

    /// <summary>Activities that a flight has beyond those of its template.</summary>
    public HashSet<(string Flight, string Activity)> OwnActivities { get; } = [];

    /// <summary>The template of each flight; null: none.</summary>
    public Dictionary<string, string?> FlightTemplates { get; } = [];

    /// <summary>One string for the same id read many times: activity and port ids come by the hundred thousand.</summary>
    public string Intern(ReadOnlySpan<byte> utf8)
    {
        const int longest = 64;
        if (utf8.Length > longest) return Encoding.UTF8.GetString(utf8);
        Span<char> letters = stackalloc char[longest];
        var key = letters[..Encoding.UTF8.GetChars(utf8, letters)];
        if (interned.TryGetValue(key, out var known)) return known;
        var added = key.ToString();
        interned[key] = added;
        return added;
    }
}

/// <summary>The ids of a campaign, for a file that adds to it.</summary>
internal static class CampaignIds
{
    public static void Learn(this FileReading reading, Campaign campaign)
    {
        var ids = reading.Ids;
        foreach (var type in campaign.Fleet.Types) ids.Has(IdKinds.Type, type.Id.Value);
        foreach (var vehicle in campaign.Fleet.Vehicles) ids.Has(IdKinds.Vehicle, vehicle.Id.Value);
        foreach (var pad in campaign.Fleet.Pads) ids.Has(IdKinds.Pad, pad.Id.Value);
        foreach (var station in campaign.Fleet.Stations)
        {
            ids.Has(IdKinds.Station, station.Id.Value);
            foreach (var port in station.Ports) ids.Has(IdKinds.Port, port.Id.Value);
        }
        foreach (var resource in campaign.Fleet.Resources) ids.Has(IdKinds.Resource, resource.Id.Value);
        foreach (var organization in campaign.People.Organizations) ids.Has(IdKinds.Organization, organization.Id.Value);
        foreach (var person in campaign.People.Persons) ids.Has(IdKinds.Person, person.Id.Value);
        foreach (var template in campaign.Templates)
        {
            ids.Has(IdKinds.Template, template.Id);
            reading.TemplateActivities[template.Id] = [.. template.Activities.Select(a => a.Id.Value)];
        }
        foreach (var rule in campaign.Rules) ids.Has(IdKinds.Rule, rule.Id);
        foreach (var flight in campaign.Flights)
        {
            ids.Has(IdKinds.Flight, flight.Id.Value);
            reading.FlightTemplates[flight.Id.Value] = flight.Template;
            foreach (var own in flight.OwnActivities) reading.OwnActivities.Add((flight.Id.Value, own.Id.Value));
        }
        foreach (var mission in campaign.Missions) ids.Has(IdKinds.Mission, mission.Id.Value);
        foreach (var promise in campaign.Promises) ids.Has(IdKinds.Promise, promise.Id.Value);
        foreach (var item in campaign.Cargo) ids.Has(IdKinds.Cargo, item.Id.Value);
    }
}
