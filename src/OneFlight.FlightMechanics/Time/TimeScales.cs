using NodaTime;

namespace OneFlight.FlightMechanics.Time;

/// <summary>The named scales of a moment: counts and Julian dates of TAI, TT, UT1 and UTC.</summary>
public static class TimeScales
{
    /// <summary>Terrestrial Time minus TAI, by definition.</summary>
    public const double TtMinusTaiSeconds = 32.184;

    /// <summary>The moment of an instant, which counts no leap seconds and is read as UTC.</summary>
    public static Epoch ToEpoch(this Instant instant, LeapSeconds leapSeconds) => UtcTime.From(instant).ToEpoch(leapSeconds);

    /// <summary>The instant, to the nanosecond below; a leap second becomes the first second of the next day.</summary>
    public static Instant ToInstant(this Epoch epoch, LeapSeconds leapSeconds) => UtcTime.From(epoch, leapSeconds).ToInstant();

    /// <summary>Julian date in TAI, in two parts: the last midnight and the fraction of the day.</summary>
    public static (double Midnight, double Fraction) TaiJulianDate(this Epoch epoch) => JulianDate(epoch, 0);

    /// <summary>Julian date in Terrestrial Time, in two parts.</summary>
    public static (double Midnight, double Fraction) TtJulianDate(this Epoch epoch) => JulianDate(epoch, TtMinusTaiSeconds);

    /// <summary>Julian date in UT1, in two parts; how well it is known says <see cref="EarthOrientation.At"/>.</summary>
    public static (double Midnight, double Fraction) Ut1JulianDate(this Epoch epoch, EarthOrientation orientation) =>
        JulianDate(epoch, orientation.At(epoch).Ut1MinusTaiSeconds);

    /// <summary>The moment of a Julian date in Terrestrial Time, given in two parts that may be split anywhere.</summary>
    public static Epoch FromTtJulianDate(double first, double second) => Epoch.FromTai(0, 0)
        .AddSeconds((first - 2_451_544.5) * 86_400).AddSeconds(second * 86_400).AddExact(-32, -184_000_000_000_000_000);

    private static (double Midnight, double Fraction) JulianDate(Epoch epoch, double offsetSeconds)
    {
        var shifted = epoch.AddSeconds(offsetSeconds);
        var day = Math.DivRem(shifted.TaiSeconds, 86_400, out var second);
        if (second < 0) (day, second) = (day - 1, second + 86_400);
        return (2_451_544.5 + day, (second + (shifted.Attoseconds / 1e18)) / 86_400);
    }
}
