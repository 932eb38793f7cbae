using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Supply;

/// <summary>Something that comes to a station's stock.</summary>
public readonly record struct Delivery(Instant At, double Kilograms, FlightId Flight);

/// <summary>People who come on board or leave.</summary>
public readonly record struct CrewChange(Instant At, int By, FlightId Flight);

/// <summary>What happened at a point of a course.</summary>
public enum StockEvent { Audit, Delivery, Crew, Exhausted }

/// <summary>A point where the course bends or jumps.</summary>
/// <param name="Before">Stock just before, kg; of the first audit what was counted.</param>
/// <param name="After">Stock just after, kg.</param>
/// <param name="Crew">People on board from here on.</param>
/// <param name="Flight">Whose arrival or departure it is; null: an audit, or the end of the stock.</param>
/// <param name="EndsAt">When the stock is used up if nothing more comes, with the crew that is planned; null: nobody uses it.</param>
/// <param name="Drift">Of an audit: what was used since the audit before, as a ratio of what was planned; null: not known.</param>
public sealed record StockPoint(Instant At, StockEvent Event, double Before, double After, int Crew, FlightId? Flight, Instant? EndsAt, double? Drift)
{
    /// <summary>Days that the stock lasts from here if nothing more comes; null: nobody uses it.</summary>
    public double? CoverDays => EndsAt is { } ends ? Math.Max(0, (ends - At).TotalDays) : null;
}

/// <summary>The stock of one consumable over time: counted, delivered, and used by the people on board at a rate.</summary>
/// <remarks>
/// Between two points the stock falls along a straight line: people × rate. People and time are counted in whole crew-seconds since the last
/// audit, so that no rounding adds up; only the product with the rate is rounded. An audit sets the stock to what was counted. From the last
/// audit on the rate is the table's times the drift found there. Cover is how long a stock lasts if nothing more comes, so it falls by one
/// day each day until the next delivery, and is lowest just before one.
/// </remarks>
/// <param name="Rate">Used from the last audit on, kg per crew-day.</param>
/// <param name="Planned">As the table has it, kg per crew-day.</param>
public sealed record StockCourse(ImmutableArray<StockPoint> Points, double Rate, double Planned, int Residents, ImmutableArray<CrewChange> Crew)
{
    private const double SecondsPerDay = 86400;

    /// <param name="audits">At least one, or the course is empty: without a count nothing is known.</param>
    /// <param name="rate">kg per crew-day.</param>
    public static StockCourse Of(double rate, int residents, ImmutableArray<StockAudit> audits, ImmutableArray<Delivery> deliveries, ImmutableArray<CrewChange> crew)
    {
        var counts = audits.OrderBy(a => a.At).ThenBy(a => a.Id, StringComparer.Ordinal).ToImmutableArray();
        var changes = crew.OrderBy(c => c.At).ThenBy(c => c.Flight.Value, StringComparer.Ordinal).ToImmutableArray();
        var course = new StockCourse([], rate, rate, residents, changes);
        if (counts.IsEmpty) return course;

        var points = ImmutableArray.CreateBuilder<StockPoint>();
        var arrivals = deliveries.Where(d => d.At >= counts[0].At).OrderBy(d => d.At).ThenBy(d => d.Flight.Value, StringComparer.Ordinal).ToList();
        double? drift = null;
        for (var i = 0; i < counts.Length; i++)
        {
            var until = i + 1 < counts.Length ? counts[i + 1].At : Instant.MaxValue;
            var own = arrivals.Where(d => d.At >= counts[i].At && d.At < until).ToList();
            if (i > 0) drift = course.Drift(counts[i - 1], counts[i], arrivals) ?? drift;
            var last = i + 1 == counts.Length;
            if (last) course = course with { Rate = rate * (drift ?? 1) };
            course.Walk(counts[i], own, until, last ? course.Rate : rate, points, i > 0 ? drift : null);
        }
        return course with { Points = points.ToImmutable() };
    }

    public StockPoint? At(Instant at) => Points.LastOrDefault(p => p.At <= at);

    /// <summary>How many are on board at an instant, with whoever arrives then and without whoever leaves.</summary>
    public int Aboard(Instant at) => Math.Max(0, Residents + Crew.TakeWhile(c => c.At <= at).Sum(c => c.By));

    /// <summary>Stock at an instant, kg; null: before the first count.</summary>
    public double? Kilograms(Instant at)
    {
        if (At(at) is not { } point) return null;
        var last = Points.LastOrDefault(p => p.Event == StockEvent.Audit);
        var rate = last is not null && at >= last.At ? Rate : Planned;
        return Math.Max(0, point.After - Used(CrewSeconds(point.At, at), rate));
    }

    /// <summary>What the people on board use between two instants at the table's rate, kg.</summary>
    public double PlannedUse(Instant from, Instant to) => Used(CrewSeconds(from, to), Planned);

    /// <summary>Days of cover at an instant; null: not known, or nobody uses it.</summary>
    public double? CoverDays(Instant at) => At(at)?.EndsAt is { } ends ? Math.Max(0, (ends - at).TotalDays) : null;

