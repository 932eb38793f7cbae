using System.Collections.Immutable;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>The fictional organizations around the operator.</summary>
internal sealed record SampleOrganizations(
    OrganizationId Operator, ImmutableArray<OrganizationId> Agencies, ImmutableArray<OrganizationId> Laboratories, ImmutableArray<OrganizationId> Universities,
    ImmutableArray<OrganizationId> Brands, ImmutableArray<OrganizationId> Cultures, ImmutableArray<OrganizationId> Families,
    ImmutableArray<OrganizationId> Brokers, ImmutableArray<OrganizationId> Stations)
{
    public static SampleOrganizations Make(SamplePeople people, int stations) => new(
        people.Add("halyard-spacelines", "Halyard Spacelines", OrganizationKind.Operator, "America/New_York"),
        All(people, OrganizationKind.Agency,
            ("Nordhavet Space Agency", "Europe/Oslo"), ("Cordillera Space Commission", "America/Santiago"),
            ("Kurogane Space Office", "Asia/Tokyo"), ("Sahel Space Agency", "Africa/Dakar"), ("Danube Astronaut Program", "Europe/Budapest")),
        All(people, OrganizationKind.Laboratory,
            ("Tidewater Protein Laboratory", "America/New_York"), ("Institute for Slow Crystals", "Europe/Zurich"), ("Vasa Tissue Works", "Europe/Stockholm"),
            ("Kinabalu Materials Laboratory", "Asia/Kuala_Lumpur"), ("Ferrum Alloy Research", "Europe/Berlin"), ("Southern Root Laboratory", "Australia/Adelaide"),
            ("Ostrava Fiber Optics", "Europe/Prague"), ("Pampa Vaccine Institute", "America/Argentina/Buenos_Aires")),
        All(people, OrganizationKind.University,
            ("Nyanza Institute of Technology", "Africa/Kampala"), ("Selkirk Polytechnic", "Europe/London"), ("College of the Two Rivers", "America/Chicago"),
            ("Bergslagen Technical College", "Europe/Stockholm"), ("Estrecho University", "Europe/Madrid"), ("Deccan School of Engineering", "Asia/Kolkata"),
            ("Waitaki Schools Network", "Pacific/Auckland"), ("Altiplano Teachers College", "America/La_Paz")),
        All(people, OrganizationKind.Brand,
            ("Halden Watchmakers", "Europe/Zurich"), ("Lumen and Loom", "Europe/Paris"), ("Bellweather Coffee", "America/Los_Angeles"),
            ("Orrery Films", "America/Toronto"), ("Kogane Ceramics", "Asia/Tokyo")),
        All(people, OrganizationKind.Other,
            ("Museum of Small Voyages", "Europe/Lisbon"), ("Orchestra of the Estuary", "Europe/London"), ("The Lacquer Guild", "Asia/Ho_Chi_Minh"),
            ("Theater Without Walls", "America/Mexico_City"), ("House of Letters", "Africa/Cairo"), ("Weavers of the High Valley", "America/Lima")),
        All(people, OrganizationKind.Family,
            ("Alder family office", "Europe/Zurich"), ("Rowan family office", "Asia/Singapore"), ("Juniper family office", "America/New_York"),
            ("Mangrove family office", "Asia/Dubai"), ("Larch family office", "Europe/London")),
        All(people, OrganizationKind.Broker,
            ("Zenith Row Travel", "Europe/London"), ("Meadowlark Private Journeys", "America/New_York"),
            ("Atrium Cultural Agency", "Europe/Paris"), ("Harbor and Vale", "Asia/Singapore")),
        Partners(people, stations));

    /// <summary>The id of an organization of this name.</summary>
    public static OrganizationId IdOf(string name) => new(name.ToLowerInvariant().Replace(' ', '-'));

    private static ImmutableArray<OrganizationId> All(SamplePeople people, OrganizationKind kind, params (string Name, string Zone)[] named) =>
        // Nobody is named yet at the fourth of the larger groups.
        [.. named.Select((n, i) => people.Add(IdOf(n.Name).Value, n.Name, kind, n.Zone, reachable: i != 3 || kind is OrganizationKind.Agency or OrganizationKind.Broker))];

    /// <summary>The range and, one for each station that is not the operator's own, who runs it.</summary>
    private static ImmutableArray<OrganizationId> Partners(SamplePeople people, int stations)
    {
        people.Add(SamplePads.Range, "Cape Sorrel Range", OrganizationKind.Range, "America/New_York");
        string[] zones = ["Europe/Paris", "America/Chicago", "Asia/Tokyo"];
        var partners = ImmutableArray.CreateBuilder<OrganizationId>();
        for (var i = 0; i < stations; i++)
            partners.Add(SampleStations.Partner(i) is { } partner
                ? people.Add(partner, $"{SampleStations.Name(i)} Partners", OrganizationKind.Station, zones[i % zones.Length])
                : people.Add("meridian-station-office", "Meridian Station Office", OrganizationKind.Station, "America/New_York"));
        return partners.ToImmutable();
    }
}
