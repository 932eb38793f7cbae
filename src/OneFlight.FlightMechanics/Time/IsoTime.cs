using System.Globalization;
using NodaTime.Text;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Time;

/// <summary>Times in text: ISO 8601 with a calendar date or the day of the year, read and written as UTC.</summary>
public static class IsoTime
{
    private const string Expected = "a UTC time such as 2023-01-02T03:04:05.678Z or 2023-002T03:04:05";

    /// <summary>Reads a UTC time; the Z may be missing, another zone is refused. A leap second is read where the table has one.</summary>
    public static Result<Epoch> ReadUtc(string text, LeapSeconds leapSeconds, Place where)
    {
        var trimmed = text.Trim();
        var bare = trimmed.EndsWith('Z') ? trimmed[..^1] : trimmed;
        var parts = bare.Split('T');
        if (parts.Length != 2 || Day(parts[0]) is not { } day || TimeOfDay(parts[1]) is not var (second, attoseconds) || second > 86_400)
            return Refused(text, where, Expected);
        return second < leapSeconds.SecondsOfDay(day)
            ? new UtcTime(day, second, attoseconds).ToEpoch(leapSeconds)
            : Refused(text, where, "a second that this day has: there was no leap second at its end");
    }

    /// <summary>Writes UTC with a calendar date.</summary>
    /// <param name="digits">Digits after the second, 0 to 18; the rest is cut, not rounded.</param>
    public static string WriteUtc(Epoch epoch, LeapSeconds leapSeconds, int digits)
    {
        var utc = UtcTime.From(epoch, leapSeconds);
        var (year, month, day) = Calendar.Date(utc.Day);
        var inMinutes = Math.Min(utc.SecondOfDay, 86_399);
        var second = (inMinutes % 60) + (utc.SecondOfDay - inMinutes);
        var fraction = digits == 0 ? "" : "." + utc.Attoseconds.ToString("D18", CultureInfo.InvariantCulture)[..digits];
        return string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}T{inMinutes / 3600:D2}:{inMinutes / 60 % 60:D2}:{second:D2}{fraction}Z");
    }

    private static int? Day(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) return Calendar.Day(date.Value.Year, date.Value.Month, date.Value.Day);
        if (text.Length != 8 || text[4] != '-' || !Digits(text[..4], out var year) || !Digits(text[5..], out var dayOfYear)) return null;
        if (year < 1 || dayOfYear < 1 || dayOfYear > (NodaTime.CalendarSystem.Iso.IsLeapYear(year) ? 366 : 365)) return null;
        return Calendar.Day(year, 1, 1) + dayOfYear - 1;
    }

    private static (int Second, long Attoseconds)? TimeOfDay(string text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':' || text.Length > 27) return null;
        if (!Digits(text[..2], out var hour) || !Digits(text[3..5], out var minute) || !Digits(text[6..8], out var second)) return null;
        var leap = hour == 23 && minute == 59 && second == 60;
        if (hour > 23 || minute > 59 || (second > 59 && !leap)) return null;
        if (text.Length == 8) return ((hour * 3600) + (minute * 60) + second, 0);
        var fraction = text[9..];
        if (text[8] != '.' || fraction.Length == 0 || fraction.Any(c => !char.IsAsciiDigit(c))) return null;
        return ((hour * 3600) + (minute * 60) + second, long.Parse(fraction.PadRight(18, '0'), CultureInfo.InvariantCulture));
    }

    private static bool Digits(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static Problem Refused(string text, Place where, string expected) => new("bad-time", where, $"'{text}'", expected);
}
