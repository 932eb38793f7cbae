using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OneFlight.App.Portal;

/// <summary>Times as the reader's own clock shows them, with the place named once at the head of the page.</summary>
public sealed record PortalClock(string Zone)
{
    private static readonly LocalDateTimePattern both = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMMM uuuu, HH:mm");
    private static readonly LocalDateTimePattern brief = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM, HH:mm");
    private static readonly LocalDateTimePattern day = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM");

    private DateTimeZone Found => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;

    /// <summary>"Lisbon", or UTC where the zone is not known.</summary>
    public string Place => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null ? "UTC" : Zone[(Zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>"Fri 12 March 2027, 09:14".</summary>
    public string Full(Instant at) => both.Format(at.InZone(Found).LocalDateTime);

    /// <summary>"Fri 12 Mar, 09:14".</summary>
    public string Brief(Instant at) => brief.Format(at.InZone(Found).LocalDateTime);

    /// <summary>"12 March".</summary>
    public string Day(Instant at) => day.Format(at.InZone(Found).LocalDateTime);

    /// <summary>"in 3 days", "2 hours ago": for people who do not read a console.</summary>
    public static string Until(Instant at, Instant now)
    {
        var span = at >= now ? at - now : now - at;
        var words = span.TotalDays >= 2 ? Count((int)span.TotalDays, "day")
            : span.TotalHours >= 2 ? Count((int)span.TotalHours, "hour") : Count(Math.Max(1, (int)span.TotalMinutes), "minute");
        return at >= now ? $"in {words}" : $"{words} ago";
    }

    private static string Count(int n, string one) => string.Create(CultureInfo.InvariantCulture, $"{n} {one}{(n == 1 ? "" : "s")}");
}
