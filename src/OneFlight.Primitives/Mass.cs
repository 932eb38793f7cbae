using System.Globalization;

namespace OneFlight.Primitives;

/// <summary>A mass, not negative.</summary>
public readonly record struct Mass : IComparable<Mass>
{
    private Mass(double kilograms) => Kilograms = kilograms;

    /// <summary>The mass in kilograms.</summary>
    public double Kilograms { get; }

    /// <exception cref="ArgumentOutOfRangeException">Negative or not a finite number.</exception>
    public static Mass FromKilograms(double kilograms) => double.IsFinite(kilograms) && kilograms >= 0
        ? new(kilograms)
        : throw new ArgumentOutOfRangeException(nameof(kilograms), kilograms, "A mass is a finite number of kilograms, not negative.");

    public static Mass operator +(Mass left, Mass right) => new(left.Kilograms + right.Kilograms);
    public static bool operator <(Mass left, Mass right) => left.Kilograms < right.Kilograms;
    public static bool operator >(Mass left, Mass right) => left.Kilograms > right.Kilograms;

    /// <inheritdoc/>
    public int CompareTo(Mass other) => Kilograms.CompareTo(other.Kilograms);

    /// <inheritdoc/>
    public override string ToString() => Kilograms.ToString("0.###", CultureInfo.InvariantCulture) + " kg";
}
