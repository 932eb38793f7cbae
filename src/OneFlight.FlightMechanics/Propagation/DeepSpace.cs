namespace OneFlight.FlightMechanics.Propagation;

/// <summary>What orbits of 225 minutes and more need beyond the near-Earth theory: Sun, Moon and resonance with the Earth's turning.</summary>
/// <remarks>Source: Spacetrack Report #3, section 7, with the corrections of AIAA 2006-6753.</remarks>
internal readonly struct DeepSpace
{
    private readonly ThirdBody sun, moon;
    private readonly Resonance resonance;
    private readonly double eccentricityRate, inclinationRate, anomalyRate, perigeeRate, nodeRate;

    /// <param name="orbit">The secular part.</param>
    /// <param name="daysSince1900">The epoch as days since 1900 January 0.5.</param>
    /// <param name="siderealAngle">Greenwich sidereal time at the epoch, radians.</param>
    public DeepSpace(in NearEarth orbit, double daysSince1900, double siderealAngle)
    {
        sun = ThirdBody.Sun(orbit, daysSince1900);
        moon = ThirdBody.Moon(orbit, daysSince1900);
        eccentricityRate = sun.EccentricityRate + moon.EccentricityRate;
        inclinationRate = sun.InclinationRate + moon.InclinationRate;
        anomalyRate = sun.AnomalyRate + moon.AnomalyRate;
        nodeRate = orbit.SinInclination != 0 ? (sun.NodeRate + moon.NodeRate) / orbit.SinInclination : 0;
        perigeeRate = sun.PerigeeRate + moon.PerigeeRate - (orbit.CosInclination * nodeRate);
        resonance = new Resonance(orbit, siderealAngle, anomalyRate, perigeeRate, nodeRate);
    }

    /// <summary>Adds the secular changes and the resonance.</summary>
    public void AddSecular(double minutes, ref Elements at)
    {
        at.Eccentricity += eccentricityRate * minutes;
        at.Inclination += inclinationRate * minutes;
        at.Perigee += perigeeRate * minutes;
        at.Node += nodeRate * minutes;
        at.Anomaly += anomalyRate * minutes;
        resonance.Apply(minutes, ref at);
    }

    /// <summary>Adds the long-period changes; below 0.2 rad of inclination in Lyddane's form, which stays defined at the equator.</summary>
    public void AddPeriodics(double minutes, ref Elements at)
    {
        var change = new Periodics();
        sun.AddPeriodics(minutes, ref change);
        moon.AddPeriodics(minutes, ref change);
        at.Inclination += change.Inclination;
        at.Eccentricity += change.Eccentricity;
        var (sinI, cosI) = Math.SinCos(at.Inclination);
        if (at.Inclination >= 0.2)
        {
            var node = change.Node / sinI;
            at.Perigee += change.Perigee - (cosI * node);
            at.Node += node;
            at.Anomaly += change.Longitude;
            return;
        }

        var (sinNode, cosNode) = Math.SinCos(at.Node);
        var alpha = (sinI * sinNode) + (change.Node * cosNode) + (change.Inclination * cosI * sinNode);
        var beta = (sinI * cosNode) - (change.Node * sinNode) + (change.Inclination * cosI * cosNode);
        var before = at.Node % Math.Tau;
        var longitude = at.Anomaly + at.Perigee + (cosI * before) + change.Longitude + change.Perigee - (change.Inclination * before * sinI);
        var after = Math.Atan2(alpha, beta);
        if (Math.Abs(before - after) > Math.PI) after += after < before ? Math.Tau : -Math.Tau;
        at.Node = after;
        at.Anomaly += change.Longitude;
        at.Perigee = longitude - at.Anomaly - (cosI * after);
    }
}

/// <summary>Elements at a time while the theory works on them: radians, minutes.</summary>
internal struct Elements
{
    public double MeanMotion, Eccentricity, Inclination, Perigee, Node, Anomaly;
}
