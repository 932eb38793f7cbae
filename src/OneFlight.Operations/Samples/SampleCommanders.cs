using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>The operator's own commanders: those of free flights fly several times a year, at least three months apart.</summary>
internal sealed class SampleCommanders
{
    private static readonly string[] Zones = ["America/New_York", "America/Chicago", "Europe/Madrid", "Europe/Berlin", "America/Sao_Paulo", "Asia/Seoul"];
    private static readonly double DaysApart = 95;

    private readonly SamplePeople people;
    private readonly OrganizationId home;
    private readonly SampleRandom random;
    private readonly ImmutableArray<PersonId> ofFreeFlights;
    private readonly ImmutableArray<PersonId> reserves;
    private int made;

    public SampleCommanders(SamplePeople people, OrganizationId home, List<SampleFlight> schedule, SampleRandom random)
    {
        (this.people, this.home, this.random) = (people, home, random);
        var free = schedule.Where(f => f.Kind == FlightKind.FreeFlyer).ToList();
        var pool = (int)Math.Ceiling(DaysApart * free.Count / 350) + 1;
        ofFreeFlights = [.. Enumerable.Range(0, free.Count == 0 ? 0 : Math.Min(free.Count, pool)).Select(i =>
            Commander(LastLanding(free.Where((_, flight) => flight % pool == i))))];
        reserves = [.. Enumerable.Range(0, 1 + (schedule.Count / 30)).Select(_ => Commander(SampleSchedule.YearStart + Duration.FromDays(540)))];
    }

    /// <summary>The commander of a flight, and for every third one who steps in.</summary>
    public (PersonId Commander, PersonId? Backup) Next(SampleFlight flight)
    {
        var commander = flight.Kind == FlightKind.FreeFlyer ? ofFreeFlights[(flight.Number - 1) % ofFreeFlights.Length] : Commander(flight.End);
        PersonId? backup = flight.Number % 3 == 1 ? reserves[flight.Number / 3 % reserves.Length] : null;
        return (commander, backup);
    }

    private PersonId Commander(Instant lastLanding) => people.Add(
        string.Create(CultureInfo.InvariantCulture, $"Commander {++made:00}"), home, random.Pick(Zones), null, SampleQualifications.OfCommander(lastLanding, random));

    private static Instant LastLanding(IEnumerable<SampleFlight> flights) => flights.Max(f => f.End);
}
