namespace OneFlight.FlightMechanics.Frames;

/// <summary>Shortest distance over the WGS-84 ellipsoid.</summary>
public static class Geodesic
{
    private const double EquatorRadiusKm = 6378.137;
    private const double Flattening = 1 / 298.257223563;
    private const double PolarRadiusKm = EquatorRadiusKm * (1 - Flattening);

    /// <summary>Kilometers between two places at the surface, their heights aside; to a millimeter, near the opposite point to 30 km.</summary>
    /// <remarks>Source: Vincenty (1975), Survey Review 23, 88. Near the opposite point the series does not settle and the sphere is used.</remarks>
    public static double DistanceKm(GeodeticPlace from, GeodeticPlace to)
    {
        var (sin1, cos1) = Reduced(from.LatitudeDegrees);
        var (sin2, cos2) = Reduced(to.LatitudeDegrees);
        var difference = Math.IEEERemainder(to.LongitudeDegrees - from.LongitudeDegrees, 360) * Angles.Degree;
        var lambda = difference;
        for (var i = 0; i < 50; i++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var across = cos2 * sinLambda;
            var along = (cos1 * sin2) - (sin1 * cos2 * cosLambda);
            var sinSigma = Math.Sqrt((across * across) + (along * along));
            if (sinSigma == 0) return 0;
            var cosSigma = (sin1 * sin2) + (cos1 * cos2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cos1 * cos2 * sinLambda / sinSigma;
            var cos2Alpha = 1 - (sinAlpha * sinAlpha);
            var cosMiddle = cos2Alpha > 0 ? cosSigma - (2 * sin1 * sin2 / cos2Alpha) : 0;
            var c = Flattening / 16 * cos2Alpha * (4 + (Flattening * (4 - (3 * cos2Alpha))));
            var next = difference + ((1 - c) * Flattening * sinAlpha
                * (sigma + (c * sinSigma * (cosMiddle + (c * cosSigma * ((2 * cosMiddle * cosMiddle) - 1))))));
            if (Math.Abs(next) > Math.PI) break;
            if (Math.Abs(next - lambda) < 1e-13) return Length(sigma, sinSigma, cosSigma, cosMiddle, cos2Alpha);
            lambda = next;
        }
        return 6371.0088 * Math.Acos(Math.Clamp((sin1 * sin2) + (cos1 * cos2 * Math.Cos(difference)), -1, 1));
    }

    private static double Length(double sigma, double sinSigma, double cosSigma, double cosMiddle, double cos2Alpha)
    {
        var u2 = cos2Alpha * ((EquatorRadiusKm * EquatorRadiusKm) - (PolarRadiusKm * PolarRadiusKm)) / (PolarRadiusKm * PolarRadiusKm);
        var a = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
        var b = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
        var squared = cosMiddle * cosMiddle;
        var shift = b * sinSigma * (cosMiddle + (b / 4 * ((cosSigma * ((2 * squared) - 1))
            - (b / 6 * cosMiddle * ((4 * sinSigma * sinSigma) - 3) * ((4 * squared) - 3)))));
        return PolarRadiusKm * a * (sigma - shift);
    }

    private static (double Sin, double Cos) Reduced(double latitudeDegrees)
    {
        var (sin, cos) = Math.SinCos(latitudeDegrees * Angles.Degree);
        var (y, x) = ((1 - Flattening) * sin, cos);
        var length = Math.Sqrt((x * x) + (y * y));
        return (y / length, x / length);
    }
}
