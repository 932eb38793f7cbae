namespace OneFlight.FlightMechanics.Frames;

/// <summary>Units of angle, and the slowly changing angles of the solar system.</summary>
internal static class Angles
{
    public const double Degree = Math.PI / 180;
    public const double Arcsecond = Degree / 3600;

    /// <summary>Moon and Sun (l, l', F, D, Ω), the planets Mercury to Neptune, and the general precession; radians.</summary>
    /// <remarks>Source: IERS Conventions (2003), section 5.7.</remarks>
    public static void Fundamental(double t, Span<double> to)
    {
        to[0] = Reduced(485_868.249036 + (t * (1_717_915_923.2178 + (t * (31.8792 + (t * (0.051635 - (t * 0.00024470))))))));
        to[1] = Reduced(1_287_104.793048 + (t * (129_596_581.0481 + (t * (-0.5532 + (t * (0.000136 - (t * 0.00001149))))))));
        to[2] = Reduced(335_779.526232 + (t * (1_739_527_262.8478 + (t * (-12.7512 + (t * (-0.001037 + (t * 0.00000417))))))));
        to[3] = Reduced(1_072_260.703692 + (t * (1_602_961_601.2090 + (t * (-6.3706 + (t * (0.006593 - (t * 0.00003169))))))));
        to[4] = Reduced(450_160.398036 + (t * (-6_962_890.5431 + (t * (7.4722 + (t * (0.007702 - (t * 0.00005939))))))));
        to[5] = (4.402608842 + (2608.7903141574 * t)) % Math.Tau;
        to[6] = (3.176146697 + (1021.3285546211 * t)) % Math.Tau;
        to[7] = (1.753470314 + (628.3075849991 * t)) % Math.Tau;
        to[8] = (6.203480913 + (334.06124267 * t)) % Math.Tau;
        to[9] = (0.599546497 + (52.9690962641 * t)) % Math.Tau;
        to[10] = (0.874016757 + (21.329910496 * t)) % Math.Tau;
        to[11] = (5.481293872 + (7.4781598567 * t)) % Math.Tau;
        to[12] = (5.321159000 + (3.8127774000 * t)) % Math.Tau;
        to[13] = t * (0.024381750 + (0.00000538691 * t));
    }

    private static double Reduced(double arcseconds) => arcseconds % 1_296_000 * Arcsecond;
}
