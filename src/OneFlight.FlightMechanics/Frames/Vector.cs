namespace OneFlight.FlightMechanics.Frames;

/// <summary>Three plain numbers of one unit, which the name that holds them tells.</summary>
public readonly record struct Vector(double X, double Y, double Z)
{
    public double Length => Math.Sqrt(Dot(this));

    public static Vector operator +(Vector left, Vector right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);
    public static Vector operator -(Vector left, Vector right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);
    public static Vector operator *(double factor, Vector vector) => new(factor * vector.X, factor * vector.Y, factor * vector.Z);

    public double Dot(Vector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public Vector Cross(Vector other) => new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    public Vector Unit() => (1 / Length) * this;

    /// <summary>The same vector seen from axes turned about the first axis by an angle.</summary>
    internal Vector InAxesTurnedAboutX(double radians)
    {
        var (sin, cos) = Math.SinCos(radians);
        return new(X, (cos * Y) + (sin * Z), (cos * Z) - (sin * Y));
    }

    /// <summary>The same vector seen from axes turned about the second axis by an angle.</summary>
    internal Vector InAxesTurnedAboutY(double radians)
    {
        var (sin, cos) = Math.SinCos(radians);
        return new((cos * X) - (sin * Z), Y, (cos * Z) + (sin * X));
    }

    /// <summary>The same vector seen from axes turned about the third axis by an angle.</summary>
    internal Vector InAxesTurnedAboutZ(double radians)
    {
        var (sin, cos) = Math.SinCos(radians);
        return new((cos * X) + (sin * Y), (cos * Y) - (sin * X), Z);
    }
}
