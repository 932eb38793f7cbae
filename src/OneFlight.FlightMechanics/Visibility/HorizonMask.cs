using System.Collections.Immutable;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>How high a thing must stand to be seen, the same all around or by azimuth, linear between the given directions.</summary>
public sealed class HorizonMask
{
    private readonly ImmutableArray<(double AzimuthDegrees, double ElevationDegrees)> points;

    private HorizonMask(ImmutableArray<(double AzimuthDegrees, double ElevationDegrees)> points) => this.points = points;

    /// <exception cref="ArgumentOutOfRangeException">Not from -90 to 90 degrees.</exception>
    public static HorizonMask Above(double elevationDegrees) => new([(0, Checked(elevationDegrees))]);

    /// <param name="points">Azimuth from 0 to below 360 in rising order, with the elevation there.</param>
    /// <exception cref="ArgumentException">No points, or azimuths out of range or order.</exception>
    public static HorizonMask Around(ImmutableArray<(double AzimuthDegrees, double ElevationDegrees)> points)
    {
        if (points.IsDefaultOrEmpty) throw new ArgumentException("A mask has at least one point.", nameof(points));
        for (var i = 0; i < points.Length; i++)
        {
            Checked(points[i].ElevationDegrees);
            if (!(points[i].AzimuthDegrees is >= 0 and < 360) || (i > 0 && points[i].AzimuthDegrees <= points[i - 1].AzimuthDegrees))
                throw new ArgumentException("Azimuths rise from 0 to below 360 degrees.", nameof(points));
        }
        return new(points);
    }

    public double ElevationAt(double azimuthDegrees)
    {
        if (points.Length == 1) return points[0].ElevationDegrees;
        var after = 0;
        while (after < points.Length && points[after].AzimuthDegrees <= azimuthDegrees) after++;
        var left = points[(after + points.Length - 1) % points.Length];
        var right = points[after % points.Length];
        var width = (right.AzimuthDegrees - left.AzimuthDegrees + 360) % 360;
        var into = (azimuthDegrees - left.AzimuthDegrees + 360) % 360;
        return left.ElevationDegrees + (into / width * (right.ElevationDegrees - left.ElevationDegrees));
    }

    private static double Checked(double elevationDegrees) => elevationDegrees is >= -90 and <= 90
        ? elevationDegrees
        : throw new ArgumentOutOfRangeException(nameof(elevationDegrees), elevationDegrees, "A mask lies between -90 and 90 degrees.");
}
