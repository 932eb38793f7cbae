using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Frames;

/// <summary>Bias, precession and nutation at a moment: from GCRS to the true equator and equinox of date, and on to the turning Earth.</summary>
/// <remarks>Source: precession of 2006 in the angles of Fukushima and Williams, Hilton et al. (2006), Celest. Mech. 94, 351; Greenwich sidereal
/// time of 2006, Capitaine, Wallace and Chapront (2003) and IERS Conventions (2010), chapter 5.</remarks>
internal readonly struct CelestialPole
{
    private readonly double gamma, phi, psi, epsilon;

    public CelestialPole(double t, NutationSeries nutation)
    {
        var (longitude, obliquity) = nutation.At(t);
        gamma = Angles.Arcsecond * (-0.052928 + (t * (10.556378 + (t * (0.4932044 + (t * (-0.00031238 + (t * (-0.000002788 + (t * 0.0000000260))))))))));
        phi = Angles.Arcsecond * (84_381.412819 + (t * (-46.811016 + (t * (0.0511268 + (t * (0.00053289 + (t * (-0.000000440 - (t * 0.0000000176))))))))));
        psi = longitude + (Angles.Arcsecond
            * (-0.041775 + (t * (5_038.481484 + (t * (1.5584175 + (t * (-0.00018522 + (t * (-0.000026452 - (t * 0.0000000148)))))))))));
        var mean = MeanObliquity(t);
        epsilon = mean + obliquity;
        TrueObliquity = epsilon;
        NutationInLongitude = longitude;
        EquationOfEquinoxes = (longitude * Math.Cos(mean)) + ComplementaryTerms(t);
    }

    /// <summary>Radians.</summary>
    public double TrueObliquity { get; }

    /// <summary>Radians.</summary>
    public double NutationInLongitude { get; }

    /// <summary>Apparent minus mean sidereal time, radians.</summary>
    public double EquationOfEquinoxes { get; }

    public Vector ToTrueOfDate(Vector gcrs) =>
        gcrs.InAxesTurnedAboutZ(gamma).InAxesTurnedAboutX(phi).InAxesTurnedAboutZ(-psi).InAxesTurnedAboutX(-epsilon);

    public Vector ToGcrs(Vector trueOfDate) =>
        trueOfDate.InAxesTurnedAboutX(epsilon).InAxesTurnedAboutZ(psi).InAxesTurnedAboutX(-phi).InAxesTurnedAboutZ(-gamma);

    /// <summary>Greenwich apparent sidereal time, radians.</summary>
    public double SiderealTime(double t, double ut1Midnight, double ut1Fraction)
    {
        var days = ut1Midnight - 2_451_545.0;
        var turns = (days % 1) + ut1Fraction + 0.7790572732640 + (0.00273781191135448 * (days + ut1Fraction));
        var precession = Angles.Arcsecond
            * (0.014506 + (t * (4_612.156534 + (t * (1.3915817 + (t * (-0.00000044 + (t * (-0.000029956 - (t * 0.0000000368))))))))));
        return (turns % 1 * Math.Tau) + precession + EquationOfEquinoxes;
    }

    /// <summary>The largest terms, to 0.6 microarcseconds.</summary>
    private static double ComplementaryTerms(double t)
    {
        Span<double> a = stackalloc double[14];
        Angles.Fundamental(t, a);
        var (l, sun, f, d, node) = (a[0], a[1], a[2], a[3], a[4]);
        return 1e-6 * Angles.Arcsecond * (((2640.96 - (0.87 * t)) * Math.Sin(node)) + (63.52 * Math.Sin(2 * node))
            + (11.75 * Math.Sin((2 * f) - (2 * d) + (3 * node))) + (11.21 * Math.Sin((2 * f) - (2 * d) + node))
            - (4.55 * Math.Sin((2 * f) - (2 * d) + (2 * node))) + (2.02 * Math.Sin((2 * f) + (3 * node))) + (1.98 * Math.Sin((2 * f) + node))
            - (1.72 * Math.Sin(3 * node)) - (1.41 * Math.Sin(sun + node)) - (1.26 * Math.Sin(sun - node))
            - (0.63 * Math.Sin(l + node)) - (0.63 * Math.Sin(l - node)));
    }

    private static double MeanObliquity(double t) => Angles.Arcsecond
        * (84_381.406 + (t * (-46.836769 + (t * (-0.0001831 + (t * (0.00200340 + (t * (-0.000000576 - (t * 0.0000000434))))))))));
}
