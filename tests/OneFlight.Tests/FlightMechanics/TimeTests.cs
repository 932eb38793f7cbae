using NodaTime;
using OneFlight.FlightMechanics.Time;
using OneFlight.Primitives;

namespace OneFlight.Tests.FlightMechanics;

public sealed class TimeTests
{
    private static readonly LeapSeconds Leaps = LeapSeconds.Published;

    [Fact]
    public void A_step_below_a_nanosecond_survives_a_century()
    {
        var start = Utc("1980-01-01T00:00:00Z");
        var later = start.AddExact(3_155_760_000, 0).AddSeconds(1e-12);

        Assert.Equal(1e-12, later.AddExact(-3_155_760_000, 0).SecondsSince(start), 1e-18);
    }

    // GPS time is TAI - 19 s and began with UTC on 1980-01-06; IERS Bulletin C gives 37 s since 2017.
    [Theory]
    [InlineData("1972-01-01T00:00:00Z", 10)]
    [InlineData("1980-01-06T00:00:00Z", 19)]
    [InlineData("1999-01-01T00:00:00Z", 32)]
    [InlineData("2016-12-31T23:59:59Z", 36)]
    [InlineData("2017-01-01T00:00:00Z", 37)]
    public void Atomic_time_runs_ahead_by_the_published_leap_seconds(string utc, int seconds)
    {
        var reading = UtcTime.From(Utc(utc), Leaps);

        Assert.Equal(seconds, Leaps.TaiMinusUtcSeconds(reading.Day));
        Assert.Equal(seconds, Utc(utc).TaiSeconds - (reading.Day * 86_400L) - reading.SecondOfDay);
    }

    [Fact]
    public void A_leap_second_is_a_second_of_its_own()
    {
        var before = Utc("2016-12-31T23:59:59.5Z");

        Assert.Equal("2016-12-31T23:59:60.500Z", IsoTime.WriteUtc(before.AddSeconds(1), Leaps, 3));
        Assert.Equal("2017-01-01T00:00:00.500Z", IsoTime.WriteUtc(before.AddSeconds(2), Leaps, 3));
        Assert.Equal(1, Utc("2017-01-01T00:00:00Z").SecondsSince(Utc("2016-12-31T23:59:60Z")), 0.0);
        Assert.Equal(Instant.FromUtc(2017, 1, 1, 0, 0), Utc("2016-12-31T23:59:60Z").ToInstant(Leaps));
    }

    [Theory]
    [InlineData("2015-12-31T23:59:60Z")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("2023-01-01T24:00:00Z")]
    [InlineData("2023-01-01T00:00:00+01:00")]
    [InlineData("2023-366T00:00:00Z")]
    [InlineData("yesterday")]
    public void A_time_that_does_not_exist_is_refused_with_what_stood_there(string text)
    {
        var read = IsoTime.ReadUtc(text, Leaps, new("plan.csv", 3, "liftoff"));

        var problem = Assert.Single(read.Problems);
        Assert.Equal("bad-time", problem.Code);
        Assert.Contains(text, problem.Message);
        Assert.StartsWith("plan.csv line 3, liftoff", problem.Message);
    }

    [Theory]
    [InlineData("2023-01-02T03:04:05.678901234567890123Z", 18)]
    [InlineData("1969-07-20T20:17:40Z", 0)]
    [InlineData("2024-02-29T23:59:59.999999Z", 6)]
    public void Text_comes_back_as_it_was(string text, int digits) => Assert.Equal(text, IsoTime.WriteUtc(Utc(text), Leaps, digits));

    [Fact]
    public void A_day_of_the_year_is_read_as_its_date() => Assert.Equal(Utc("2007-03-05T10:34:41.4264"), Utc("2007-064T10:34:41.4264"));

    [Fact]
    public void Instants_go_there_and_back_to_the_nanosecond()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var instant = Instant.FromUtc(1972, 1, 1, 0, 0) + Duration.FromNanoseconds(random.NextInt64(2_500_000_000L * 1_000_000_000L));
            Assert.Equal(instant, instant.ToEpoch(Leaps).ToInstant(Leaps));
        }
    }

    // Astronomical Almanac: J2000.0 is JD 2451545.0 TT = 2000-01-01T11:58:55.816 UTC.
    [Fact]
    public void The_standard_epoch_has_its_published_clock_readings()
    {
        var standard = Utc("2000-01-01T11:58:55.816Z");

        Assert.Equal((2_451_544.5, 0.5), standard.TtJulianDate());
        Assert.Equal(standard, TimeScales.FromTtJulianDate(2_451_545.0, 0));
        Assert.Equal(32.184 / 86_400, standard.TtJulianDate().Fraction - standard.TaiJulianDate().Fraction, 1e-15);
    }

    [Fact]
    public void Beyond_the_table_the_error_is_stated_and_grows_by_each_half_year()
    {
        Assert.Equal(0, Bound("2026-06-27T00:00:00Z"));
        Assert.Equal(1, Bound("2026-12-01T00:00:00Z"));
        Assert.Equal(2, Bound("2027-01-01T00:00:00Z"));
        Assert.Equal(10, Bound("1965-01-01T00:00:00Z"));

        static double Bound(string utc) => Leaps.ErrorBoundSeconds(UtcTime.From(Utc(utc), Leaps).Day);
    }

    [Fact]
    public void Orientation_is_linear_inside_its_table_and_bounded_outside()
    {
        var table = EarthOrientation.FromTable([new(6209, -0.4, 0.1, 0.2), new(6211, 0.6, 0.3, 0.6)], Leaps, "made up over a leap second");
        var middle = table.At(Utc("2017-01-01T00:00:00Z").AddExact(0, 0));
        var outside = table.At(Utc("2020-01-01T00:00:00Z"));

        Assert.Equal(-36.4, middle.Ut1MinusTaiSeconds, 1e-9);
        Assert.Equal((0.2, 0.4), (middle.PoleXArcseconds, middle.PoleYArcseconds));
        Assert.Equal(0, middle.TimeErrorBoundSeconds);
        Assert.Equal((0.9, 0.7), (outside.TimeErrorBoundSeconds, outside.PoleErrorBoundArcseconds));
    }

    private static Epoch Utc(string text) => IsoTime.ReadUtc(text, Leaps, Place.Of("test")).Value;
}
