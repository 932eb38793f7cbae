namespace OneFlight.FlightMechanics.Frames;

/// <summary>Greenwich mean sidereal time of 1982, which ties TEME to the Earth.</summary>
public static class SiderealTime
{
    /// <summary>The angle for a Julian date in UT1 given in two parts, from 0 to below 2π.</summary>
    /// <param name="midnight">A half-day of the Julian count, such as 2451544.5.</param>
    /// <param name="fraction">The fraction of the day.</param>
    /// <remarks>Source: Aoki et al. (1982), Astron. Astrophys. 105, 359. The whole turns of the day are taken apart, which keeps 10^-12 rad.</remarks>
    public static double Radians(double midnight, double fraction)
    {
        var centuries = (midnight - 2_451_545.0 + fraction) / 36_525;
        var seconds = (67_310.54841 + (86_400 * (((midnight - 2_451_545.0) % 1) + fraction))
            + (centuries * (8_640_184.812866 + (centuries * (0.093104 - (centuries * 6.2e-6)))))) % 86_400;
        return (seconds < 0 ? seconds + 86_400 : seconds) * Math.Tau / 86_400;
    }
}
