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

    /// <summary>A signed count of days: "+9 d", "-0.5 d".</summary>
    public static string Days(Duration duration) => duration.TotalDays.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture) + " d";
}
