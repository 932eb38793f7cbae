using System.Text;
using NodaTime;
using NodaTime.Text;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>Instants in ISO 8601, always UTC: <c>2027-03-21T09:14:00Z</c>, with up to nine decimals of a second where needed.</summary>
/// <remarks>Whole seconds of the years 0 to 9999 take a short way, because a large campaign holds millions of them.</remarks>
internal static class InstantText
{
    private const int WholeSeconds = 20;

    public static Instant? Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length == WholeSeconds && Plain(text) is { } plain) return plain;
        var result = InstantPattern.ExtendedIso.Parse(Encoding.UTF8.GetString(text));
        return result.Success ? result.Value : null;
    }

    private static Instant? Plain(ReadOnlySpan<byte> t)
    {
        if (t[4] != '-' || t[7] != '-' || t[10] != 'T' || t[13] != ':' || t[16] != ':' || t[19] != 'Z') return null;
        int year = Digits(t[..4]), month = Digits(t[5..7]), day = Digits(t[8..10]);
        int hour = Digits(t[11..13]), minute = Digits(t[14..16]), second = Digits(t[17..19]);
        var valid = year >= 1 && month is >= 1 and <= 12 && day >= 1 && hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        return valid ? Instant.FromUtc(year, month, day, hour, minute, second) : null;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            value = value * 10 + digit - '0';
        }
        return value;
    }

    public static string Of(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>Writes the instant and returns how many bytes it took; <paramref name="to"/> has room for 40.</summary>
    public static int Write(Instant instant, Span<byte> to)
    {
        var at = instant.InUtc().LocalDateTime;
        if (at.NanosecondOfSecond != 0 || at.Year is < 1 or > 9999) return Encoding.UTF8.GetBytes(Of(instant), to);
        Put(to[..4], at.Year);
        Put(to[5..7], at.Month);
        Put(to[8..10], at.Day);
        Put(to[11..13], at.Hour);
        Put(to[14..16], at.Minute);
        Put(to[17..19], at.Second);
        (to[4], to[7], to[10], to[13], to[16], to[19]) = ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':', (byte)'Z');
        return WholeSeconds;
    }

    private static void Put(Span<byte> to, int value)
    {
        for (var i = to.Length - 1; i >= 0; i--, value /= 10) to[i] = (byte)('0' + value % 10);
    }
}
