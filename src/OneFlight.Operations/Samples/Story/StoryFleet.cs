using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Samples;

/// <summary>Which units, pads and ports a kind of the story's flights may use.</summary>
internal sealed record StoryUnits(VehicleTypeId Type, ImmutableArray<VehicleId> Vehicles, ImmutableArray<PadId> Pads, ImmutableArray<PortId> Ports);

/// <summary>The station of the story and the units that fly to it, apart from the rest of the year.</summary>
internal static class StoryFleet
{
    public static readonly StoryUnits
        Crew = new(SampleFleet.Capsule.Id, Units("tern-l", 8), [new("LC-21"), new("LC-22")], [.. Ports("forward", "zenith", "aft")]),
        Cargo = new(SampleFleet.CargoShip.Id, Units("barrow-l", 5), [new("LX-21")], [.. Ports("nadir", "starboard")]);

    private static readonly TrafficRules Traffic = new(Duration.FromHours(9.2), Duration.FromHours(23.5), Duration.FromDays(5), Duration.FromMinutes(45));

    public static FleetBook Join(FleetBook fleet) => fleet with
    {
        Vehicles = [.. fleet.Vehicles, .. Crew.Vehicles.Select((v, i) => Unit(v, SampleFleet.Capsule, i)), .. Cargo.Vehicles.Select((v, i) => Unit(v, SampleFleet.CargoShip, i))],
        Pads = [.. fleet.Pads, .. Crew.Pads.Select(p => Pad(p, "Crew pad", Crew.Type, 5, 2)), .. Cargo.Pads.Select(p => Pad(p, "Cargo pad", Cargo.Type, 3, 1.5))],
        Stations = [.. fleet.Stations, new(new(StoryCast.Station), "Lyra Station", 4, 14, Traffic, [.. Crew.Ports.Select(p => Port(p, Crew.Type)), .. Cargo.Ports.Select(p => Port(p, Cargo.Type))], StoryCast.Partners)],
        Resources = [.. fleet.Resources, .. StoryStaff.Instructors.Select((p, i) => new Resource(new(p.Value), string.Create(CultureInfo.InvariantCulture, $"Instructor {i + 1}"), 1, null, []))],
    };

    private static ImmutableArray<VehicleId> Units(string prefix, int count) => [.. Enumerable.Range(1, count).Select(i => new VehicleId($"{prefix}{i}"))];

    private static IEnumerable<PortId> Ports(params string[] places) => places.Select(p => new PortId($"{StoryCast.Station}-{p}"));

    private static Vehicle Unit(VehicleId id, VehicleType type, int i) => new(id, string.Create(CultureInfo.InvariantCulture, $"{type.Name} L{i + 1}"), type.Id, []);

    private static Pad Pad(PadId id, string name, VehicleTypeId type, double before, double after) =>
        new(id, $"{name} {id.Value[3..]}", [type], Duration.FromDays(before), Duration.FromDays(after), []);

    private static Port Port(PortId id, VehicleTypeId type) => new(id, $"Lyra Station {id.Value[(StoryCast.Station.Length + 1)..]}", "IDSS", [type], null, null, []);
}
