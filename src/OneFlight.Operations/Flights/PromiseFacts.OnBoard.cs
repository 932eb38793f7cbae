using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Flights;

/// <summary>Facts about time on board: tasks, free time, calls, experiments.</summary>
public static partial class PromiseFacts
{
    /// <summary>Work on board that asks for the participants. The guest days of a free flight are the guests' own program.</summary>
    private static readonly ImmutableArray<string> Tasks = ["PMC", "UNLOAD", "HANDOVR", "RESEARCH", "INCR", "DRILLOB"];

    private static readonly ImmutableArray<string> Occupied = [.. Tasks, "ASCENT", "DOCK", "HATCH", "ADAPT", "EXPDAY", "UNDOCK", "ENTRY"];

    private const double WakingShare = 16.0 / 24;

    private static double? FirstDayTaskMinutes(PlannedFlight flight, PromiseTerms terms)
    {
        if (flight.Plan.Activities.IsEmpty || OnBoard(flight) is not { } stay) return null;
        var day = new Interval(stay.Start, stay.Start + Duration.FromDays(1));
        var tasks = Busy(flight, Tasks, day);
        var guarded = Find(flight, "ADAPT") is { } rest ? new Interval(rest.Start, rest.End) : new Interval(day.Start, day.Start);
        return tasks.Sum(task => (task.Duration - Overlap(task, guarded)).TotalMinutes);
    }

    private static double? UnassignedWakingHours(PlannedFlight flight, PromiseTerms terms) =>
        flight.Plan.Activities.IsEmpty || flight.Plan.Arrival is null || OnBoard(flight) is not { } stay ? null
            : WakingShare * (stay.Duration.TotalHours - Busy(flight, Occupied, stay).Sum(b => b.Duration.TotalHours));

    private static double? LongestUnassignedMinutes(PlannedFlight flight, PromiseTerms terms)
    {
        if (flight.Plan.Activities.IsEmpty || OnBoard(flight) is not { } stay) return null;
        var (free, from) = (0.0, stay.Start);
        foreach (var busy in Busy(flight, Occupied, stay).Append(new Interval(stay.End, stay.End)))
        {
            var gap = (busy.Start - from).TotalHours;
            free = Math.Max(free, gap - 8 * Math.Ceiling(gap / 24));
            from = busy.End;
        }
        return free * 60;
    }

    private static double? DomeReservedHours(PlannedFlight flight, PromiseTerms terms) =>
        flight.Plan.End is { } end ? HoursReserved(flight, "dome", new(flight.Plan.Launch, end)) : null;

    private static double? CallTimeDayTwoMinutes(PlannedFlight flight, PromiseTerms terms)
    {
        var opens = flight.Plan.Launch + Duration.FromDays(1);
        var closes = flight.Plan.Launch + Duration.FromDays(3);
        if (flight.Plan.End is { } end) closes = Instant.Max(opens, Instant.Min(closes, end));
        return 60 * HoursReserved(flight, "comm-passes", new(opens, closes));
    }

    private static double? ExperimentHoursPercent(PlannedFlight flight, PromiseTerms terms)
    {
        if (terms.Amount is not > 0) return null;
        var hours = (Find(flight, "UNLOAD"), Find(flight, "RELOAD")) is ({ } unload, { } reload)
            ? Math.Max(0, (reload.Start - unload.End).TotalHours)
            : HoursOfProgram(flight);
        return 100 * hours / terms.Amount;
    }

    private static double? ResearchHoursPercent(PlannedFlight flight, PromiseTerms terms) =>
        terms.Amount is > 0 ? 100 * HoursOfProgram(flight) / terms.Amount : null;

    private static double? HoursOfProgram(PlannedFlight flight) =>
        (Find(flight, "RESEARCH") ?? Find(flight, "INCR") ?? Find(flight, "EXPDAY")) is { } program && OnBoard(flight) is { } stay
            ? Overlap(new(program.Start, program.End), stay).TotalHours
            : null;

    /// <summary>Null when no activity of the template asks for the resource.</summary>
    private static double? HoursReserved(PlannedFlight flight, string resource, Interval within)
    {
        var ids = Asking(flight.Template, resource);
        return ids.Count == 0 ? null : flight.Plan.Activities
            .Where(a => ids.Contains(a.Id)).Sum(a => Overlap(new(a.Start, a.End), within).TotalHours);
    }

    private static HashSet<ActivityId> Asking(MissionTemplate? template, params ReadOnlySpan<string> resources)
    {
        var ids = new HashSet<ActivityId>();
        foreach (var resource in resources)
            ids.UnionWith((template?.Activities ?? []).Where(a => a.Needs.Contains(new ResourceId(resource))).Select(a => a.Id));
        return ids;
    }

    /// <summary>The activities clipped to a time and merged where they overlap, in time order.</summary>
    private static List<Interval> Busy(PlannedFlight flight, ImmutableArray<string> stems, Interval within)
    {
        var merged = new List<Interval>();
        foreach (var activity in flight.Plan.Activities.Where(a => stems.Contains(a.Id.Stem)).OrderBy(a => a.Start))
        {
            var (from, to) = (Instant.Max(activity.Start, within.Start), Instant.Min(activity.End, within.End));
            if (to <= from) continue;
            if (merged.Count > 0 && merged[^1].End >= from) merged[^1] = new(merged[^1].Start, Instant.Max(merged[^1].End, to));
            else merged.Add(new(from, to));
        }
        return merged;
    }
}
