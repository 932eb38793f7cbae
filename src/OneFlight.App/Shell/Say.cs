using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OneFlight.Primitives;

namespace OneFlight.App.Shell;

/// <summary>Times, durations and numbers in words, the same on every screen; unit and zone always shown or in the column's head.</summary>
public static class Say
{
    private static readonly InstantPattern timePattern = InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH:mm");
    private static readonly InstantPattern shortPattern = InstantPattern.CreateWithInvariantCulture("d MMM HH:mm");
    private static readonly InstantPattern fieldPattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern localPattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd HH:mm");

    /// <summary>What stands where a value is not known.</summary>
    public const string Unknown = "not known";

    /// <summary>12 Mar 2027 09:14 UTC.</summary>
    public static string When(Instant at) => TimeText.Instant(at);

    /// <summary>12 Mar 2027 09:14, for a column whose head says UTC.</summary>
    public static string Time(Instant? at, string none = "–") => at is { } instant ? timePattern.Format(instant) : none;

    /// <summary>12 Mar 09:14, where the year is plain.</summary>
    public static string Short(Instant at) => shortPattern.Format(at);

    /// <summary>12 Mar 2027.</summary>
    public static string Day(Instant at) => TimeText.Day(at);

    /// <summary>For a field of date and time in a form: 2027-03-12T09:14.</summary>
    public static string Field(Instant at) => fieldPattern.Format(at);

    /// <summary>For machines: 2027-03-12T09:14:00Z.</summary>
    public static string Iso(Instant at) => InstantPattern.General.Format(at);

    /// <summary>The time where someone is, with the weekday: "Thu 08:32 there". An unknown zone says so.</summary>
    public static string Local(Instant at, string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found
        ? localPattern.Format(at.InZone(found).LocalDateTime) + " there"
        : "zone not known";

    /// <summary>9 d, 1 d 4 h, 5 h 20 min, 45 min.</summary>
    public static string Span(Duration duration)
    {
        var minutes = (long)Math.Round(Math.Abs(duration.TotalMinutes));
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        var sign = duration < Duration.Zero ? "−" : "";
        if (days >= 10) return sign + Number(Math.Abs(duration.TotalDays), 0) + " d";
        if (days > 0) return hours > 0 ? $"{sign}{days} d {hours} h" : $"{sign}{days} d";
        if (hours > 0) return rest > 0 ? $"{sign}{hours} h {rest} min" : $"{sign}{hours} h";
        return $"{sign}{rest} min";
    }

    /// <summary>+9 d, −2 d 3 h: how far something moved.</summary>
    public static string Moved(Duration duration) => duration < Duration.Zero ? Span(duration) : "+" + Span(duration);

    /// <summary>In 3 d, 2 h ago.</summary>
    public static string Until(Instant at, Instant now) => at >= now ? "in " + Span(at - now) : Span(now - at) + " ago";

    /// <summary>1,284 or 0.61.</summary>
    public static string Number(double value, int decimals = 2) =>
        value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>1 flight, 2 flights, 1,284 promises.</summary>
    public static string Count(int count, string one, string? many = null) =>
        $"{Number(count, 0)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A long name without what it says in brackets: "Health stabilisation (quarantine)" is "Health stabilisation".</summary>
    public static string Brief(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    /// <summary>A name that is too long for its place ends with a whole word.</summary>
    public static string Cut(string name, int most)
    {
        if (name.Length <= most) return name;
        var at = name.LastIndexOf(' ', most - 1);
        var cut = at > most / 2 ? name[..at] : name[..(most - 1)];
        return (cut.EndsWith(" and", StringComparison.Ordinal) ? cut[..^4] : cut).TrimEnd(',', ':', ';') + "…";
    }

    /// <summary>Words of an enum's name: <c>CrewRotation</c> is "crew rotation".</summary>
    public static string Words<TEnum>(TEnum value) where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && (char.IsUpper(c) || char.IsDigit(c)) && !char.IsDigit(value.ToString()[i - 1])
            ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
