using OneFlight.FlightMechanics.Frames;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>How much of the Sun the Earth hides.</summary>
public enum Lighting { Sunlit, Penumbra, Umbra }

/// <summary>The Earth's shadow as a double cone over a spherical Earth: no flattening, no air, which move real events by seconds.</summary>
/// <remarks>Source: Montenbruck and Gill, Satellite Orbits, section 3.4.2; Earth 6378.137 km, Sun 695700 km.</remarks>
public static class Shadow
{
    private const double EarthRadiusKm = 6378.137;
    private const double SunRadiusKm = 695_700;

    /// <summary>What the model is called in answers.</summary>
    public const string Model = "double cone, spherical Earth 6378.137 km, Sun 695700 km";

    public static Lighting At(State<Teme> state)
    {
        var sunKm = Sun.PositionTemeKm(state.Epoch);
        return UmbraDepth(state.PositionKm, sunKm) > 0 ? Lighting.Umbra : PenumbraDepth(state.PositionKm, sunKm) > 0 ? Lighting.Penumbra : Lighting.Sunlit;
    }

    /// <summary>How far inside the umbra, radians of separation; positive inside.</summary>
    internal static double UmbraDepth(Vector positionKm, Vector sunKm)
    {
        var (earth, sun, apart) = Disks(positionKm, sunKm);
        return earth - sun - apart;
    }

    /// <summary>How far inside the penumbra or the umbra, radians of separation; positive inside.</summary>
    internal static double PenumbraDepth(Vector positionKm, Vector sunKm)
    {
        var (earth, sun, apart) = Disks(positionKm, sunKm);
        return earth + sun - apart;
    }

    /// <summary>Angular radii of Earth and Sun and the angle between them, seen from the satellite.</summary>
    private static (double Earth, double Sun, double Apart) Disks(Vector positionKm, Vector sunKm)
    {
        var toSun = sunKm - positionKm;
        var toEarth = -1 * positionKm;
        return (Math.Asin(Math.Min(1, EarthRadiusKm / positionKm.Length)), Math.Asin(SunRadiusKm / toSun.Length),
            Math.Atan2(toEarth.Cross(toSun).Length, toEarth.Dot(toSun)));
    }
}
