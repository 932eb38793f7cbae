namespace OneFlight.FlightMechanics.Propagation;

/// <summary>The pull of the Sun or the Moon on one orbit: coefficients of the secular and the long-period terms.</summary>
/// <remarks>Radians, minutes. Source: Hujsak, A Restricted Four Body Solution for Resonating Satellites (1979); Spacetrack Report #3,
/// section 7, with the corrections of AIAA 2006-6753.</remarks>
internal readonly struct ThirdBody
{
    private const double SunEccentricity = 0.01675;
    private const double MoonEccentricity = 0.05490;
    private const double SunRate = 1.19459e-5;
    private const double MoonRate = 1.5835218e-4;

    private readonly double bodyEccentricity, bodyRate, bodyAnomaly;
    private readonly double e2, e3, i2, i3, l2, l3, l4, g2, g3, g4, h2, h3;

    /// <summary>Secular rates of eccentricity, inclination, anomaly; and of perigee and node before the inclination enters.</summary>
    public readonly double EccentricityRate, InclinationRate, AnomalyRate, PerigeeRate, NodeRate;

    private ThirdBody(in NearEarth orbit, Plane plane, double strength, double eccentricity, double rate, double anomaly)
    {
        (bodyEccentricity, bodyRate, bodyAnomaly) = (eccentricity, rate, anomaly);
        var (sinI, cosI) = (orbit.SinInclination, orbit.CosInclination);
        var (sinW, cosW) = Math.SinCos(orbit.Perigee);
        var e = orbit.Eccentricity;
        var eSquared = e * e;
        var beta2 = 1 - eSquared;
        var beta = Math.Sqrt(beta2);

        // Direction cosines between the orbit's axes and the body's.
        var a1 = (plane.CosG * plane.CosH) + (plane.SinG * plane.CosI * plane.SinH);
        var a3 = (-plane.SinG * plane.CosH) + (plane.CosG * plane.CosI * plane.SinH);
        var a7 = (-plane.CosG * plane.SinH) + (plane.SinG * plane.CosI * plane.CosH);
        var a8 = plane.SinG * plane.SinI;
        var a9 = (plane.SinG * plane.SinH) + (plane.CosG * plane.CosI * plane.CosH);
        var a10 = plane.CosG * plane.SinI;
        var a2 = (cosI * a7) + (sinI * a8);
        var a4 = (cosI * a9) + (sinI * a10);
        var a5 = (cosI * a8) - (sinI * a7);
        var a6 = (cosI * a10) - (sinI * a9);
        var x1 = (a1 * cosW) + (a2 * sinW);
        var x2 = (a3 * cosW) + (a4 * sinW);
        var x3 = (a2 * cosW) - (a1 * sinW);
        var x4 = (a4 * cosW) - (a3 * sinW);
        var (x5, x6, x7, x8) = (a5 * sinW, a6 * sinW, a5 * cosW, a6 * cosW);

        var z31 = (12 * x1 * x1) - (3 * x3 * x3);
        var z32 = (24 * x1 * x2) - (6 * x3 * x4);
        var z33 = (12 * x2 * x2) - (3 * x4 * x4);
        var z1 = (6 * ((a1 * a1) + (a2 * a2))) + ((1 + eSquared) * z31);
        var z2 = (12 * ((a1 * a3) + (a2 * a4))) + ((1 + eSquared) * z32);
        var z3 = (6 * ((a3 * a3) + (a4 * a4))) + ((1 + eSquared) * z33);
        var z11 = (-6 * a1 * a5) + (eSquared * ((-24 * x1 * x7) - (6 * x3 * x5)));
        var z12 = (-6 * ((a1 * a6) + (a3 * a5))) + (eSquared * ((-24 * ((x2 * x7) + (x1 * x8))) - (6 * ((x3 * x6) + (x4 * x5)))));
        var z13 = (-6 * a3 * a6) + (eSquared * ((-24 * x2 * x8) - (6 * x4 * x6)));
        var z21 = (6 * a2 * a5) + (eSquared * ((24 * x1 * x5) - (6 * x3 * x7)));
        var z22 = (6 * ((a4 * a5) + (a2 * a6))) + (eSquared * ((24 * ((x2 * x5) + (x1 * x6))) - (6 * ((x4 * x7) + (x3 * x8)))));
        var z23 = (6 * a4 * a6) + (eSquared * ((24 * x2 * x6) - (6 * x4 * x8)));

        var s3 = strength / orbit.MeanMotion;
        var s2 = -0.5 * s3 / beta;
        var s4 = s3 * beta;
        var s1 = -15 * e * s4;
        var s5 = (x1 * x3) + (x2 * x4);
        var s6 = (x2 * x3) + (x1 * x4);
        var s7 = (x2 * x4) - (x1 * x3);

        (e2, e3) = (2 * s1 * s6, 2 * s1 * s7);
        (i2, i3) = (2 * s2 * z12, 2 * s2 * (z13 - z11));
        (l2, l3, l4) = (-2 * s3 * z2, -2 * s3 * (z3 - z1), -2 * s3 * (-21 - (9 * eSquared)) * eccentricity);
        (g2, g3, g4) = (2 * s4 * z32, 2 * s4 * (z33 - z31), -18 * s4 * eccentricity);
        (h2, h3) = (-2 * s2 * z22, -2 * s2 * (z23 - z21));

        EccentricityRate = s1 * rate * s5;
        InclinationRate = s2 * rate * (z11 + z13);
        AnomalyRate = -rate * s3 * (z1 + z3 - 14 - (6 * eSquared));
        PerigeeRate = s4 * rate * (z31 + z33 - 6);
        // Near the equator the node is not defined well enough to give it a rate.
        var equatorial = orbit.Inclination < 5.2359877e-2 || orbit.Inclination > Math.PI - 5.2359877e-2;
        NodeRate = equatorial ? 0 : -rate * s2 * (z21 + z23);
    }

    /// <param name="daysSince1900">Days since 1900 January 0.5.</param>
    public static ThirdBody Sun(in NearEarth orbit, double daysSince1900)
    {
        var (sinNode, cosNode) = Math.SinCos(orbit.Node);
        return new(orbit, new(0.1945905, -0.98088458, 0.91744867, 0.39785416, cosNode, sinNode), 2.9864797e-6, SunEccentricity, SunRate,
            (6.2565837 + (0.017201977 * daysSince1900)) % Math.Tau);
    }

    /// <param name="daysSince1900">Days since 1900 January 0.5.</param>
    public static ThirdBody Moon(in NearEarth orbit, double daysSince1900)
    {
        var moonNode = (4.5236020 - (9.2422029e-4 * daysSince1900)) % Math.Tau;
        var (sin, cos) = Math.SinCos(moonNode);
        var cosI = 0.91375164 - (0.03568096 * cos);
        var sinI = Math.Sqrt(1 - (cosI * cosI));
        var sinH = 0.089683511 * sin / sinI;
        var cosH = Math.Sqrt(1 - (sinH * sinH));
        var perigee = 5.8351514 + (0.0019443680 * daysSince1900);
        var arc = Math.Atan2(0.39785416 * sin / sinI, (cosH * cos) + (0.91744867 * sinH * sin));
        var (sinG, cosG) = Math.SinCos(perigee + arc - moonNode);
        var (sinNode, cosNode) = Math.SinCos(orbit.Node);
        return new(orbit, new(cosG, sinG, cosI, sinI, (cosH * cosNode) + (sinH * sinNode), (sinNode * cosH) - (cosNode * sinH)),
            4.7968065e-7, MoonEccentricity, MoonRate, (4.7199672 + (0.22997150 * daysSince1900) - perigee) % Math.Tau);
    }

    /// <summary>The long-period changes at a time, added to those given.</summary>
    public void AddPeriodics(double minutes, ref Periodics to)
    {
        var mean = bodyAnomaly + (bodyRate * minutes);
        var (sin, cos) = Math.SinCos(mean + (2 * bodyEccentricity * Math.Sin(mean)));
        var f2 = (0.5 * sin * sin) - 0.25;
        var f3 = -0.5 * sin * cos;
        to.Eccentricity += (e2 * f2) + (e3 * f3);
        to.Inclination += (i2 * f2) + (i3 * f3);
        to.Longitude += (l2 * f2) + (l3 * f3) + (l4 * sin);
        to.Perigee += (g2 * f2) + (g3 * f3) + (g4 * sin);
        to.Node += (h2 * f2) + (h3 * f3);
    }

    /// <summary>The body's orbit against the satellite's node: argument, inclination and node as cosine and sine.</summary>
    private readonly record struct Plane(double CosG, double SinG, double CosI, double SinI, double CosH, double SinH);
}

/// <summary>Long-period changes by Sun and Moon, radians; perigee and node before the inclination enters.</summary>
internal struct Periodics
{
    public double Eccentricity, Inclination, Longitude, Perigee, Node;
}