    /// <summary>The lowest cover in a span: at its beginning, its end, or just before a delivery. Null: not known in some of it.</summary>
    public (Instant At, double Days)? Lowest(Instant from, Instant to)
    {
        if (At(from) is null) return null;
        var ends = Points.Where(p => p.At > from && p.At <= to && p.Event is StockEvent.Delivery or StockEvent.Audit).Select(p => p.At).Append(to);
        (Instant At, double Days)? lowest = null;
        foreach (var end in ends)
        {
            // Just before the end of a stretch: what it brings is not there yet.
            var point = Points.LastOrDefault(p => p.At < end) ?? At(end);
            if (point?.EndsAt is not { } exhausted) continue;
            var days = Math.Max(0, (exhausted - end).TotalDays);
            if (lowest is null || days < lowest.Value.Days) lowest = (end, days);
        }
        return lowest;
    }

    /// <summary>When cover first falls below some days from an instant on; null: it does not while deliveries are planned, or is not known.</summary>
    public Instant? FirstBelow(double days, Instant from)
    {
        var cover = Duration.FromDays(days);
        for (var i = 0; i < Points.Length; i++)
        {
            if (Points[i].EndsAt is not { } ends) continue;
            var next = Points.Skip(i + 1).FirstOrDefault(p => p.Event is StockEvent.Delivery or StockEvent.Audit)?.At ?? Instant.MaxValue;
            var crosses = Instant.Max(Points[i].At, ends - cover);
            if (crosses < next && next > from) return Instant.Max(crosses, from);
        }
        return null;
    }

    /// <summary>What was really used between two counts, against what people × rate says; null: nobody was there, or the counts contradict each other.</summary>
    private double? Drift(StockAudit before, StockAudit after, List<Delivery> arrivals)
    {
        var used = before.Counted.Kilograms + arrivals.Where(d => d.At >= before.At && d.At < after.At).Sum(d => d.Kilograms) - after.Counted.Kilograms;
        var planned = Used(CrewSeconds(before.At, after.At), Planned);
        return used > 0 && planned > 0 ? used / planned : null;
    }

    private void Walk(StockAudit count, List<Delivery> deliveries, Instant until, double rate, ImmutableArray<StockPoint>.Builder points, double? drift)
    {
        // What came since the stock last was nothing, and what was used of it since.
        var (at, stock, came, spent) = (count.At, count.Counted.Kilograms, count.Counted.Kilograms, 0L);
        Add(StockEvent.Audit, points.Count == 0 ? stock : Left(points[^1], count.At), null, drift);
        var events = deliveries.Select(d => (d.At, Kind: StockEvent.Delivery, d.Kilograms, Flight: (FlightId?)d.Flight))
            .Concat(Crew.Where(c => c.At > count.At && c.At < until).Select(c => (c.At, Kind: StockEvent.Crew, 0.0, (FlightId?)c.Flight)))
            .OrderBy(e => e.At).ThenByDescending(e => e.Kind == StockEvent.Delivery);
        foreach (var (when, kind, kilograms, flight) in events)
        {
            Exhaust(when);
            spent += CrewSeconds(at, when);
            var before = Math.Max(0, came - Used(spent, rate));
            if (before <= 0) (came, spent) = (0, 0);
            came += kilograms;
            (at, stock) = (when, before + kilograms);
            Add(kind, before, flight, null);
        }
        Exhaust(until);

        void Exhaust(Instant by)
        {
            if (stock <= 0 || EndsAt(at, stock, rate) is not { } ends || ends >= by) return;
            (at, stock, came, spent) = (ends, 0, 0, 0);
            Add(StockEvent.Exhausted, 0, null, null);
        }

        void Add(StockEvent kind, double before, FlightId? flight, double? ratio) =>
            points.Add(new(at, kind, before, stock, Aboard(at), flight, EndsAt(at, stock, rate), ratio));
    }

    private double Left(StockPoint point, Instant at) => Math.Max(0, point.After - Used(CrewSeconds(point.At, at), Planned));

    /// <summary>When a stock is used up if nothing more comes.</summary>
    private Instant? EndsAt(Instant at, double kilograms, double rate)
    {
        if (rate <= 0) return null;
        var left = kilograms * SecondsPerDay / rate;
        if (left <= 0) return at;
        foreach (var change in Crew.Where(c => c.At > at))
        {
            var aboard = Aboard(at);
            var used = aboard * (change.At - at).TotalSeconds;
            if (used >= left) return at + Duration.FromSeconds(left / aboard);
            (left, at) = (left - used, change.At);
        }
        // Past the last planned change the crew stays as it is; a stock of centuries has no date.
        return Aboard(at) is > 0 and var people && left / people < 1e10 ? at + Duration.FromSeconds(left / people) : null;
    }

    private long CrewSeconds(Instant from, Instant to)
    {
        var (sum, at) = (0L, from);
        foreach (var change in Crew)
        {
            if (change.At <= at) continue;
            if (change.At >= to) break;
            sum += Aboard(at) * Seconds(at, change.At);
            at = change.At;
        }
        return sum + (Aboard(at) * Seconds(at, to));
    }

    private static long Seconds(Instant from, Instant to) => (long)Math.Round((to - from).TotalSeconds);

    private static double Used(long crewSeconds, double rate) => crewSeconds * rate / SecondsPerDay;
}
