using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Frames;

/// <summary>The only ways from one frame to another. How far the result can be off says <see cref="EarthOrientation.At"/>.</summary>
/// <remarks>Source: TEME to the Earth by sidereal time of 1982 and the pole, AIAA 2006-6753, appendix C; GCRS by IAU 2006/2000A, IERS
/// Conventions (2010), chapter 5.</remarks>
public static class FrameConversions
{
    private const double EarthRateRadiansPerSecond = 7.29211514670698e-5;

    public static State<Pef> ToPef(this State<Teme> state, EarthOrientation orientation) =>
        Turned<Teme, Pef>(state, GreenwichAngle(state.Epoch, orientation), EarthRateRadiansPerSecond);

    public static State<Itrf> ToItrf(this State<Teme> state, EarthOrientation orientation) => state.ToPef(orientation).ToItrf(orientation);

    public static State<Itrf> ToItrf(this State<Pef> state, EarthOrientation orientation)
    {
        var at = orientation.At(state.Epoch);
        return new(state.Epoch, ToCrust(state.PositionKm, at), ToCrust(state.VelocityKmPerSecond, at));
    }

    public static State<Pef> ToPef(this State<Itrf> state, EarthOrientation orientation)
    {
        var at = orientation.At(state.Epoch);
        return new(state.Epoch, FromCrust(state.PositionKm, at), FromCrust(state.VelocityKmPerSecond, at));
    }

    public static State<Teme> ToTeme(this State<Itrf> state, EarthOrientation orientation) => state.ToPef(orientation).ToTeme(orientation);

    public static State<Teme> ToTeme(this State<Pef> state, EarthOrientation orientation) =>
        Returned<Pef, Teme>(state, GreenwichAngle(state.Epoch, orientation));

    public static State<Gcrs> ToGcrs(this State<Teme> state, EarthOrientation orientation) => state.ToItrf(orientation).ToGcrs(orientation);

    public static State<Gcrs> ToGcrs(this State<Itrf> state, EarthOrientation orientation)
    {
        var (pole, angle) = Celestial(state.Epoch, orientation);
        var trueOfDate = Returned<Pef, Gcrs>(state.ToPef(orientation), angle);
        return new(state.Epoch, pole.ToGcrs(trueOfDate.PositionKm), pole.ToGcrs(trueOfDate.VelocityKmPerSecond));
    }

    public static State<Itrf> ToItrf(this State<Gcrs> state, EarthOrientation orientation)
    {
        var (pole, angle) = Celestial(state.Epoch, orientation);
        var trueOfDate = new State<Gcrs>(state.Epoch, pole.ToTrueOfDate(state.PositionKm), pole.ToTrueOfDate(state.VelocityKmPerSecond));
        return Turned<Gcrs, Pef>(trueOfDate, angle, EarthRateRadiansPerSecond).ToItrf(orientation);
    }

    public static State<Teme> ToTeme(this State<Gcrs> state, EarthOrientation orientation) => state.ToItrf(orientation).ToTeme(orientation);

    internal static double GreenwichAngle(Epoch epoch, EarthOrientation orientation)
    {
        var (midnight, fraction) = epoch.Ut1JulianDate(orientation);
        return SiderealTime.Radians(midnight, fraction);
    }

    private static (CelestialPole Pole, double Angle) Celestial(Epoch epoch, EarthOrientation orientation)
    {
        var t = epoch.TtJulianCenturies;
        var pole = new CelestialPole(t, NutationSeries.Iau2000A);
        var (midnight, fraction) = epoch.Ut1JulianDate(orientation);
        return (pole, pole.SiderealTime(t, midnight, fraction));
    }

    private static State<TTo> Turned<TFrom, TTo>(State<TFrom> state, double angle, double rate) where TFrom : struct, IFrame where TTo : struct, IFrame
    {
        var position = state.PositionKm.InAxesTurnedAboutZ(angle);
        var velocity = state.VelocityKmPerSecond.InAxesTurnedAboutZ(angle);
        return new(state.Epoch, position, new(velocity.X + (rate * position.Y), velocity.Y - (rate * position.X), velocity.Z));
    }

    private static State<TTo> Returned<TFrom, TTo>(State<TFrom> state, double angle) where TFrom : struct, IFrame where TTo : struct, IFrame
    {
        var (position, velocity) = (state.PositionKm, state.VelocityKmPerSecond);
        var still = new Vector(velocity.X - (EarthRateRadiansPerSecond * position.Y), velocity.Y + (EarthRateRadiansPerSecond * position.X), velocity.Z);
        return new(state.Epoch, position.InAxesTurnedAboutZ(-angle), still.InAxesTurnedAboutZ(-angle));
    }

    private static Vector ToCrust(Vector pef, OrientationAt at) =>
        pef.InAxesTurnedAboutY(-at.PoleXArcseconds * Angles.Arcsecond).InAxesTurnedAboutX(-at.PoleYArcseconds * Angles.Arcsecond);

    private static Vector FromCrust(Vector itrf, OrientationAt at) =>
        itrf.InAxesTurnedAboutX(at.PoleYArcseconds * Angles.Arcsecond).InAxesTurnedAboutY(at.PoleXArcseconds * Angles.Arcsecond);
}
