using NodaTime;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Tests.Cargo;

/// <summary>A flight with a late load, a vehicle and items; tests name what matters.</summary>
internal static class Any
{
    public static readonly Instant Launch = Instant.FromUtc(2030, 3, 1, 12, 0);
    public static readonly ActivityId Late = new("P-LATE");
    public static readonly CargoBag Bag = new("ctb-single", "CTB single", 1, new(502, 425, 248), 0.053, Mass.FromKilograms(27.2), Mass.FromKilograms(1.8), "high", "test");

    public static readonly VehicleType Capsule = new(new("capsule"), "Capsule", VehicleRole.Crew, "IDSS", true, UpCapacity: Mass.FromKilograms(100), DownCapacity: Mass.FromKilograms(50))
    {
        PressurizedVolumeM3 = 1, UnpressurizedVolumeM3 = 0.5, ColdLockers = 1,
    };

    public static Flight Flight(bool planned = true) => new(
        new("F1"), "F1", FlightKind.PrivateMission, null, new(Launch, null, null, Duration.FromDays(10), Duration.FromDays(1), Duration.FromDays(1), null, [Capsule.Id], [], [], []), [],
        !planned ? null : new(Launch, Launch + Duration.FromDays(1), Launch + Duration.FromDays(11), Launch + Duration.FromDays(12), new("V1"), null, [],
            [new(Late, Launch - Duration.FromHours(36), Launch - Duration.FromHours(26), ActivityStatus.Planned)], []));

    public static CargoItem Item(string id = "I1", double kilograms = 10, Direction way = Direction.Up, string? bag = null, ItemSize? size = null, string? hazard = HazardClasses.None) =>
        new(new(id), $"Item {id}", new("F1"), null, Mass.FromKilograms(kilograms), Launch - Duration.FromDays(3), Late)
        {
            Direction = way, Hold = Hold.Pressurized, Bag = bag, Size = size ?? new(300, 200, 100), HazardClass = hazard,
        };

    public static Manifest Manifest(params CargoItem[] items) => Operations.Cargo.Manifest.Of(Flight(), Capsule, items, [Bag], Samples.SampleCargoTables.Segregation);
}
