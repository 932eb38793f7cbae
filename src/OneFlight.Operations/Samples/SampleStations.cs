using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>Fictional stations with as many ports as the nominal stays need at their peak and a third more.</summary>
internal static class SampleStations
{
    /// <summary>The rules of approach that the public record of a real station bears out.</summary>
    private static readonly TrafficRules Traffic = new(
        Duration.FromHours(9.2), Duration.FromHours(23.5), SampleSchedule.Handover, Relocation: Duration.FromMinutes(45));

    private static readonly string[] Names =
        ["Meridian", "Lantern", "Corsair", "Alcyone", "Harbinger", "Windrow", "Solace", "Tidemark", "Vesper", "Oriel", "Kittiwake", "Palisade"];

    private static readonly string[] PortNames = ["forward", "zenith", "nadir", "aft", "port side", "starboard"];

    /// <summary>The organization that runs a station and grants its ports and slots; the first is the operator's own.</summary>
    public static string? Partner(int station) => station == 0 ? null : $"{Id(station)}-partners";

    public static string Name(int station) => station < Names.Length ? $"{Names[station]} Station" : $"{Names[station % Names.Length]} Station {(station / Names.Length) + 1}";

    public static string Id(int station) => Name(station).ToLowerInvariant().Replace(' ', '-');

    public static ImmutableArray<Station> Make(List<SampleFlight> flights) =>
        [.. flights.Where(f => f.Station is not null).GroupBy(f => f.Station!.Value).OrderBy(g => g.Key).Select(g => Make(g.Key, [.. g]))];

    private static Station Make(int station, List<SampleFlight> visits)
    {
        var crew = Needed(visits.Where(v => v.Kind != FlightKind.Cargo));
        var cargo = Needed(visits.Where(v => v.Kind == FlightKind.Cargo));
        // Where the two peaks never meet, some ports serve both; there is at least one such port to move to.
        var all = Math.Max(Needed(visits), Math.Max(crew, cargo));
        var ports = Enumerable.Range(0, all).Select(i => Port(station, i, forCrew: i < crew, forCargo: i >= all - cargo || i == crew - 1));
        // Residents without the days in which two crews overlap; at most, a crew of four from every capsule that fits.
        var residents = NominalUse.Peak(visits.Where(v => v.Kind == FlightKind.CrewRotation).Select(v => new Interval(v.Arrival, v.Departure - (SampleSchedule.Handover * 2))));
        return new(new(Id(station)), Name(station), Math.Max(4, 4 * residents), Math.Max(8, 4 * crew), Traffic, [.. ports], Partner(station));
    }

    private static Port Port(int station, int index, bool forCrew, bool forCargo)
    {
        var place = index < PortNames.Length ? PortNames[index] : $"port {index + 1}";
        ImmutableArray<VehicleTypeId> fits = (forCrew, forCargo) switch
        {
            (true, false) => [SampleFleet.Capsule.Id],
            (false, true) => [SampleFleet.CargoShip.Id],
            _ => [SampleFleet.CargoShip.Id, SampleFleet.Capsule.Id],
        };
        return new(new($"{Id(station)}-{place.Replace(' ', '-')}"), $"{Name(station)} {place}", "IDSS", fits, null, null, []);
    }

    private static int Needed(IEnumerable<SampleFlight> visits) => visits.ToList() is { Count: > 0 } some ? NominalUse.Sized(NominalUse.Peak(some.Select(Docked))) : 0;

    /// <summary>A port is not free again before the time that the traffic rules ask for has passed.</summary>
    private static Interval Docked(SampleFlight visit) => new(visit.Arrival, visit.Departure + Traffic.SamePort);
}
