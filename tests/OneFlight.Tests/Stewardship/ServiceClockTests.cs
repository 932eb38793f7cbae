using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.Stewardship;

namespace OneFlight.Tests.Stewardship;

/// <summary>The four daylight-saving cases are those of stewardship model 5.5, computed independently.</summary>
public sealed class ServiceClockTests
{
    private const string NewYork = "America/New_York";

    [Fact]
    public void When_the_clocks_go_forward_over_the_weekend_no_working_hour_is_lost() =>
        Assert.Equal(Utc(2026, 3, 9, 16, 0), Clock().Due(At("2026-03-06T16:00:00-05:00"), Minutes(240), []));

    [Fact]
    public void A_holiday_is_passed_over() =>
        Assert.Equal(Utc(2026, 5, 26, 15, 30), Clock(new LocalDate(2026, 5, 25)).Due(At("2026-05-22T15:30:00-04:00"), Minutes(240), []));

    [Fact]
    public void When_the_clocks_go_back_over_the_weekend_no_working_hour_is_won() =>
        Assert.Equal(Utc(2026, 11, 2, 15, 30), Clock().Due(At("2026-10-30T16:30:00-04:00"), Minutes(120), []));

    [Fact]
    public void Overlapping_pauses_are_counted_once() =>
        Assert.Equal(Utc(2026, 6, 3, 21, 0), Clock().Due(At("2026-06-03T10:00:00-04:00"), Minutes(240),
            [Span("2026-06-03T11:00:00-04:00", "2026-06-03T13:00:00-04:00"), Span("2026-06-03T12:00:00-04:00", "2026-06-03T14:00:00-04:00")]));

    [Theory, InlineData(37), InlineData(240), InlineData(1000), InlineData(6000)]
    public void At_the_due_instant_exactly_the_target_has_elapsed(int minutes)
    {
        ImmutableArray<Interval> pauses = [Span("2026-03-09T11:00:00-04:00", "2026-03-10T13:00:00-04:00"), Span("2026-03-10T12:00:00-04:00", "2026-03-10T12:30:00-04:00")];
        var start = At("2026-03-06T16:13:00-05:00");
        var due = Clock().Due(start, Minutes(minutes), pauses)!.Value;

        Assert.Equal(Minutes(minutes), Clock().Elapsed(start, due, pauses));
        Assert.True(Clock().Elapsed(start, due - Duration.FromSeconds(1), pauses) < Minutes(minutes));
    }

    [Fact]
    public void From_the_switch_on_the_clock_runs_day_and_night()
    {
        var clock = Clock() with { AroundTheClock = new(At("2026-03-07T12:00:00-05:00"), null) };
        // An hour of Friday, then 14 hours from Saturday noon, over the night in which the clocks go forward.
        Assert.Equal(Utc(2026, 3, 8, 7, 0), clock.Due(At("2026-03-06T16:00:00-05:00"), Duration.FromHours(15), []));
    }

    [Fact]
    public void A_new_version_of_the_calendar_holds_from_its_first_day()
    {
        var office = WorkingCalendar.OfficeHours(NewYork);
        var longer = new CalendarVersion(new(2026, 6, 4), [.. office.Versions[0].Hours.Select(h => h with { Opens = new(8, 0) })], []);
        var clock = new ServiceClock(office with { Versions = office.Versions.Add(longer) });
        Assert.Equal(Utc(2026, 6, 4, 13, 0), clock.Due(At("2026-06-03T16:00:00-04:00"), Minutes(120), []));
    }

    [Fact]
    public void A_desk_that_never_opens_is_never_due() =>
        Assert.Null(new ServiceClock(new("never", NewYork, [])).Due(At("2026-06-03T16:00:00-04:00"), Minutes(1), []));

    private static ServiceClock Clock(params ReadOnlySpan<LocalDate> holidays) => new(WorkingCalendar.OfficeHours(NewYork, holidays));
    private static Duration Minutes(int minutes) => Duration.FromMinutes(minutes);
    private static Instant Utc(int year, int month, int day, int hour, int minute) => Instant.FromUtc(year, month, day, hour, minute);
    private static Instant At(string text) => OffsetDateTimePattern.Rfc3339.Parse(text).Value.ToInstant();
    private static Interval Span(string from, string to) => new(At(from), At(to));
}
