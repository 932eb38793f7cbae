using OneFlight.FlightMechanics.Frames;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>Where a thing stands in the sky of a place: no refraction.</summary>
/// <param name="AzimuthDegrees">From north over east, 0 to below 360.</param>
/// <param name="ElevationDegrees">Above the horizon of the ellipsoid.</param>
public readonly record struct LookAngles(double AzimuthDegrees, double ElevationDegrees, double RangeKm);

/// <summary>A place on the ground with its local axes.</summary>
public sealed class GroundSite
{
    private readonly Vector positionKm, up, east, north;

    public GroundSite(string name, GeodeticPlace place)
    {
        (Name, Place, positionKm) = (name, place, place.ToItrfKm());
        var (sinLatitude, cosLatitude) = Math.SinCos(place.LatitudeDegrees * Angles.Degree);
        var (sinLongitude, cosLongitude) = Math.SinCos(place.LongitudeDegrees * Angles.Degree);
        up = new(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
        east = new(-sinLongitude, cosLongitude, 0);
        north = up.Cross(east);
    }

    public string Name { get; }

    public GeodeticPlace Place { get; }

    /// <summary>Where a thing stands in this sky.</summary>
    public LookAngles LookAt(State<Itrf> state)
    {
        var line = state.PositionKm - positionKm;
        var (right, ahead) = (line.Dot(east), line.Dot(north));
        var azimuth = Math.Atan2(right, ahead) / Angles.Degree;
        return new(azimuth < 0 ? azimuth + 360 : azimuth, Math.Atan2(line.Dot(up), Math.Sqrt((right * right) + (ahead * ahead))) / Angles.Degree, line.Length);
    }
}
