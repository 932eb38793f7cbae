using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>The fictional fleet, sized so that the nominal times use about three quarters of every unit, pad, port and resource at their peak.</summary>
internal static class SampleFleet
{
    private const string Source = "fictional; figures near those of data/reference/vehicles.csv";

    // Docking capsule, capsule with a viewing dome in place of the docking ring, cargo ship.
    public static readonly VehicleType Capsule = new(
        new("tern"), "Tern capsule", VehicleRole.Crew, "IDSS", Reusable: true, 2, 4, 6,
        Mass.FromKilograms(5200), Mass.FromKilograms(2600), Duration.FromDays(10), Duration.FromDays(210), Duration.FromDays(130), "fictional", Source)
    { PressurizedVolumeM3 = 9.3, UnpressurizedVolumeM3 = 30, ColdLockers = 4 };

    public static readonly VehicleType DomeCapsule = new(
        new("tern-dome"), "Tern dome", VehicleRole.Crew, null, Reusable: true, 2, 5, 5,
        Mass.FromKilograms(2100), Mass.FromKilograms(2100), Duration.FromDays(7), null, Duration.FromDays(96), "fictional", Source)
    { PressurizedVolumeM3 = 6, UnpressurizedVolumeM3 = 0, ColdLockers = 2 };

    public static readonly VehicleType CargoShip = new(
        new("barrow"), "Barrow cargo ship", VehicleRole.Cargo, "IDSS", Reusable: true, 0, 0, 0,
        Mass.FromKilograms(5800), Mass.FromKilograms(3000), Duration.FromDays(8), Duration.FromDays(75), Duration.FromDays(110), "fictional", Source)
    { PressurizedVolumeM3 = 27, UnpressurizedVolumeM3 = 14, ColdLockers = 12 };

    public static VehicleType TypeOf(FlightKind kind) => kind switch
    {
        FlightKind.FreeFlyer => DomeCapsule,
        FlightKind.Cargo => CargoShip,
        _ => Capsule,
    };

    public static FleetBook Make(List<SampleFlight> flights, ImmutableArray<ResourceName> resources) => new(
        [Capsule, DomeCapsule, CargoShip], Vehicles(flights), SamplePads.Make(flights), SampleStations.Make(flights), Resources(flights, resources));

    private static ImmutableArray<Vehicle> Vehicles(List<SampleFlight> flights)
    {
        var vehicles = ImmutableArray.CreateBuilder<Vehicle>();
        foreach (var type in new[] { Capsule, DomeCapsule, CargoShip })
        {
            var held = flights.Where(f => TypeOf(f.Kind) == type).Select(f => new Interval(f.Launch, f.End + type.Turnaround!.Value)).ToList();
            if (held.Count == 0) continue;
            var units = NominalUse.Sized(NominalUse.Peak(held));
            for (var i = 1; i <= units; i++)
                vehicles.Add(new(new($"{type.Id}-{i:00}"), $"{type.Name} {i:00}", type.Id, Overhaul(i, units)));
        }
        return vehicles.ToImmutable();
    }

    /// <summary>The last of many units is in overhaul as the year begins, as one of any larger fleet is.</summary>
    private static ImmutableArray<Outage> Overhaul(int unit, int units) => unit == units && units > 6
        ? [new(SampleSchedule.YearStart, SampleSchedule.YearStart + Duration.FromDays(100), "Structural inspection after the tenth flight")]
        : [];

    /// <summary>A resource with one booking for each activity that asks for it, over all flights at their nominal times.</summary>
    private static ImmutableArray<Resource> Resources(List<SampleFlight> flights, ImmutableArray<ResourceName> names)
    {
        var booked = names.ToDictionary(n => n.Id, _ => new List<Interval>());
        foreach (var flight in flights)
            foreach (var activity in flight.Template.Template.Activities)
                foreach (var need in activity.Needs)
                    booked[need].Add(flight.At(activity));
        return [.. names.Select(n => new Resource(n.Id, char.ToUpperInvariant(n.Name[0]) + n.Name[1..], NominalUse.Sized(NominalUse.Peak(booked[n.Id])), null, []))];
    }
}
