namespace OneFlight.FlightMechanics.Propagation;

/// <summary>The gravity constants that element sets are made with, and that SGP4 must therefore use.</summary>
/// <remarks>Source: Vallado, Crawford, Hujsak, Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753, table 1.</remarks>
internal static class Wgs72
{
    public const double GmKm3PerS2 = 398_600.8;
    public const double EarthRadiusKm = 6378.135;
    public const double J2 = 0.001082616;
    public const double J3 = -0.00000253881;
    public const double J4 = -0.00000165597;
    public const double J3OverJ2 = J3 / J2;

    /// <summary>Square root of the gravitational parameter in Earth radii^1.5 per minute.</summary>
    public static readonly double Ke = 60 / Math.Sqrt(EarthRadiusKm * EarthRadiusKm * EarthRadiusKm / GmKm3PerS2);

    public static readonly double SpeedUnitKmPerSecond = EarthRadiusKm * Ke / 60;
}
