namespace OneFlight.FlightMechanics.Frames;

/// <summary>A place over the WGS-84 ellipsoid.</summary>
/// <param name="LatitudeDegrees">Geodetic, north positive.</param>
/// <param name="LongitudeDegrees">East positive.</param>
/// <param name="HeightKm">Above the ellipsoid.</param>
public readonly record struct GeodeticPlace(double LatitudeDegrees, double LongitudeDegrees, double HeightKm)
{
    private const double EquatorRadiusKm = 6378.137;
    private const double Flattening = 1 / 298.257223563;
    private const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>The place straight below or above, in the sense of the ellipsoid's normal; longitude from -180 to 180.</summary>
    public static GeodeticPlace Below(State<Itrf> state) => FromItrf(state.PositionKm);

    /// <summary>Position in ITRF.</summary>
    public Vector ToItrfKm()
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(LatitudeDegrees * Angles.Degree);
        var (sinLongitude, cosLongitude) = Math.SinCos(LongitudeDegrees * Angles.Degree);
        var n = EquatorRadiusKm / Math.Sqrt(1 - (EccentricitySquared * sinLatitude * sinLatitude));
        return new((n + HeightKm) * cosLatitude * cosLongitude, (n + HeightKm) * cosLatitude * sinLongitude, ((n * (1 - EccentricitySquared)) + HeightKm) * sinLatitude);
    }

    /// <remarks>Source: Bowring (1985), Survey Review 28, 202, repeated until the latitude stands still; defined at the poles too.</remarks>
    internal static GeodeticPlace FromItrf(Vector itrfKm)
    {
        var fromAxis = Math.Sqrt((itrfKm.X * itrfKm.X) + (itrfKm.Y * itrfKm.Y));
        var reduced = Math.Atan2(itrfKm.Z, (1 - Flattening) * fromAxis);
        double latitude = 0;
        for (var i = 0; i < 5; i++)
        {
            var (s, c) = Math.SinCos(reduced);
            var next = Math.Atan2(
                itrfKm.Z + (EccentricitySquared / (1 - EccentricitySquared) * (1 - Flattening) * EquatorRadiusKm * s * s * s),
                fromAxis - (EccentricitySquared * EquatorRadiusKm * c * c * c));
            if (Math.Abs(next - latitude) < 1e-15) break;
            latitude = next;
            reduced = Math.Atan((1 - Flattening) * Math.Tan(latitude));
        }
        var (sin, cos) = Math.SinCos(latitude);
        var height = (fromAxis * cos) + (itrfKm.Z * sin) - (EquatorRadiusKm * Math.Sqrt(1 - (EccentricitySquared * sin * sin)));
        return new(latitude / Angles.Degree, Math.Atan2(itrfKm.Y, itrfKm.X) / Angles.Degree, height);
    }
}
