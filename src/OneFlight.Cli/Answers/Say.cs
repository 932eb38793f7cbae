using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OneFlight.Cli.Answers;

/// <summary>Numbers and times as answers say them.</summary>
internal static class Say
{
    private static readonly InstantPattern minute = InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH:mm'Z'");

    public static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string? Iso(Instant? instant) => instant is { } known ? Iso(known) : null;

    public static string Short(Instant instant) => minute.Format(instant);

    public static string Short(Instant? instant) => instant is { } known ? Short(known) : "-";

    /// <summary>The time on the clock of whoever is told; UTC where the zone is not known.</summary>
    public static string Local(Instant instant, string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known
        ? LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm").Format(instant.InZone(known).LocalDateTime) + " " + zone
        : Short(instant);

    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
