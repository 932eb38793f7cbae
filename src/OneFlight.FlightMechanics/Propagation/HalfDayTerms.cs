namespace OneFlight.FlightMechanics.Propagation;

/// <summary>Coefficients of the resonance of eccentric half-day orbits, with their eccentricity polynomials.</summary>
/// <remarks>Source: Spacetrack Report #3, section 7 and appendix, with the corrections of AIAA 2006-6753.</remarks>
internal readonly struct HalfDayTerms
{
    private const double G22 = 5.7686396, G32 = 0.95240898, G44 = 1.8014998, G52 = 1.0508330, G54 = 4.4108898;

    private readonly double d2201, d2211, d3210, d3222, d4410, d4422, d5220, d5232, d5421, d5433;

    public HalfDayTerms(in NearEarth orbit)
    {
        var e = orbit.Eccentricity;
        var (s, c) = (orbit.SinInclination, orbit.CosInclination);
        var c2 = c * c;
        var s2 = s * s;
        var f220 = 0.75 * (1 + (2 * c) + c2);
        var f221 = 1.5 * s2;
        var f321 = 1.875 * s * (1 - (2 * c) - (3 * c2));
        var f322 = -1.875 * s * (1 + (2 * c) - (3 * c2));
        var f441 = 35 * s2 * f220;
        var f442 = 39.3750 * s2 * s2;
        var f522 = 9.84375 * s * ((s2 * (1 - (2 * c) - (5 * c2))) + (0.33333333 * (-2 + (4 * c) + (6 * c2))));
        var f523 = s * ((4.92187512 * s2 * (-2 - (4 * c) + (10 * c2))) + (6.56250012 * (1 + (2 * c) - (3 * c2))));
        var f542 = 29.53125 * s * (2 - (8 * c) + (c2 * (-12 + (8 * c) + (10 * c2))));
        var f543 = 29.53125 * s * (-2 - (8 * c) + (c2 * (12 + (8 * c) - (10 * c2))));

        var overA = Math.Pow(orbit.MeanMotion / Wgs72.Ke, 2.0 / 3);
        var scale2 = 3 * orbit.MeanMotion * orbit.MeanMotion * overA * overA;
        var scale3 = scale2 * overA;
        var scale4 = scale3 * overA;
        var scale5 = scale4 * overA;
        d2201 = scale2 * 1.7891679e-6 * f220 * (-0.306 - ((e - 0.64) * 0.440));
        d2211 = scale2 * 1.7891679e-6 * f221 * G211(e);
        d3210 = scale3 * 3.7393792e-7 * f321 * G310(e);
        d3222 = scale3 * 3.7393792e-7 * f322 * G322(e);
        d4410 = 2 * scale4 * 7.3636953e-9 * f441 * G410(e);
        d4422 = 2 * scale4 * 7.3636953e-9 * f442 * G422(e);
        d5220 = scale5 * 1.1428639e-7 * f522 * G520(e);
        d5232 = scale5 * 1.1428639e-7 * f523 * G532(e);
        d5421 = 2 * scale5 * 2.1765803e-9 * f542 * G521(e);
        d5433 = 2 * scale5 * 2.1765803e-9 * f543 * G533(e);
    }

    /// <summary>The change of the mean motion, and its slope along the longitude.</summary>
    public (double Rate, double Slope) At(double l, double perigee)
    {
        double rate = 0, slope = 0;
        Add(d2201, (2 * perigee) + l - G22, 1);
        Add(d2211, l - G22, 1);
        Add(d3210, perigee + l - G32, 1);
        Add(d3222, -perigee + l - G32, 1);
        Add(d4410, (2 * perigee) + (2 * l) - G44, 2);
        Add(d4422, (2 * l) - G44, 2);
        Add(d5220, perigee + l - G52, 1);
        Add(d5232, -perigee + l - G52, 1);
        Add(d5421, perigee + (2 * l) - G54, 2);
        Add(d5433, -perigee + (2 * l) - G54, 2);
        return (rate, slope);

        void Add(double amplitude, double angle, double multiple)
        {
            var (sin, cos) = Math.SinCos(angle);
            rate += amplitude * sin;
            slope += multiple * amplitude * cos;
        }
    }

    private static double G211(double e) => e <= 0.65 ? Cubic(e, 3.616, -13.2470, 16.2900, 0) : Cubic(e, -72.099, 331.819, -508.738, 266.724);
    private static double G310(double e) => e <= 0.65 ? Cubic(e, -19.302, 117.3900, -228.4190, 156.5910) : Cubic(e, -346.844, 1582.851, -2415.925, 1246.113);
    private static double G322(double e) => e <= 0.65 ? Cubic(e, -18.9068, 109.7927, -214.6334, 146.5816) : Cubic(e, -342.585, 1554.908, -2366.899, 1215.972);
    private static double G410(double e) => e <= 0.65 ? Cubic(e, -41.122, 242.6940, -471.0940, 313.9530) : Cubic(e, -1052.797, 4758.686, -7193.992, 3651.957);
    private static double G422(double e) => e <= 0.65 ? Cubic(e, -146.407, 841.8800, -1629.014, 1083.4350) : Cubic(e, -3581.690, 16178.110, -24462.770, 12422.520);
    private static double G520(double e) => e <= 0.65 ? Cubic(e, -532.114, 3017.977, -5740.032, 3708.2760)
        : e > 0.715 ? Cubic(e, -5149.66, 29936.92, -54087.36, 31324.56) : Cubic(e, 1464.74, -4664.75, 3763.64, 0);
    private static double G533(double e) => e < 0.7 ? Cubic(e, -919.22770, 4988.6100, -9064.7700, 5542.21) : Cubic(e, -37995.780, 161616.52, -229838.20, 109377.94);
    private static double G521(double e) => e < 0.7 ? Cubic(e, -822.71072, 4568.6173, -8491.4146, 5337.524) : Cubic(e, -51752.104, 218913.95, -309468.16, 146349.42);
    private static double G532(double e) => e < 0.7 ? Cubic(e, -853.66600, 4690.2500, -8624.7700, 5341.4) : Cubic(e, -40023.880, 170470.89, -242699.48, 115605.82);

    private static double Cubic(double e, double c0, double c1, double c2, double c3) => c0 + (e * (c1 + (e * (c2 + (e * c3)))));
}
