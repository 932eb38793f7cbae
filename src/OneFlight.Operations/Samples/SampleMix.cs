using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>How many flights of each kind a fictional year has.</summary>
internal sealed record SampleMix(int Rotations, int PrivateMissions, int FreeFlights, int CargoFlights)
{
    private static readonly int[] Of110 = [6, 6, 50, 48];

    /// <summary>The mix of 110 flights, in proportion; what rounding leaves over goes to the largest remainders.</summary>
    public static SampleMix Of(int flights)
    {
        var whole = Of110.Select(part => (int)((long)part * flights / 110)).ToArray();
        var order = Enumerable.Range(0, 4).OrderByDescending(i => (long)Of110[i] * flights % 110).ThenBy(i => i).ToArray();
        for (var i = 0; whole.Sum() < flights; i++) whole[order[i]]++;
        return new(whole[0], whole[1], whole[2], whole[3]);
    }

    public int Count(FlightKind kind) => kind switch
    {
        FlightKind.CrewRotation => Rotations,
        FlightKind.PrivateMission => PrivateMissions,
        FlightKind.FreeFlyer => FreeFlights,
        _ => CargoFlights,
    };

    /// <summary>Stations at work: three at 110 flights, so that one carries about twenty visits a year.</summary>
    public int Stations => Math.Max(1, (int)Math.Round((Rotations + PrivateMissions + CargoFlights) / 20.0, MidpointRounding.AwayFromZero));
}
