using NodaTime;
using OneFlight.Operations.Fleet;

namespace OneFlight.Operations.Campaigns.Checking;

/// <summary>A work calendar made ready to be asked often.</summary>
internal sealed class OpenHours
{
    private readonly DateTimeZone zone;
    private readonly HashSet<IsoDayOfWeek> days;
    private readonly HashSet<LocalDate> holidays;
    private readonly LocalTime opens, closes;

    private OpenHours(WorkCalendar calendar, DateTimeZone zone) =>
        (this.zone, days, holidays, opens, closes) = (zone, [.. calendar.Days], [.. calendar.Holidays], calendar.Opens, calendar.Closes);

    /// <summary>Null when the zone is not known: then nothing can be said.</summary>
    public static OpenHours? Of(WorkCalendar calendar) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.Zone) is { } zone ? new(calendar, zone) : null;

    /// <summary>Whether work can begin. Closing at midnight is the end of the day; closing before opening is a night shift, of the day it began.</summary>
    public bool Open(Instant instant)
    {
        var local = instant.InZone(zone);
        var (date, time) = (local.Date, local.TimeOfDay);
        if (opens == closes) return Works(date);
        if (opens < closes) return time >= opens && time < closes && Works(date);
        return time >= opens ? Works(date) : time < closes && Works(date.PlusDays(-1));
    }

    private bool Works(LocalDate date) => days.Contains(date.DayOfWeek) && !holidays.Contains(date);
}
