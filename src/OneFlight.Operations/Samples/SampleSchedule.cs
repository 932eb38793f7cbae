using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>Spreads the flights over 2027 so that their nominal times already respect the traffic rules of the stations.</summary>
internal static class SampleSchedule
{
    public static readonly Instant YearStart = Instant.FromUtc(2027, 1, 1, 0, 0);

    /// <summary>Wanted overlap of the crews of two rotations in a row.</summary>
    public static readonly Duration Handover = Duration.FromDays(5);

    // A little more than the hard 9.2 h, so that a rounded time never touches it.
    private static readonly Duration BetweenEvents = Duration.FromHours(10);

    private static readonly (FlightKind Kind, string Template, string Name)[] Kinds =
    [
        (FlightKind.CrewRotation, "iss-crew-rotation", "MERIDIAN"), (FlightKind.PrivateMission, "private-astronaut-mission", "SOLSTICE"),
        (FlightKind.FreeFlyer, "free-flyer-3-day", "HALCYON"), (FlightKind.Cargo, "cargo-resupply", "ARGO"),
    ];

    public static List<SampleFlight> Make(SampleMix mix, SampleReference reference, SampleRandom random)
    {
        var flights = new List<SampleFlight>();
        foreach (var (kind, template, name) in Kinds)
        {
            var count = mix.Count(kind);
            var nominal = reference.Templates.Templates.Single(t => t.Template.Id == template);
            var digits = count < 10 ? 1 : count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
            var stay = kind == FlightKind.FreeFlyer ? nominal.Anchors[Anchor.End] : nominal.Anchors[Anchor.Departure] - nominal.Anchors[Anchor.Arrival];
            for (var i = 0; i < count; i++)
            {
                var number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');
                flights.Add(new(
                    new($"{name}-{number}"), kind, i + 1, nominal, StationOf(kind, i, mix), LaunchOf(kind, i, count, random), stay + Variation(kind, random)));
            }
        }
        return KeepApart([.. flights.OrderBy(f => f.Launch).ThenBy(f => f.Id.Value, StringComparer.Ordinal)], RotationChains(mix.Rotations));
    }

    /// <summary>How many crews live on stations at the same time; each chain hands over every 175 days.</summary>
    private static int RotationChains(int rotations) => Math.Max(1, (int)Math.Round(rotations / 2.0, MidpointRounding.AwayFromZero));

    private static Instant LaunchOf(FlightKind kind, int index, int count, SampleRandom random)
    {
        // Evenly over the year; rotations so that two of a chain lie 175 days apart.
        var step = kind == FlightKind.CrewRotation ? 175.0 / RotationChains(count) : 350.0 / count;
        var first = kind switch { FlightKind.CrewRotation => 12.0, FlightKind.PrivateMission => 30.0 % step, FlightKind.FreeFlyer => 6.0 % step, _ => 3.0 % step };
        var jitter = kind == FlightKind.CrewRotation ? 0.01 : 0.22;
        var day = first + (step * (index + random.Between(-jitter, jitter)));
        return YearStart + Duration.FromMinutes(Math.Round(Math.Max(0.3, day) * 1440));
    }

    /// <summary>Some customers buy a longer stay than the template has; a rotation's is set by who relieves it.</summary>
    private static Duration Variation(FlightKind kind, SampleRandom random) => kind switch
    {
        FlightKind.PrivateMission => Duration.FromHours(random.Below(4) * 12),
        FlightKind.Cargo => Duration.FromDays(random.Below(9) - 4),
        _ => Duration.Zero,
    };

    private static int? StationOf(FlightKind kind, int index, SampleMix mix) => kind switch
    {
        FlightKind.FreeFlyer => null,
        // The last station has no resident crew where there is more than one.
        FlightKind.CrewRotation => index % RotationChains(mix.Rotations) % Math.Max(1, mix.Stations - 1),
        FlightKind.PrivateMission => (mix.Stations - 1 + index) % mix.Stations,
        _ => index % mix.Stations,
    };

    /// <summary>Moves a station flight later, an hour and a half at a time, until its events keep the distance to all others.</summary>
    private static List<SampleFlight> KeepApart(List<SampleFlight> flights, int chains)
    {
        var relief = flights.Where(f => f.Kind == FlightKind.CrewRotation).ToDictionary(f => f.Number);
        var events = new Dictionary<int, List<Instant>>();
        for (var i = 0; i < flights.Count; i++)
        {
            var flight = flights[i];
            if (flight.Station is not { } station) continue;
            if (flight.Kind == FlightKind.CrewRotation && relief.TryGetValue(flight.Number + chains, out var next))
                flight = flight with { Stay = next.Launch - flight.Launch + Handover };
            if (!events.TryGetValue(station, out var taken)) events.Add(station, taken = []);
            while (Near(taken, flight.Arrival) || Near(taken, flight.Departure)) flight = flight with { Launch = flight.Launch + Duration.FromMinutes(90) };
            taken.AddRange([flight.Arrival, flight.Departure]);
            flights[i] = flight;
        }
        return [.. flights.OrderBy(f => f.Launch).ThenBy(f => f.Id.Value, StringComparer.Ordinal)];
    }

    private static bool Near(List<Instant> taken, Instant at) => taken.Any(t => (t > at ? t - at : at - t) < BetweenEvents);
}
