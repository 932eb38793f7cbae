namespace OneFlight.FlightMechanics.Propagation;

/// <summary>The pull of the Earth's bulges on orbits of one day, and of half a day when eccentric, integrated in steps of twelve hours from the epoch.</summary>
/// <remarks>Radians, minutes. Holds no state between calls, so that any number of threads may ask. Source: Spacetrack Report #3,
/// section 7 and appendix, with the corrections of AIAA 2006-6753.</remarks>
internal readonly struct Resonance
{
    private const double EarthRate = 4.37526908801129966e-3;
    private const double StepMinutes = 720;

    private readonly double siderealAngle, meanMotion, perigee, perigeeRate, longitude, longitudeRate;
    private readonly double synchronous1, synchronous2, synchronous3;
    private readonly HalfDayTerms halfDay;
    private readonly Kind kind;

    private enum Kind : byte { None, OneDay, HalfDay }

    public Resonance(in NearEarth orbit, double siderealAngle, double anomalyRate, double perigeeRate, double nodeRate)
    {
        this.siderealAngle = siderealAngle;
        meanMotion = orbit.MeanMotion;
        perigee = orbit.Perigee;
        this.perigeeRate = orbit.PerigeeRate;
        kind = meanMotion is > 0.0034906585 and < 0.0052359877 ? Kind.OneDay
            : meanMotion is >= 8.26e-3 and <= 9.24e-3 && orbit.Eccentricity >= 0.5 ? Kind.HalfDay
            : Kind.None;
        if (kind == Kind.HalfDay)
        {
            halfDay = new HalfDayTerms(orbit);
            longitude = (orbit.Anomaly + (2 * orbit.Node) - (2 * siderealAngle)) % Math.Tau;
            longitudeRate = orbit.AnomalyRate + anomalyRate + (2 * (orbit.NodeRate + nodeRate - EarthRate)) - meanMotion;
        }
        else if (kind == Kind.OneDay)
        {
            var e2 = orbit.Eccentricity * orbit.Eccentricity;
            var (sinI, cosI) = (orbit.SinInclination, orbit.CosInclination);
            var overA = Math.Pow(meanMotion / Wgs72.Ke, 2.0 / 3);
            var scale = 3 * meanMotion * meanMotion * overA * overA;
            var f220 = 0.75 * (1 + cosI) * (1 + cosI);
            var f311 = (0.9375 * sinI * sinI * (1 + (3 * cosI))) - (0.75 * (1 + cosI));
            var f330 = 1.875 * NearEarth.Cube(1 + cosI);
            synchronous1 = scale * f311 * (1 + (2 * e2)) * 2.1460748e-6 * overA;
            synchronous2 = 2 * scale * f220 * (1 + (e2 * (-2.5 + (0.8125 * e2)))) * 1.7891679e-6;
            synchronous3 = 3 * scale * f330 * (1 + (e2 * (-6 + (6.60937 * e2)))) * 2.2123015e-7 * overA;
            longitude = (orbit.Anomaly + orbit.Node + orbit.Perigee - siderealAngle) % Math.Tau;
            longitudeRate = orbit.AnomalyRate + orbit.PerigeeRate + orbit.NodeRate - EarthRate + anomalyRate + perigeeRate + nodeRate - meanMotion;
        }
    }

    /// <summary>Replaces mean motion and anomaly by the integrated ones.</summary>
    public void Apply(double minutes, ref Elements at)
    {
        if (kind == Kind.None) return;
        var (l, n, time) = (longitude, meanMotion, 0.0);
        var step = minutes >= 0 ? StepMinutes : -StepMinutes;
        double lDot, nDot, nDotDot;
        while (true)
        {
            (lDot, nDot, nDotDot) = Rates(l, n, time);
            if (Math.Abs(minutes - time) < StepMinutes) break;
            l += (lDot * step) + (nDot * step * step / 2);
            n += (nDot * step) + (nDotDot * step * step / 2);
            time += step;
        }
        var rest = minutes - time;
        var half = rest * rest / 2;
        at.MeanMotion = n + (nDot * rest) + (nDotDot * half);
        var nowLongitude = l + (lDot * rest) + (nDot * half);
        var theta = (siderealAngle + (minutes * EarthRate)) % Math.Tau;
        at.Anomaly = kind == Kind.OneDay ? nowLongitude - at.Node - at.Perigee + theta : nowLongitude - (2 * at.Node) + (2 * theta);
    }

    private (double LDot, double NDot, double NDotDot) Rates(double l, double n, double time)
    {
        var lDot = n + longitudeRate;
        if (kind == Kind.HalfDay)
        {
            var (rate, slope) = halfDay.At(l, perigee + (perigeeRate * time));
            return (lDot, rate, slope * lDot);
        }
        var (sin1, cos1) = Math.SinCos(l - 0.13130908);
        var (sin2, cos2) = Math.SinCos(2 * (l - 2.8843198));
        var (sin3, cos3) = Math.SinCos(3 * (l - 0.37448087));
        return (lDot, (synchronous1 * sin1) + (synchronous2 * sin2) + (synchronous3 * sin3),
            ((synchronous1 * cos1) + (2 * synchronous2 * cos2) + (3 * synchronous3 * cos3)) * lDot);
    }
}
