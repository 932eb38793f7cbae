namespace OneFlight.FlightMechanics.Propagation;

/// <summary>The constants of one element set that SGP4 needs at every time: secular gravity rates and the drag polynomials.</summary>
/// <remarks>Radians, minutes, Earth radii. Source: Hoots and Roehrich, Spacetrack Report #3 (1980), section 6, with the corrections of
/// Vallado et al., AIAA 2006-6753.</remarks>
internal readonly struct NearEarth
{
    public readonly double BStar, Eccentricity, Inclination, Node, Perigee, Anomaly, MeanMotion, SemiMajorAxis;
    public readonly double SinInclination, CosInclination;
    public readonly double AnomalyRate, PerigeeRate, NodeRate, NodeDrag;
    public readonly bool Simple;
    public readonly double Eta, C1, C4, C5, D2, D3, D4, T2, T3, T4, T5;
    public readonly double PerigeeDrag, AnomalyDrag, AnomalyDragAtEpoch, SinAnomalyAtEpoch;

    public NearEarth(double bStar, double eccentricity, double inclination, double node, double perigee, double anomaly, double kozaiMeanMotion)
    {
        (BStar, Eccentricity, Inclination, Node, Perigee, Anomaly) = (bStar, eccentricity, inclination, node, perigee, anomaly);
        (SinInclination, CosInclination) = Math.SinCos(inclination);
        var e = eccentricity;
        var beta2 = 1 - (e * e);
        var theta2 = CosInclination * CosInclination;
        var theta4 = theta2 * theta2;
        var threeTheta2Minus1 = (3 * theta2) - 1;
        var beta = Math.Sqrt(beta2);

        MeanMotion = BrouwerMeanMotion(kozaiMeanMotion, 0.75 * Wgs72.J2 * threeTheta2Minus1 / (beta * beta2));
        SemiMajorAxis = Math.Pow(Wgs72.Ke / MeanMotion, 2.0 / 3);
        var a = SemiMajorAxis;
        var perigeeRadius = a * (1 - e);
        var deep = Math.Tau / MeanMotion >= 225;
        Simple = deep || perigeeRadius < (220 / Wgs72.EarthRadiusKm) + 1;

        var (s, q0MinusS4) = Atmosphere((perigeeRadius - 1) * Wgs72.EarthRadiusKm);
        var xi = 1 / (a - s);
        Eta = a * e * xi;
        var eta2 = Eta * Eta;
        var eEta = e * Eta;
        var psi2 = Math.Abs(1 - eta2);
        var drag = q0MinusS4 * Math.Pow(xi, 4);
        var drag1 = drag / Math.Pow(psi2, 3.5);
        var c2 = drag1 * MeanMotion * ((a * (1 + (1.5 * eta2) + (eEta * (4 + eta2))))
            + (0.375 * Wgs72.J2 * xi / psi2 * threeTheta2Minus1 * (8 + (3 * eta2 * (8 + eta2)))));
        C1 = bStar * c2;
        var c3 = e > 1e-4 ? -2 * drag * xi * Wgs72.J3OverJ2 * MeanMotion * SinInclination / e : 0;
        var oneMinusTheta2 = 1 - theta2;
        C4 = 2 * MeanMotion * drag1 * a * beta2 * ((Eta * (2 + (0.5 * eta2))) + (e * (0.5 + (2 * eta2)))
            - (Wgs72.J2 * xi / (a * psi2) * ((-3 * threeTheta2Minus1 * (1 - (2 * eEta) + (eta2 * (1.5 - (0.5 * eEta)))))
            + (0.75 * oneMinusTheta2 * ((2 * eta2) - (eEta * (1 + eta2))) * Math.Cos(2 * perigee)))));
        C5 = 2 * drag1 * a * beta2 * (1 + (2.75 * (eta2 + eEta)) + (eEta * eta2));

        var parameter2 = 1 / (a * a * beta2 * beta2);
        var k1 = 1.5 * Wgs72.J2 * parameter2 * MeanMotion;
        var k2 = 0.5 * k1 * Wgs72.J2 * parameter2;
        var k3 = -0.46875 * Wgs72.J4 * parameter2 * parameter2 * MeanMotion;
        AnomalyRate = MeanMotion + (0.5 * k1 * beta * threeTheta2Minus1) + (0.0625 * k2 * beta * (13 - (78 * theta2) + (137 * theta4)));
        PerigeeRate = (-0.5 * k1 * (1 - (5 * theta2))) + (0.0625 * k2 * (7 - (114 * theta2) + (395 * theta4))) + (k3 * (3 - (36 * theta2) + (49 * theta4)));
        var nodeRate1 = -k1 * CosInclination;
        NodeRate = nodeRate1 + (((0.5 * k2 * (4 - (19 * theta2))) + (2 * k3 * (3 - (7 * theta2)))) * CosInclination);
        NodeDrag = 3.5 * beta2 * nodeRate1 * C1;

        PerigeeDrag = bStar * c3 * Math.Cos(perigee);
        AnomalyDrag = e > 1e-4 ? -2.0 / 3 * drag * bStar / eEta : 0;
        AnomalyDragAtEpoch = Cube(1 + (Eta * Math.Cos(anomaly)));
        SinAnomalyAtEpoch = Math.Sin(anomaly);
        T2 = 1.5 * C1;
        if (Simple) return;

        var c1Squared = C1 * C1;
        D2 = 4 * a * xi * c1Squared;
        var d = D2 * xi * C1 / 3;
        D3 = ((17 * a) + s) * d;
        D4 = 0.5 * d * a * xi * ((221 * a) + (31 * s)) * C1;
        T3 = D2 + (2 * c1Squared);
        T4 = 0.25 * ((3 * D3) + (C1 * ((12 * D2) + (10 * c1Squared))));
        T5 = 0.2 * ((3 * D4) + (12 * C1 * D3) + (6 * D2 * D2) + (15 * c1Squared * ((2 * D2) + c1Squared)));
    }

    public static double Cube(double x) => x * x * x;

    /// <summary>Element sets give the mean motion after Kozai; the theory works with Brouwer's.</summary>
    private static double BrouwerMeanMotion(double kozai, double d1)
    {
        var a1 = Math.Pow(Wgs72.Ke / kozai, 2.0 / 3);
        var delta1 = d1 / (a1 * a1);
        var a0 = a1 * (1 - (delta1 * delta1) - (delta1 * ((1.0 / 3) + (134 * delta1 * delta1 / 81))));
        return kozai / (1 + (d1 / (a0 * a0)));
    }

    /// <summary>The two parameters of the power-law atmosphere, which low perigees lower.</summary>
    private static (double S, double Q0MinusS4) Atmosphere(double perigeeHeightKm)
    {
        var sKm = perigeeHeightKm >= 156 ? 78 : perigeeHeightKm >= 98 ? perigeeHeightKm - 78 : 20;
        return ((sKm / Wgs72.EarthRadiusKm) + 1, Math.Pow((120 - sKm) / Wgs72.EarthRadiusKm, 4));
    }
}
