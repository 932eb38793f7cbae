using System.Collections.Immutable;
using NodaTime;

namespace OneFlight.Operations.Stewardship;

/// <summary>When a desk is open, in the local time of its zone.</summary>
/// <param name="Versions">Each from a day on, until the next; before the first the desk is closed.</param>
public sealed record WorkingCalendar(string Id, string Zone, ImmutableArray<CalendarVersion> Versions)
{
    /// <summary>Monday to Friday, nine to five.</summary>
    public static WorkingCalendar OfficeHours(string zone, params ReadOnlySpan<LocalDate> holidays) => new("office-hours", zone,
        [new(new(1970, 1, 1), [.. Enumerable.Range(1, 5).Select(d => new OpenHours((IsoDayOfWeek)d, new(9, 0), new(17, 0)))], [.. holidays])]);

    /// <summary>The open times of one local day as instants, half-open; a time that the day skips opens when the clocks go on.</summary>
    public IEnumerable<Interval> OpenOn(LocalDate day)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        if (Versions.Where(v => v.From <= day).MaxBy(v => v.From) is not { } version || version.Holidays.Contains(day)) yield break;
        foreach (var hours in version.Hours.Where(h => h.Day == day.DayOfWeek).OrderBy(h => h.Opens))
        {
            var (from, to) = (zone.AtLeniently(day + hours.Opens).ToInstant(), (hours.Closes == LocalTime.Midnight ? zone.AtStartOfDay(day.PlusDays(1)) : zone.AtLeniently(day + hours.Closes)).ToInstant());
            if (from < to) yield return new(from, to);
        }
    }
}

/// <param name="From">First day on which it holds.</param>
/// <param name="Holidays">Days on which nobody is there.</param>
public sealed record CalendarVersion(LocalDate From, ImmutableArray<OpenHours> Hours, ImmutableArray<LocalDate> Holidays);

/// <param name="Closes">Midnight means the end of the day.</param>
public sealed record OpenHours(IsoDayOfWeek Day, LocalTime Opens, LocalTime Closes);
