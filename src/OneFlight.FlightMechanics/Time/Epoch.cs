using System.Globalization;

namespace OneFlight.FlightMechanics.Time;

/// <summary>A moment as a continuous count of atomic time (TAI): whole seconds since 2000-01-01T00:00:00 TAI and attoseconds of the next one.</summary>
/// <remarks>No leap seconds, no zone, no default: scales and calendars are named only where a text or another count is read or written.</remarks>
public readonly record struct Epoch : IComparable<Epoch>
{
    internal const long AttosecondsPerSecond = 1_000_000_000_000_000_000;

    private Epoch(long seconds, long attoseconds) => (TaiSeconds, Attoseconds) = (seconds, attoseconds);

    /// <summary>Whole TAI seconds since 2000-01-01T00:00:00 TAI, rounded down.</summary>
    public long TaiSeconds { get; }

    /// <summary>The rest, from 0 to 10^18 - 1.</summary>
    public long Attoseconds { get; }

    /// <param name="seconds">Whole TAI seconds since 2000-01-01T00:00:00 TAI.</param>
    /// <param name="attoseconds">More attoseconds; may be negative or more than a second.</param>
    public static Epoch FromTai(long seconds, long attoseconds)
    {
        var carry = Math.DivRem(attoseconds, AttosecondsPerSecond, out var rest);
        return rest < 0 ? new(seconds + carry - 1, rest + AttosecondsPerSecond) : new(seconds + carry, rest);
    }

    /// <summary>The moment this many seconds later; negative is earlier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number, or beyond 10^12 seconds.</exception>
    public Epoch AddSeconds(double seconds)
    {
        if (!(Math.Abs(seconds) <= 1e12)) throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A step is a finite number of seconds up to 1e12.");
        var whole = Math.Floor(seconds);
        return FromTai(TaiSeconds + (long)whole, Attoseconds + (long)((seconds - whole) * AttosecondsPerSecond));
    }

    /// <summary>The moment this much later, exactly.</summary>
    public Epoch AddExact(long seconds, long attoseconds) => FromTai(TaiSeconds + seconds + (attoseconds / AttosecondsPerSecond), Attoseconds + (attoseconds % AttosecondsPerSecond));

    /// <summary>Elapsed seconds since another moment, exact before it is rounded to a double.</summary>
    public double SecondsSince(Epoch other) => (TaiSeconds - other.TaiSeconds) + ((Attoseconds - other.Attoseconds) / 1e18);

    /// <summary>Julian centuries of Terrestrial Time since J2000.0 (JD 2451545.0 TT).</summary>
    internal double TtJulianCenturies => (TaiSeconds - 43_200 + 32.184 + (Attoseconds / 1e18)) / (86_400.0 * 36_525);

    /// <inheritdoc/>
    public int CompareTo(Epoch other) => TaiSeconds != other.TaiSeconds ? TaiSeconds.CompareTo(other.TaiSeconds) : Attoseconds.CompareTo(other.Attoseconds);

    public static bool operator <(Epoch left, Epoch right) => left.CompareTo(right) < 0;
    public static bool operator >(Epoch left, Epoch right) => left.CompareTo(right) > 0;
    public static bool operator <=(Epoch left, Epoch right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Epoch left, Epoch right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TaiSeconds}.{Attoseconds:D18} s TAI since 2000-01-01");
}
