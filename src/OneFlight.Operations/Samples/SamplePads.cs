using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>Launch pads of the fictional range. They are held from the longest template's rollout until they are cleaned up.</summary>
internal static class SamplePads
{
    public const string Range = "cape-sorrel-range";

    private static readonly (string Prefix, string Name, Func<FlightKind, bool> Serves, Duration Before, Duration After)[] Groups =
    [
        // Rollout is six days ahead for a rotation, five for a guest flight, three for cargo.
        ("LC", "Crew pad", kind => kind != FlightKind.Cargo, Duration.FromDays(6), Duration.FromDays(2)),
        ("LX", "Cargo pad", kind => kind == FlightKind.Cargo, Duration.FromDays(3), Duration.FromDays(1.5)),
    ];

    public static ImmutableArray<Pad> Make(List<SampleFlight> flights)
    {
        var pads = ImmutableArray.CreateBuilder<Pad>();
        foreach (var (prefix, name, serves, before, after) in Groups)
        {
            var held = flights.Where(f => serves(f.Kind)).ToList();
            if (held.Count == 0) continue;
            var count = NominalUse.Sized(NominalUse.Peak(held.Select(f => new Interval(f.Launch - before, f.Launch + after))));
            ImmutableArray<VehicleTypeId> types = [.. held.Select(f => SampleFleet.TypeOf(f.Kind).Id).Distinct().OrderBy(t => t.Value, StringComparer.Ordinal)];
            for (var i = 1; i <= count; i++)
                pads.Add(new(new($"{prefix}-{i}"), $"{name} {i}", types, before, after, [], GrantedBy(i, count)));
        }
        return pads.ToImmutable();
    }

    /// <summary>Of several pads the last belongs to the range, which has to grant it; the others are the operator's own.</summary>
    private static string? GrantedBy(int pad, int count) => count > 1 && pad == count ? Range : null;
}
