using NodaTime;

namespace OneFlight.FlightMechanics.Time;

/// <summary>Days since 2000-01-01 to and from the Gregorian calendar.</summary>
internal static class Calendar
{
    private static readonly LocalDate Origin = new(2000, 1, 1);

    public static int Day(int year, int month, int day) => Period.DaysBetween(Origin, new LocalDate(year, month, day));

    public static (int Year, int Month, int Day) Date(int day)
    {
        var date = Origin.PlusDays(day);
        return (date.Year, date.Month, date.Day);
    }

    public static IEnumerable<int> Days(string dates) => dates.Split(' ')
        .Select(d => NodaTime.Text.LocalDatePattern.Iso.Parse(d).Value).Select(d => Day(d.Year, d.Month, d.Day));
}
