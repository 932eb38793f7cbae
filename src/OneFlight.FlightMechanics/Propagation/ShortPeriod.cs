using OneFlight.FlightMechanics.Frames;

namespace OneFlight.FlightMechanics.Propagation;

/// <summary>From mean elements at a time to position and velocity: long-period terms, Kepler's equation, short-period terms.</summary>
/// <remarks>Source: Spacetrack Report #3, section 6, with the corrections of AIAA 2006-6753.</remarks>
internal static class ShortPeriod
{
    public static Sgp4Error ToState(
        double a, double n, double e, double inclination, double perigee, double node, double anomaly, out Vector positionKm, out Vector velocityKmPerSecond)
    {
        (positionKm, velocityKmPerSecond) = (default, default);
        var (sinI, cosI) = Math.SinCos(inclination);
        var (sinPerigee, cosPerigee) = Math.SinCos(perigee);
        var onePlusCosI = Math.Abs(cosI + 1) > 1.5e-12 ? 1 + cosI : 1.5e-12;
        var axN = e * cosPerigee;
        var overParameter = 1 / (a * (1 - (e * e)));
        var ayN = (e * sinPerigee) - (0.5 * overParameter * Wgs72.J3OverJ2 * sinI);
        var meanLongitude = anomaly + perigee + node - (0.25 * overParameter * Wgs72.J3OverJ2 * sinI * (3 + (5 * cosI)) / onePlusCosI * axN);

        var u = Math.IEEERemainder(meanLongitude - node, Math.Tau);
        var (sinE, cosE) = Kepler(u, axN, ayN);

        var eCosE = (axN * cosE) + (ayN * sinE);
        var eSinE = (axN * sinE) - (ayN * cosE);
        var e2 = (axN * axN) + (ayN * ayN);
        var parameter = a * (1 - e2);
        if (parameter < 0) return Sgp4Error.SemiLatusRectum;

        var r = a * (1 - eCosE);
        var rDot = Math.Sqrt(a) * eSinE / r;
        var rvDot = Math.Sqrt(parameter) / r;
        var beta = Math.Sqrt(1 - e2);
        var share = eSinE / (1 + beta);
        var sinU = a / r * (sinE - ayN - (axN * share));
        var cosU = a / r * (cosE - axN + (ayN * share));
        var sin2U = 2 * cosU * sinU;
        var cos2U = 1 - (2 * sinU * sinU);

        var k1 = 0.5 * Wgs72.J2 / parameter;
        var k2 = k1 / parameter;
        var theta2 = cosI * cosI;
        var threeTheta2Minus1 = (3 * theta2) - 1;
        var oneMinusTheta2 = 1 - theta2;
        var rNow = (r * (1 - (1.5 * k2 * beta * threeTheta2Minus1))) + (0.5 * k1 * oneMinusTheta2 * cos2U);
        var uNow = Math.Atan2(sinU, cosU) - (0.25 * k2 * ((7 * theta2) - 1) * sin2U);
        var nodeNow = node + (1.5 * k2 * cosI * sin2U);
        var inclinationNow = inclination + (1.5 * k2 * cosI * sinI * cos2U);
        var rDotNow = rDot - (n * k1 * oneMinusTheta2 * sin2U / Wgs72.Ke);
        var rvDotNow = rvDot + (n * k1 * ((oneMinusTheta2 * cos2U) + (1.5 * threeTheta2Minus1)) / Wgs72.Ke);

        var (sinUNow, cosUNow) = Math.SinCos(uNow);
        var (sinNode, cosNode) = Math.SinCos(nodeNow);
        var (sinINow, cosINow) = Math.SinCos(inclinationNow);
        var (mx, my) = (-sinNode * cosINow, cosNode * cosINow);
        var radial = new Vector((mx * sinUNow) + (cosNode * cosUNow), (my * sinUNow) + (sinNode * cosUNow), sinINow * sinUNow);
        var along = new Vector((mx * cosUNow) - (cosNode * sinUNow), (my * cosUNow) - (sinNode * sinUNow), sinINow * cosUNow);
        positionKm = (rNow * Wgs72.EarthRadiusKm) * radial;
        velocityKmPerSecond = Wgs72.SpeedUnitKmPerSecond * ((rDotNow * radial) + (rvDotNow * along));
        return rNow >= 1 && double.IsFinite(rNow) ? Sgp4Error.None : Sgp4Error.Decayed;
    }

    /// <summary>Kepler's equation in the components of the eccentricity; a step is held to 0.95 as the reference does.</summary>
    private static (double Sin, double Cos) Kepler(double u, double axN, double ayN)
    {
        var guess = u;
        double sin = 0, cos = 1, step = double.MaxValue;
        for (var i = 0; i < 10 && Math.Abs(step) >= 1e-12; i++)
        {
            (sin, cos) = Math.SinCos(guess);
            step = (u - (ayN * cos) + (axN * sin) - guess) / (1 - (cos * axN) - (sin * ayN));
            guess += Math.Clamp(step, -0.95, 0.95);
        }
        return (sin, cos);
    }
}
