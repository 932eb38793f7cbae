using System.Globalization;
using System.Numerics;
using NodaTime;
using NodaTime.Text;
using OneFlight.Primitives;

namespace OneFlight.Operations.Campaigns.Changes;

/// <summary>Times as they are typed into a change. A date alone is its midnight in UTC.</summary>
internal static class ChangeTimes
{
    /// <summary>A century either way: past any plan, inside the range of instants.</summary>
    private const int LongestDays = 36_525;

    private static readonly (string Unit, long Nanoseconds)[] units =
    [
        ("d", NodaConstants.NanosecondsPerDay), ("h", NodaConstants.NanosecondsPerHour),
        ("min", NodaConstants.NanosecondsPerMinute), ("s", NodaConstants.NanosecondsPerSecond),
    ];

    /// <summary>A signed duration such as <c>+9d</c>, <c>-36h</c>, <c>+1.5d</c>; null when it is none.</summary>
    public static Duration? Shift(string text)
    {
        if (text.Length < 3 || text[0] is not ('+' or '-')) return null;
        var unit = text[1..].TrimStart([.. "0123456789."]);
        var length = Array.Find(units, u => u.Unit == unit).Nanoseconds;
        var number = text.AsSpan(1, text.Length - 1 - unit.Length);
        if (length == 0 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return null;
        if (amount > LongestDays * 86_400m || amount * length > LongestDays * (decimal)NodaConstants.NanosecondsPerDay) return null;
        var shift = Duration.FromNanoseconds((BigInteger)decimal.Round(amount * length));
        return text[0] == '-' ? -shift : shift;
    }

    /// <summary>The largest unit in which the duration is a whole number, else seconds with decimals: exact, so that it reads back the same.</summary>
    public static string Text(Duration shift)
    {
        var nanoseconds = (decimal)shift.ToBigIntegerNanoseconds();
        var (unit, length) = Array.Find(units, u => nanoseconds % u.Nanoseconds == 0) is { Unit: not null } whole ? whole : units[^1];
        return (nanoseconds < 0 ? "-" : "+") + Math.Abs(nanoseconds / length).ToString("0.#########", CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>A date such as <c>2027-03-21</c>, or an instant such as <c>2027-03-21T09:14Z</c>; null when it is neither or far from any plan.</summary>
    public static Instant? Moment(string text) => Read(text) is { } moment && Era.Contains(moment) ? moment : null;

    private static Instant? Read(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }) return date.AtMidnight().InUtc().ToInstant();
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant }) return instant;
        return minutes.Parse(text) is { Success: true, Value: var minute } ? minute : null;
    }

    private static readonly InstantPattern minutes = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm'Z'");

    public static string Text(Instant instant)
    {
        var at = instant.InUtc().LocalDateTime;
        return at.TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(at.Date) : InstantPattern.ExtendedIso.Format(instant);
    }

    /// <summary><c>FROM..TO</c>, either of which may be left out; null when it is none.</summary>
    public static (Instant? From, Instant? To)? Span(string text)
    {
        if (text.IndexOf("..", StringComparison.Ordinal) is not (>= 0 and var at)) return null;
        string first = text[..at].Trim(), last = text[(at + 2)..].Trim();
        Instant? from = Moment(first), to = Moment(last);
        return (first.Length > 0 && from is null) || (last.Length > 0 && to is null) ? null : (from, to);
    }

    public static string Text(Instant? from, Instant? to) => $"{(from is { } first ? Text(first) : "")}..{(to is { } last ? Text(last) : "")}";
}
