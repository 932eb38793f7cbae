using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Supply;
using OneFlight.Primitives;

namespace OneFlight.Tests.Supply;

/// <summary>A station checked by hand. Three residents, three guests from day 10 to day 20, 2 kg per person and day, 480 kg counted on day 0,
/// ship A with 240 kg on day 15, ship B with 300 kg on day 60.</summary>
/// <remarks>
/// <code>
/// day   people until then   used   stock before   brought   stock after   ends on day   cover before   cover after
///   0                              480 (counted)             480           70 (1)                       70
///  10   10 d x 3 =  30      60     420                       420           70             60           60
///  15    5 d x 6 =  30      60     360            240        600           110 (2)        55           95
///  20    5 d x 6 =  30      60     540                       540           110            90           90
///  60   40 d x 3 = 120     240     300            300        600           160 (3)        50           100
/// (1) by day 20 are used 60 + 120 = 180, of the 300 left 6 a day: 50 days more     (2) by day 20 60, of 540 6 a day: 90 days more
/// (3) 600 at 6 a day: 100 days
/// without A: ends on day 70; on day 60 are left 480 - 180 - 240 = 60, cover 10; below 45 from day 25, below 30 from day 40; B makes it 360, 60 days
/// without A and B: nothing left on day 70
/// counted 438 on day 30: used 480 + 240 - 438 = 282, planned 120 crew-days x 2 = 240: drift 1.175, from then on 3 x 2.35 = 7.05 a day;
///   438 / 7.05 = 62.1277 days, so on day 60 cover 32.1277 and 438 - 211.5 = 226.5 kg before B, 526.5 after, cover 74.6809
/// </code>
/// </remarks>
public sealed class StockCourseTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0);
    private static readonly FlightId A = new("A"), B = new("B"), Guests = new("G");

    private static Instant Day(double day) => Start + Duration.FromDays(day);
    private static StockAudit Count(double day, double kilograms) => new($"count {day}", "st/food", Day(day), Mass.FromKilograms(kilograms), "crew");

    private static StockCourse Course(double? shipA = 15, double? shipB = 60, params StockAudit[] more) => StockCourse.Of(2, 3,
        [Count(0, 480), .. more],
        [.. shipA is { } a ? [new Delivery(Day(a), 240, A)] : Array.Empty<Delivery>(), .. shipB is { } b ? [new Delivery(Day(b), 300, B)] : Array.Empty<Delivery>()],
        [new(Day(10), 3, Guests), new(Day(20), -3, Guests)]);

    [Fact]
    public void The_course_is_the_one_worked_out_by_hand()
    {
        Assert.Equal(
            [
                (0d, StockEvent.Audit, 480d, 480d, 3, 70d), (10, StockEvent.Crew, 420, 420, 6, 60), (15, StockEvent.Delivery, 360, 600, 6, 95),
                (20, StockEvent.Crew, 540, 540, 3, 90), (60, StockEvent.Delivery, 300, 600, 3, 100), (160, StockEvent.Exhausted, 0, 0, 3, 0),
            ],
            Course().Points.Select(p => ((p.At - Start).TotalDays, p.Event, p.Before, p.After, p.Crew, p.CoverDays!.Value)));
    }

    [Fact]
    public void Cover_is_lowest_just_before_a_delivery()
    {
        Assert.Equal((Day(15), 55), Course().Lowest(Day(1), Day(20)));
        Assert.Equal((Day(60), 50), Course().Lowest(Day(1), Day(70)));
        Assert.Equal((Day(60), 50), Course().Lowest(Day(30), Day(60)));
        Assert.Equal(95, Course().CoverDays(Day(15)));
        Assert.Equal(480, Course().Kilograms(Day(30)));
        Assert.Null(Course().FirstBelow(45, Day(0)) is { } below && below < Day(60) ? below : null);
        Assert.Equal(Day(115), Course().FirstBelow(45, Day(0)));
    }

    [Fact]
    public void A_lost_flight_crosses_the_reserve_on_the_day_worked_out_by_hand()
    {
        var lost = Course(shipA: null);
        Assert.Equal(Day(25), lost.FirstBelow(45, Day(0)));
        Assert.Equal(Day(40), lost.FirstBelow(30, Day(0)));
        Assert.Equal((60d, 360d, 60d), Point(lost, B));
        Assert.Equal((Day(60), 10), lost.Lowest(Day(0), Day(60)));
    }

    [Fact]
    public void Two_lost_flights_leave_nothing_on_day_70()
    {
        var points = Course(null, null).Points;
        Assert.Equal((Day(70), StockEvent.Exhausted), (points[^1].At, points[^1].Event));
        Assert.Equal(0, Course(null, null).Kilograms(Day(75)));
    }

    [Fact]
    public void A_ship_that_comes_too_late_finds_nothing_and_begins_anew()
    {
        var late = Course(shipA: 80, shipB: null);
        Assert.Equal((0d, 240d, 40d), Point(late, A));
        Assert.Equal(Day(120), late.Points[^1].At);
    }

    [Fact]
    public void A_slip_of_nine_days_lowers_the_cover_that_the_ship_finds_by_nine()
    {
        var slipped = Course(shipA: 24);
        Assert.Equal((276d, 516d, 86d), Point(slipped, A));
        Assert.Equal((Day(24), 46), slipped.Lowest(Day(20), Day(24)));
    }

    [Fact]
    public void A_count_corrects_the_stock_and_the_rate_by_the_drift_it_finds()
    {
        var counted = Course(15, 60, Count(30, 438));
        var audit = counted.Points.Single(p => p.At == Day(30));
        Assert.Equal((480d, 438d, 1.175), (audit.Before, audit.After, audit.Drift));
        Assert.Equal(2.35, counted.Rate, 12);
        Assert.Equal(62.12766, audit.CoverDays!.Value, 5);
        Assert.Equal(226.5, Point(counted, B).Before, 9);
        Assert.Equal(526.5, Point(counted, B).After, 9);
        Assert.Equal(74.68085, Point(counted, B).Cover, 5);
        Assert.Equal(32.12766, counted.Lowest(Day(31), Day(60))!.Value.Days, 5);
    }

    [Fact]
    public void Without_a_count_nothing_is_known()
    {
        var none = StockCourse.Of(2, 3, [], [new(Day(15), 240, A)], []);
        Assert.Empty(none.Points);
        Assert.Null(none.CoverDays(Day(20)));
        Assert.Null(none.Lowest(Day(1), Day(30)));
    }

    [Fact]
    public void Nobody_on_board_uses_nothing_and_the_stock_has_no_end()
    {
        var empty = StockCourse.Of(2, 0, [Count(0, 480)], [], []);
        Assert.Null(empty.CoverDays(Day(5)));
        Assert.Equal(480, empty.Kilograms(Day(500)));
    }

    /// <summary>Conservation over generated stations: what was counted and came is what was used and is left, to a millionth of a gram.</summary>
    [Fact]
    public void Mass_is_conserved_whatever_comes_and_goes()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            Instant Any() => Start + Duration.FromMinutes(random.Next(1, 200 * 1440));
            var rate = 0.1 + random.NextDouble();
            ImmutableArray<Delivery> deliveries = [.. Enumerable.Range(0, random.Next(6)).Select(i => new Delivery(Any(), random.Next(500), new($"D{i}")))];
            ImmutableArray<CrewChange> crew = [.. Enumerable.Range(0, random.Next(5)).SelectMany(i => Any() is var up ? new CrewChange[] { new(up, 4, new($"C{i}")), new(up + Duration.FromHours(random.Next(10, 400)), -4, new($"C{i}")) } : [])];
            var course = StockCourse.Of(rate, 2, [Count(0, 5000)], deliveries, crew);
            var used = course.PlannedUse(Start, Day(210));
            Assert.Equal(5000 + deliveries.Sum(d => d.Kilograms) - used, course.Kilograms(Day(210))!.Value, 9);
        }
    }

    private static (double Before, double After, double Cover) Point(StockCourse course, FlightId flight) =>
        course.Points.Single(p => p.Flight == flight && p.Event == StockEvent.Delivery) is var p ? (p.Before, p.After, p.CoverDays!.Value) : default;
}
