using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Samples;

namespace OneFlight.Tests.Samples;

public sealed class OperatorYearTests
{
    public static TheoryData<int, int> SeedsAndSizes => new() { { 1, 110 }, { 2, 110 }, { 3, 110 }, { 1, 1 }, { 1, 3 }, { 7, 12 }, { 5, 37 }, { 1, 1000 } };

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(int, int), Campaign> Years = new();

    private static Campaign Year(int seed = 1, int flights = 110) => Years.GetOrAdd((seed, flights), _ => Made(seed, flights));

    private static Campaign Made(int seed, int flights) => OperatorYear.Generate(seed, flights, SampleData.Reference);

    [Fact]
    public void The_year_of_the_mission_has_its_mix_of_flights()
    {
        var kinds = Year().Flights.CountBy(f => f.Kind).ToDictionary();
        Assert.Equal((6, 6, 50, 48), (kinds[FlightKind.CrewRotation], kinds[FlightKind.PrivateMission], kinds[FlightKind.FreeFlyer], kinds[FlightKind.Cargo]));
    }

    [Theory]
    [InlineData(1), InlineData(3), InlineData(12), InlineData(1000)]
    public void Any_number_of_flights_is_met_exactly(int flights) => Assert.Equal(flights, Year(1, flights).Flights.Length);

    [Fact]
    public void The_same_seed_makes_the_same_campaign_and_another_seed_another()
    {
        Assert.Equal(Hash(Made(4, 110)), Hash(Made(4, 110)));
        Assert.NotEqual(Hash(Made(4, 110)), Hash(Made(5, 110)));
    }

