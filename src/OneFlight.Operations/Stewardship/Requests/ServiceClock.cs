using System.Collections.Immutable;
using NodaTime;

namespace OneFlight.Operations.Stewardship;

/// <summary>Working time, computed when it is read: what of a span is open and not paused.</summary>
/// <param name="AroundTheClock">A span in which the desk is always open, such as launch and flight; null: never.</param>
/// <remarks>elapsed(t) = length of (open ∩ [start, t)) minus the union of the pauses, in half-open intervals of UTC; due is the first instant at
/// which elapsed is the target. Source: stewardship model 5.5.</remarks>
public sealed record ServiceClock(WorkingCalendar Calendar, Interval? AroundTheClock = null)
{
    // A calendar without open hours would be searched forever.
    private const int MostDays = 3700;

    public Duration Elapsed(Instant start, Instant to, ImmutableArray<Interval> pauses)
    {
        var sum = Duration.Zero;
        foreach (var open in Open(start, pauses))
        {
            if (open.Start >= to) break;
            sum += Instant.Min(open.End, to) - open.Start;
        }
        return sum;
    }

    /// <summary>Null: never, as the desk does not open for so long in ten years.</summary>
    public Instant? Due(Instant start, Duration target, ImmutableArray<Interval> pauses)
    {
        if (target <= Duration.Zero) return start;
        var left = target;
        foreach (var open in Open(start, pauses))
        {
            if (left <= open.Duration) return open.Start + left;
            left -= open.Duration;
        }
        return null;
    }

    /// <summary>Open and not paused from a start on, in order, none touching another's inside.</summary>
    private IEnumerable<Interval> Open(Instant start, ImmutableArray<Interval> pauses)
    {
        var closed = Union(pauses);
        var first = start.InZone(DateTimeZoneProviders.Tzdb[Calendar.Zone]).Date.PlusDays(-1);
        for (var i = 0; i < MostDays; i++)
            foreach (var open in OpenOn(first.PlusDays(i)))
                if (Cut(open, start) is { } from)
                    foreach (var part in Without(from, closed)) yield return part;
    }

    /// <summary>The desk's hours of a local day, and what of the day lies in the time around the clock.</summary>
    private IEnumerable<Interval> OpenOn(LocalDate day)
    {
        var hours = Calendar.OpenOn(day);
        if (AroundTheClock is not { } always) return hours;
        var zone = DateTimeZoneProviders.Tzdb[Calendar.Zone];
        var whole = new Interval(zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
        var from = always.HasStart ? Instant.Max(whole.Start, always.Start) : whole.Start;
        var to = always.HasEnd ? Instant.Min(whole.End, always.End) : whole.End;
        return from < to ? Union([.. hours, new(from, to)]) : hours;
    }

    private static Interval? Cut(Interval open, Instant start) => open.End <= start ? null : new(Instant.Max(open.Start, start), open.End);

    private static IEnumerable<Interval> Without(Interval open, ImmutableArray<Interval> closed)
    {
        var from = open.Start;
        foreach (var pause in closed)
        {
            var (begin, end) = (pause.HasStart ? pause.Start : Instant.MinValue, pause.HasEnd ? pause.End : Instant.MaxValue);
            if (end <= from || begin >= open.End) continue;
            if (begin > from) yield return new(from, begin);
            from = end;
            if (from >= open.End) yield break;
        }
        if (from < open.End) yield return new(from, open.End);
    }

    /// <summary>The same times with overlaps counted once, in order.</summary>
    private static ImmutableArray<Interval> Union(ImmutableArray<Interval> spans)
    {
        var union = new List<(Instant From, Instant To)>();
        foreach (var (from, to) in spans.Select(s => (From: s.HasStart ? s.Start : Instant.MinValue, To: s.HasEnd ? s.End : Instant.MaxValue)).OrderBy(s => s.From))
        {
            if (union.Count > 0 && from <= union[^1].To) union[^1] = (union[^1].From, Instant.Max(union[^1].To, to));
            else union.Add((from, to));
        }
        return [.. union.Select(u => new Interval(u.From, u.To == Instant.MaxValue ? null : u.To))];
    }
}
