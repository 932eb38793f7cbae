using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OneFlight.Primitives;

/// <summary>Short words for instants and spans in answers, states and reasons; always UTC.</summary>
public static class TimeText
{
    private static readonly InstantPattern minute = InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH:mm 'UTC'");
    private static readonly InstantPattern day = InstantPattern.CreateWithInvariantCulture("d MMM uuuu");

    /// <summary>"12 Mar 2027 09:14 UTC".</summary>
    public static string Instant(Instant instant) => minute.Format(instant);

    /// <summary>"12 Mar 2027", for a column or sentence that says UTC.</summary>
    public static string Day(Instant instant) => day.Format(instant);

    /// <summary>"12 Mar 2027 09:14 UTC to 14 Mar 2027 09:14 UTC"; without an end "from 12 Mar 2027 09:14 UTC".</summary>
    public static string Span(Instant from, Instant? to) => to is { } end ? $"{Instant(from)} to {Instant(end)}" : $"from {Instant(from)}";

    /// <summary>"from 1 Jun 2027 to 1 Jul 2027": days where both ends are midnights, else instants; without an end, until further notice.</summary>
    public static string Dates(Instant from, Instant? to)
    {
        var days = IsMidnight(from) && (to is null || IsMidnight(to.Value));
        string One(Instant at) => days ? Day(at) : Instant(at);
        return to is { } end ? $"from {One(from)} to {One(end)}" : $"from {One(from)} until further notice";
    }

    private static bool IsMidnight(Instant at) => at.InUtc().TimeOfDay == LocalTime.Midnight;

    /// <summary>A signed count of days: "+9 d", "-0.5 d".</summary>
    public static string Days(Duration duration) => duration.TotalDays.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture) + " d";
}
