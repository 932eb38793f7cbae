using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Supply;

namespace OneFlight.App.Supply;

/// <summary>Days of cover over time as a drawing: as planned, and without some flights.</summary>
/// <param name="Planned">Points of a polyline in drawing units.</param>
/// <param name="Without">The same if the chosen flights are lost; empty: none is chosen.</param>
public sealed record StockChart(
    string Planned, string Without, ImmutableArray<(double Y, string Text, bool Hard)> Lines, ImmutableArray<(double X, string Text)> Months,
    ImmutableArray<(double Y, string Text)> Days, ImmutableArray<(double X, double Y, string Text)> Arrivals, double? NowX)
{
    public const double Left = 46, Right = 1000, Top = 14, Bottom = 230, Height = 252;

    /// <summary>The drawing, or null when nothing was ever counted.</summary>
    public static StockChart? Of(StationSupply supply, ImmutableArray<FlightId> lost, Instant now)
    {
        if (supply.Course.Points.IsEmpty) return null;
        var from = supply.Course.Points[0].At;
        var to = Instant.Max(supply.PlannedUntil, now) + Duration.FromDays(45);
        var most = Math.Ceiling((supply.Course.Points.Max(p => p.CoverDays ?? 0) + 5) / 50) * 50;
        double X(Instant at) => Left + ((at - from) / (to - from) * (Right - Left));
        double Y(double days) => Bottom - (Math.Clamp(days, 0, most) / most * (Bottom - Top));
        return new(
            Line(supply.Course, to, X, Y), lost.IsEmpty ? "" : Line(supply.Without([.. lost]), to, X, Y),
            [.. supply.Stock.Reserve.Select(r => (Y(r.Days), $"{r.Days} d: {r.Means}", r.Hard))], MonthsOf(from, to, X),
            [.. Enumerable.Range(0, (int)(most / 50) + 1).Select(i => (Y(i * 50), $"{i * 50} d"))],
            [.. supply.Course.Points.Where(p => p.Event == StockEvent.Delivery).Select(p => (X(p.At), Y(p.CoverDays ?? 0), p.Flight!.Value.Value))],
            now > from && now < to ? X(now) : null);
    }

    // Between two points cover falls by a day each day; a delivery or a count lifts or drops it on the spot.
    private static string Line(StockCourse course, Instant to, Func<Instant, double> x, Func<double, double> y)
    {
        var points = new List<string>();
        for (var i = 0; i < course.Points.Length && course.Points[i].At < to; i++)
        {
            if (course.Points[i].EndsAt is not { } ends) continue;
            var next = i + 1 < course.Points.Length ? Instant.Min(course.Points[i + 1].At, to) : to;
            points.Add(Point(course.Points[i].At, (ends - course.Points[i].At).TotalDays));
            if (ends < next) points.Add(Point(ends, 0));
            points.Add(Point(next, Math.Max(0, (ends - next).TotalDays)));
        }
        return string.Join(' ', points.Distinct());

        string Point(Instant at, double days) => FormattableString.Invariant($"{x(at):0.##},{y(days):0.##}");
    }

    private static ImmutableArray<(double, string)> MonthsOf(Instant from, Instant to, Func<Instant, double> x)
    {
        var months = ImmutableArray.CreateBuilder<(double, string)>();
        var month = from.InUtc().Date.With(DateAdjusters.StartOfMonth).PlusMonths(1);
        for (; month.AtMidnight().InUtc().ToInstant() < to; month = month.PlusMonths(1))
            months.Add((x(month.AtMidnight().InUtc().ToInstant()), month.ToString("MMM", System.Globalization.CultureInfo.InvariantCulture)));
        return months.ToImmutable();
    }
}
