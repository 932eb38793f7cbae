using System.Globalization;
using NodaTime;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>Instants and durations as the facts of a report show them.</summary>
internal static class Say
{
    /// <summary>"3 Mar 2027 08:00:00 UTC".</summary>
    public static string At(Instant instant) => instant.ToString("d MMM uuuu HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Until(Instant instant) => instant == Instant.MaxValue ? "for good" : "until " + At(instant);

    /// <summary>Hours below three days, days above: "9.27 h", "136.7 d".</summary>
    public static string Long(Duration duration) => Math.Abs(duration.TotalDays) < 3
        ? duration.TotalHours.ToString("0.##", CultureInfo.InvariantCulture) + " h"
        : duration.TotalDays.ToString("0.#", CultureInfo.InvariantCulture) + " d";
}
