using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>When resources may begin work, worked out for a resource only once it is asked for.</summary>
internal sealed class Openings(PlanningFacts index, Instant now)
{
    private readonly Dictionary<string, ImmutableArray<Opening>> byCalendar = [];

    // Work starts at the latest a minute before closing.
    private static readonly long Margin = Duration.FromMinutes(1).Ticks();

    public ImmutableArray<Opening> Of(int resource)
    {
        if (index.Campaign.Fleet.Resources[resource].Calendar is not { } calendar) return [];
        var key = $"{calendar.Zone} {string.Join(',', calendar.Days)} {calendar.Opens} {calendar.Closes} {string.Join(',', calendar.Holidays)}";
        if (!byCalendar.TryGetValue(key, out var openings)) byCalendar.Add(key, openings = Work(calendar));
        return openings;
    }

    private ImmutableArray<Opening> Work(WorkCalendar calendar)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.Zone) is not { } zone) return [];
        // Beyond this range a calendar does not bind: nobody works that far ahead by the hour.
        var (first, last) = (now.InZone(zone).Date.PlusYears(-1), now.InZone(zone).Date.PlusYears(4));
        var openings = ImmutableArray.CreateBuilder<Opening>();
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (!calendar.Days.Contains(day.DayOfWeek) || calendar.Holidays.Contains(day)) continue;
            var from = (day + calendar.Opens).InZoneLeniently(zone).ToInstant();
            var closes = calendar.Closes > calendar.Opens ? day + calendar.Closes : day.PlusDays(1) + calendar.Closes;
            openings.Add(new(from.Ticks(), closes.InZoneLeniently(zone).ToInstant().Ticks() - Margin));
        }

        return openings.ToImmutable();
    }
}