    [Theory]
    [MemberData(nameof(SeedsAndSizes))]
    public void Ids_are_unique_and_every_reference_resolves(int seed, int flights)
    {
        var year = Year(seed, flights);
        var people = Unique(year.People.Persons.Select(p => p.Id));
        var houses = Unique(year.People.Organizations.Select(o => o.Id));
        var missions = Unique(year.Missions.Select(m => m.Id));
        var all = Unique(year.Flights.Select(f => f.Id));
        var rules = Unique(year.Rules.Select(r => r.Id));
        var types = Unique(year.Fleet.Types.Select(t => t.Id));
        var stations = Unique(year.Fleet.Stations.Select(s => s.Id));
        var templates = year.Templates.ToDictionary(t => t.Id);
        Unique(year.Promises.Select(p => p.Id));
        Unique(year.Cargo.Select(c => c.Id));
        Unique(year.Fleet.Vehicles.Select(v => v.Id));
        Unique(year.Fleet.Pads.Select(p => p.Id));
        Unique(year.Fleet.Stations.SelectMany(s => s.Ports).Select(p => p.Id));
        var resources = Unique(year.Fleet.Resources.Select(r => r.Id));

        Assert.Subset(people, Ids(year.People.Organizations.Select(o => o.Contact)));
        Assert.Subset(houses, Ids(year.People.Persons.Select(p => p.Organization)));
        Assert.Subset(people, Ids(year.Flights.SelectMany(f => f.Seats).SelectMany(s => new[] { s.Person, s.Backup })));
        Assert.Subset(people, Ids(year.Missions.SelectMany(m => new[] { m.Participant, m.Steward, m.Family })));
        Assert.Subset(houses, Ids(year.Missions.SelectMany(m => new[] { m.Customer, m.Broker })));
        Assert.Subset(all, Ids(year.Missions.Select(m => m.Flight)));
        Assert.Subset(missions, year.Promises.Select(p => p.Mission).ToHashSet());
        Assert.Subset(rules, year.Promises.Select(p => p.Rule).ToHashSet());
        Assert.Subset(types, year.Flights.SelectMany(f => f.Wish.VehicleTypes).Concat(year.Fleet.Pads.SelectMany(p => p.Serves)).ToHashSet());
        Assert.Subset(stations, Ids(year.Flights.Select(f => f.Wish.Station)));
        Assert.Subset(resources, year.Templates.SelectMany(t => t.Activities).SelectMany(a => a.Needs).ToHashSet());
        Assert.Subset(houses, year.Fleet.Stations.Select(s => s.GrantedBy).Concat(year.Fleet.Pads.Select(p => p.GrantedBy)).OfType<string>().Select(g => new OrganizationId(g)).ToHashSet());
        var template = year.Flights.ToDictionary(f => f.Id, f => templates[f.Template!]);
        Assert.All(year.Cargo, c => Assert.Contains(template[c.Flight].Activities, a => a.Id == c.NeededBy));
        Assert.All(year.People.Persons, p => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(p.Zone)));
    }

    [Theory]
    [MemberData(nameof(SeedsAndSizes))]
    public void Weights_of_promises_and_criteria_sum_to_one(int seed, int flights)
    {
        var year = Year(seed, flights);
        Assert.All(year.Missions, m => Assert.Equal(1, m.Criteria.Sum(c => c.Weight), 9));
        Assert.Equal(year.Missions.Length, year.Promises.Select(p => p.Mission).Distinct().Count());
        Assert.All(year.Promises.GroupBy(p => p.Mission), mission =>
        {
            Assert.Equal(1, mission.Sum(p => p.Weight), 9);
            Assert.InRange(mission.Count(), 4, 8);
        });
    }

    [Fact]
    public void A_promise_carries_what_its_rule_reads()
    {
        var parameters = SampleData.Reference.Rules.ToDictionary(r => r.Rule.Id, r => r.Parameters);
        Assert.All(Year().Promises, p => Assert.Equal(
            parameters[p.Rule].Order(),
            new[] { p.Terms.Amount is null ? null : "amount", p.Terms.By is null ? null : "by", p.Terms.Window is null ? null : "window" }.OfType<string>()));
    }

    [Fact]
    public void A_flight_carries_one_to_six_missions_and_the_year_well_over_a_thousand_promises()
    {
        var year = Year();
        Assert.All(year.Missions.GroupBy(m => m.Flight), f => Assert.InRange(f.Count(), 1, 6));
        Assert.Equal(110, year.Missions.Select(m => m.Flight).Distinct().Count());
        Assert.InRange(year.Promises.Length, 1200, 1800);
        Assert.Equal(Enum.GetValues<CustomerKind>().Length, year.Missions.Select(m => m.Kind).Distinct().Count());
        Assert.Equal(Enum.GetValues<Posture>().Length, year.Missions.Select(m => m.Posture).Distinct().Count());
    }

    [Fact]
    public void Customers_speak_in_many_voices()
    {
        var words = Year().Missions.Select(m => m.Success).ToList();
        Assert.True(words.Distinct().Count() > 0.75 * words.Count, $"{words.Distinct().Count()} of {words.Count}");
        Assert.DoesNotContain(words, w => w.Contains('{'));
        Assert.DoesNotContain(Year().Promises, p => p.Words.Contains('{') || p.Words.Contains(" N "));
    }

    [Fact]
    public void A_silent_person_appears_by_alias_only()
    {
        var year = Year();
        var silent = year.People.Persons.Where(p => p.Alias is not null).ToDictionary(p => p.Id);
        Assert.NotEmpty(silent);
        var theirs = year.Missions.Where(m => m.Participant is { } p && silent.ContainsKey(p)).ToList();
        Assert.All(theirs, m => Assert.Equal(Posture.Silent, m.Posture));
        Assert.All(theirs, m => Assert.StartsWith(silent[m.Participant!.Value].Alias!, m.Name));
        var named = silent.Values.Select(p => p.ShownAs).ToHashSet();
        Assert.DoesNotContain(year.Promises, p => named.Contains(p.MadeTo) || named.Contains(p.MadeBy));
    }

    [Fact]
    public void Gaps_that_a_real_year_has_are_in_it()
    {
        var year = Year();
        Assert.Contains(year.Missions, m => m.Steward is null);
        Assert.Contains(year.Missions, m => m.Steward is not null && !m.StewardAccepted);
        Assert.Contains(year.Flights.SelectMany(f => f.Seats), s => s.Person is null);
        Assert.Contains(year.People.Persons.SelectMany(p => p.Qualifications), q => q.ValidTo is null);
        Assert.Contains(year.People.Organizations, o => o.Contact is null);
    }

    [Theory]
    [MemberData(nameof(SeedsAndSizes))]
    public void Nobody_is_wanted_on_two_flights_at_once(int seed, int flights)
    {
        var flown = Year(seed, flights).Flights.SelectMany(f => f.Seats.Select(s => s.Person).OfType<PersonId>().Select(p => (Person: p, Flight: f)));
        Assert.All(flown.GroupBy(f => f.Person), person =>
        {
            var inOrder = person.Select(p => p.Flight.Wish).OrderBy(w => w.Launch).ToList();
            for (var i = 1; i < inOrder.Count; i++) Assert.True(inOrder[i].Launch - inOrder[i - 1].Launch > Duration.FromDays(60));
        });
    }

    [Theory]
    [MemberData(nameof(SeedsAndSizes))]
    public void All_but_a_few_wishes_keep_the_traffic_rules(int seed, int flights)
    {
        var year = Year(seed, flights);
        var close = 0;
        foreach (var visits in year.Flights.Where(f => f.Wish.Station is not null).GroupBy(f => f.Wish.Station!.Value))
        {
            var rule = year.Fleet.Stations.Single(s => s.Id == visits.Key).Traffic.BetweenEvents;
            var events = visits.SelectMany(v => new[] { Arrival(v), Arrival(v) + v.Wish.Stay!.Value }).Order().ToList();
            for (var i = 1; i < events.Count; i++) close += events[i] - events[i - 1] < rule ? 1 : 0;
        }
        Assert.InRange(close, (seed, flights) == (1, 110) ? 1 : 0, flights / 10);
    }

    [Theory]
    [MemberData(nameof(SeedsAndSizes))]
    public void Wishes_lie_in_their_year_and_their_windows(int seed, int flights)
    {
        Assert.All(Year(seed, flights).Flights, f => Assert.Equal(2027, f.Wish.Launch.InUtc().Year));
        Assert.All(Year(seed, flights).Flights, f => Assert.True(f.Wish.Earliest < f.Wish.Launch && f.Wish.Launch < f.Wish.Latest));
    }

    [Fact]
    public void Relieved_rotations_hand_over_for_about_five_days()
    {
        var year = Year();
        var overlaps = year.Flights.Where(f => f.Kind == FlightKind.CrewRotation).GroupBy(f => f.Wish.Station).SelectMany(station =>
            from leaving in station from coming in station
                                        // Crews of different chains overlap for months; a relief for days.
            let overlap = (Arrival(leaving) + leaving.Wish.Stay!.Value - Arrival(coming)).TotalDays
            where Arrival(coming) > Arrival(leaving) && overlap is > 0 and < 20 select overlap).ToList();
        Assert.Equal(3, overlaps.Count);
        Assert.All(overlaps, o => Assert.InRange(o, 4.5, 5.5));
    }

    [Theory]
    [MemberData(nameof(SeedsAndSizes))]
    public void A_cargo_flight_is_loaded_below_its_capacity(int seed, int flights)
    {
        var year = Year(seed, flights);
        var byId = year.Flights.ToDictionary(f => f.Id);
        var types = year.Fleet.Types.ToDictionary(t => t.Id);
        Assert.All(year.Cargo.GroupBy(c => c.Flight), load =>
            Assert.True(load.Sum(c => c.Mass.Kilograms) < types[byId[load.Key].Wish.VehicleTypes[0]].UpCapacity!.Value.Kilograms));
        Assert.All(year.Cargo, c => Assert.True(c.Ready < byId[c.Flight].Wish.Launch));
    }

    private static Instant Arrival(Flight flight) => flight.Wish.Launch + flight.Wish.TransitUp;

    private static HashSet<T> Ids<T>(IEnumerable<T?> ids) where T : struct => [.. ids.Where(i => i is not null).Select(i => i!.Value)];

    private static HashSet<T> Unique<T>(IEnumerable<T> ids)
    {
        var seen = new HashSet<T>();
        foreach (var id in ids) Assert.True(seen.Add(id), $"{id} twice");
        return seen;
    }

    private static string Hash(Campaign year)
    {
        var text = new StringBuilder();
        foreach (var flight in year.Flights) text.AppendLine($"{flight.Id} {flight.Wish.Launch} {flight.Wish.Stay} {string.Join(' ', flight.Seats)}");
        foreach (var mission in year.Missions) text.AppendLine($"{mission.Name} {mission.Success} {string.Join(' ', mission.Criteria)} {mission.Steward}");
        text.AppendJoin('\n', year.Promises).AppendJoin('\n', year.Cargo).AppendJoin('\n', year.People.Persons.Select(p => $"{p.Id} {p.ShownAs} {string.Join(' ', p.Qualifications)}"));
        text.AppendJoin('\n', year.Fleet.Vehicles.Select(v => v.Id)).AppendJoin('\n', year.Fleet.Resources.Select(r => $"{r.Id} {r.Capacity}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
