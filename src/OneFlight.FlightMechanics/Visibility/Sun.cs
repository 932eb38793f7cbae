using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>Where the Sun is seen from the Earth's center: apparent, with light time and aberration.</summary>
/// <remarks>Good to about 1 arcsecond from 1900 to 2100. Source: leading terms of VSOP87 D, Bretagnon and Francou (1988), Astron. Astrophys. 202,
/// 309; aberration as in Meeus, Astronomical Algorithms, chapter 25.</remarks>
public static class Sun
{
    public const double AstronomicalUnitKm = 149_597_870.7;

    /// <summary>From the Earth's center to the Sun in TEME.</summary>
    public static Vector PositionTemeKm(Epoch epoch)
    {
        var (trueOfDate, pole) = TrueOfDateKm(epoch);
        return trueOfDate.InAxesTurnedAboutZ(pole.EquationOfEquinoxes);
    }

    /// <summary>From the Earth's center to the Sun in GCRS axes.</summary>
    public static Vector PositionGcrsKm(Epoch epoch)
    {
        var (trueOfDate, pole) = TrueOfDateKm(epoch);
        return pole.ToGcrs(trueOfDate);
    }

    /// <summary>Angle of the Sun above an orbit's plane, positive on the side of the orbit's angular momentum.</summary>
    public static double BetaDegrees(State<Teme> state) =>
        Math.Asin(state.PositionKm.Cross(state.VelocityKmPerSecond).Unit().Dot(PositionTemeKm(state.Epoch).Unit())) / Angles.Degree;

    private static (Vector Km, CelestialPole Pole) TrueOfDateKm(Epoch epoch)
    {
        var t = epoch.TtJulianCenturies;
        var pole = new CelestialPole(t, NutationSeries.Leading);
        var (earthLongitude, earthLatitude, radius) = EarthOrbit.HeliocentricOfDate(t / 10);
        // Frame of the theory to FK5, nutation, and 20.4898" of aberration at one unit of distance.
        var longitude = earthLongitude + Math.PI + pole.NutationInLongitude - (Angles.Arcsecond * (0.09033 + (20.4898 / radius)));
        var (sinLatitude, cosLatitude) = Math.SinCos(-earthLatitude);
        var (sin, cos) = Math.SinCos(longitude);
        var ecliptic = new Vector(cosLatitude * cos, cosLatitude * sin, sinLatitude);
        return ((radius * AstronomicalUnitKm) * ecliptic.InAxesTurnedAboutX(-pole.TrueObliquity), pole);
    }
}
