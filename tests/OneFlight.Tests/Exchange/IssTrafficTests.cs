using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.Tests.Exchange;

public sealed class IssTrafficTests
{
    private static readonly Campaign Record = TheRecord.AsFlown.Campaign();

    private static readonly ImmutableArray<PromiseRule> SomeRules =
    [
        .. new[] { "EX-001", "EX-002", "EX-005", "EX-061", "EX-065" }
            .Select(id => new PromiseRule(id, id, "schedule", "days", DecidedBy.Plan, "x", Comparison.AtMost, 0, 14, 2, 1, [], "launch")),
    ];

    [Fact]
    public void Every_flight_of_the_record_is_there_with_its_stays()
    {
        Assert.Equal(67 + 1 + 5, Record.Flights.Length);
        Assert.Equal(74 + 5, Record.Flights.Sum(f => f.Plan!.Stays.Length));
        Assert.Equal(["MOD-NAUKA", "MOD-PRICHAL"], Record.Flights.Where(f => f.Plan!.Stays.Any(s => s.To is null)).Select(f => f.Id.Value));
    }

    [Fact]
    public void Times_and_ports_are_the_real_ones()
    {
        var plan = Flight("SPX-CREW6").Plan!;

        Assert.Equal(At(2023, 3, 2, 5, 34, 14), plan.Launch);
        Assert.Equal(At(2023, 9, 4, 4, 17, 23), plan.End);
        Assert.Equal(
            [new PortStay(new("Harmony-zenith"), At(2023, 3, 3, 6, 40), At(2023, 5, 6, 11, 23)), new PortStay(new("Harmony-forward"), At(2023, 5, 6, 12, 1), At(2023, 9, 3, 11, 5))],
            plan.Stays);
        Assert.Equal((new VehicleId("C206"), new PadId("LC-39A")), (plan.Vehicle, plan.Pad!.Value));
    }

    [Fact]
    public void A_berthed_vehicle_leaves_its_port_when_the_arm_takes_it_off()
    {
        var plan = Flight("CYG-NG11").Plan!;

        Assert.Equal(At(2019, 8, 6, 13, 30), plan.Stays[0].To);
        Assert.Equal(At(2019, 8, 6, 16, 15), plan.Departure);
        Assert.Equal(["F-LIFTOFF", "F-CAPTURE", "F-ARRIVE", "F-UNBERTH", "F-DEPART", "F-END"], plan.Activities.Select(a => a.Id.Value));
        Assert.Equal(Duration.FromHours(((109 * 24) + 2.0)), Flight("CYG-NG11").Wish.Stay);
    }

    [Fact]
    public void A_vehicle_that_was_there_before_the_record_begins_with_its_docking_and_says_so()
    {
        var plan = Flight("SOY-MS11").Plan!;

        Assert.Equal((At(2018, 12, 3, 17, 33), At(2018, 12, 3, 17, 33)), (plan.Launch, plan.Arrival!.Value));
        Assert.False(plan.Flown!.LaunchKnown);
        Assert.Contains("liftoff is not known", Assert.Single(plan.Why).Text, StringComparison.Ordinal);
        Assert.Null(plan.Pad);
        Assert.Null(Flight("PRG-MS09").Plan!.End);
    }

    [Fact]
    public void A_flight_that_never_arrived_has_no_stay()
    {
        var flight = Flight("BOE-OFT");
        Assert.Empty(flight.Plan!.Stays);
        Assert.Null(flight.Plan.Arrival);
        Assert.Null(flight.Wish.Station);
    }

    [Fact]
    public void The_flights_of_a_capsule_are_flights_of_one_unit()
    {
        Assert.Equal(["SPX-DM2", "SPX-CREW2", "AX-1", "SPX-CREW6"], Record.Flights.Where(f => f.Plan!.Vehicle.Value == "C206").Select(f => f.Id.Value));
        Assert.Equal(["SPX-CREW1", "FF-I4"], Record.Flights.Where(f => f.Plan!.Vehicle.Value == "C207").Select(f => f.Id.Value));
    }

    [Fact]
    public void Each_move_between_ports_is_an_activity_after_the_arrival()
    {
        var flight = Flight("PRG-MS17");
        var move = flight.Plan!.Activities.Single(a => a.Id.Value == "F-MOVE1");
        var template = Record.Templates.Single(t => t.Id == flight.Template);

        Assert.Equal((At(2021, 10, 20, 23, 42, 27), At(2021, 10, 22, 4, 21, 7)), (move.Start, move.End));
        Assert.Equal("F-ARRIVE", template.Activities.Single(a => a.Id.Value == "F-MOVE1").Prerequisites.Single().Activity.Value);
        Assert.Equal(8, Record.Flights.Sum(f => f.Plan!.Activities.Count(a => a.Id.Value.StartsWith("F-MOVE", StringComparison.Ordinal))));
    }

    [Fact]
    public void Port_requirements_become_wishes_and_other_ports_stay_free()
    {
        Assert.Equal([new PortId("Harmony-zenith")], Flight("SPX-CRS26").Wish.Ports);
        Assert.Equal(5, Record.Flights.Count(f => !f.Wish.Ports.IsEmpty));
    }

    [Fact]
    public void Ports_exist_when_the_tables_say_and_take_what_they_say()
    {
        var station = Assert.Single(Record.Fleet.Stations);
        var pirs = station.Ports.Single(p => p.Id.Value == "Pirs-nadir");

        Assert.Equal(11, station.Ports.Length);
        Assert.Equal(At(2021, 7, 26, 10, 55), pirs.AvailableTo);
        Assert.Equal("SSVP,SSVP-M", station.Ports.Single(p => p.Id.Value == "Nauka-nadir").Interface);
        Assert.Equal("IDSS", station.Ports.Single(p => p.Id.Value == "Harmony-forward").Interface);
        Assert.Equal((Duration.FromHours(9.2), Duration.FromHours(23.5), Duration.FromDays(5)), (station.Traffic.BetweenEvents, station.Traffic.SamePort, station.Traffic.Handover));
        Assert.Equal("station-program", station.GrantedBy);
    }

    [Fact]
    public void Types_know_whether_their_units_fly_again()
    {
        var reusable = Record.Fleet.Types.Where(t => t.Reusable).Select(t => t.Name);
        Assert.Equal(["Crew Dragon", "Cargo Dragon 1", "Cargo Dragon 2", "Starliner", "Dream Chaser"], reusable);
        Assert.Equal(Duration.FromDays(136), Record.Fleet.Types.Single(t => t.Name == "Crew Dragon").Turnaround);
    }

    [Fact]
    public void No_name_of_a_person_is_anywhere_in_the_campaign()
    {
        var names = TheRecord.AsFlown.Rows("crew.csv").Select(r => r["name"])
            .Concat(TheRecord.AsFlown.Rows("free_flyers.csv").SelectMany(r => r["crew_names"].Split(';', StringSplitOptions.TrimEntries))).Distinct().ToList();
        var campaign = TheRecord.AsFlown.Campaign(SomeRules);
        var told = string.Join('\n', campaign.People.Persons.Select(p => p.ToString()).Concat(campaign.People.Organizations.Select(o => o.ToString()))
            .Concat(campaign.Missions.Select(m => m.ToString())).Concat(campaign.Promises.Select(p => p.ToString()))
            .Concat(campaign.Flights.SelectMany(f => f.Seats).Select(s => s.ToString())));

        Assert.DoesNotContain(names, n => Regex.IsMatch(told, $@"\b{n.Split(' ')[^1]}\b"));
        Assert.Equal(names.Count, campaign.People.Persons.Count(p => Regex.IsMatch(p.Id.Value, @"^P\d{3}$")));
        Assert.Contains(campaign.People.Persons, p => p.ShownAs == "Crew member, up on Soyuz MS-12");
    }

    [Fact]
    public void A_person_who_changes_vehicles_rides_up_on_one_and_down_on_the_other()
    {
        // Of MS-12's crew, one came down on MS-13, and one who came down with it had gone up on MS-15.
        var seats = Flight("SOY-MS12").Seats;
        Assert.Equal([Legs.Both, Legs.Both, Legs.Up, Legs.Down], seats.Select(s => s.Legs));
        Assert.Contains(Flight("SOY-MS13").Seats, s => s.Person == seats[2].Person && s.Legs == Legs.Down);
        Assert.Contains(Flight("SOY-MS15").Seats, s => s.Person == seats[3].Person && s.Legs == Legs.Up);
    }

    [Fact]
    public void Spellings_that_differ_in_case_and_hyphens_are_one_person()
    {
        var edited = TheRecord.AsFlown.Edit("crew.csv", r => r["name"] == "Sergey Kud-Sverchkov" && r["leg"] == "down", r => r["name"] = "SERGEY  Kud Sverchkov").Campaign();
        Assert.Equal(Record.People.Persons.Length, edited.People.Persons.Length);
    }

    [Fact]
    public void Customers_are_the_agencies_concerned_with_sample_promises_whose_weights_sum_to_one()
    {
        var campaign = TheRecord.AsFlown.Campaign(SomeRules);

        Assert.Equal(["SOY-MS12-roscosmos", "SOY-MS12-nasa", "SOY-MS12-mbrsc"], campaign.Missions.Where(m => m.Flight?.Value == "SOY-MS12").Select(m => m.Id.Value));
        Assert.Equal("nasa", campaign.Missions.Single(m => m.Flight?.Value == "SPX-CRS21").Customer!.Value.Value);
        Assert.All(campaign.Missions, m => Assert.True(m.Sample));
        Assert.All(campaign.Missions, m => Assert.Equal(1, m.Criteria.Sum(c => c.Weight), 9));
        Assert.All(campaign.Promises.GroupBy(p => p.Mission), g => Assert.Equal(1, g.Sum(p => p.Weight), 9));
        Assert.All(campaign.Promises, p => Assert.True(p.Sample));
        Assert.All(campaign.Promises.Where(p => p.Rule == "EX-001"), p => Assert.True(p.Terms.Window!.Value.Contains(campaign.Flights.Single(f => p.Mission.Value.StartsWith(f.Id.Value + "-", StringComparison.Ordinal)).Plan!.Launch)));
        Assert.Empty(Record.Promises);
    }

    [Fact]
    public void Every_reference_in_the_campaign_is_to_something_in_it()
    {
        var campaign = TheRecord.AsFlown.Campaign(SomeRules);
        var organizations = campaign.People.Organizations.Select(o => o.Id).ToHashSet();
        var persons = campaign.People.Persons.Select(p => p.Id).ToHashSet();
        var missions = campaign.Missions.Select(m => m.Id).ToHashSet();

        Assert.Distinct(campaign.Flights.Select(f => f.Id));
        Assert.Distinct(campaign.Promises.Select(p => p.Id));
        Assert.Equal(missions.Count, campaign.Missions.Length);
        Assert.All(campaign.Missions, m => Assert.True(organizations.Contains(m.Customer!.Value) && persons.Contains(m.Steward!.Value)));
        Assert.All(campaign.Promises, p => Assert.Contains(p.Mission, missions));
        Assert.All(campaign.People.Persons, p => Assert.Contains(p.Organization!.Value, organizations));
        Assert.All(campaign.Flights, f => Assert.Contains(campaign.Templates, t => t.Id == f.Template));
        Assert.All(campaign.Flights, f => Assert.Contains(campaign.Fleet.Vehicles, v => v.Id == f.Plan!.Vehicle));
    }

    [Fact]
    public void It_is_thirty_days_before_the_first_launch_unless_asked_otherwise()
    {
        Assert.Equal(At(2019, 3, 2, 7, 49, 3) - Duration.FromDays(30), Record.AsOf);
        Assert.Equal(At(2022, 1, 1), TheRecord.AsFlown.Convert(At(2022, 1, 1)).Value.AsOf);
    }

    [Fact]
    public void Only_the_missions_are_needed()
    {
        var bare = TheRecord.AsFlown.Tables.Keys.Where(k => k != "missions.csv").Aggregate(TheRecord.AsFlown, (record, file) => record.Without(file)).Campaign();

        Assert.Equal(67, bare.Flights.Length);
        Assert.Equal(66, bare.Flights.Sum(f => f.Plan!.Stays.Length));
        Assert.Equal(Record.Flights.SelectMany(f => f.Plan!.Stays).Count(s => s.From > At(2019, 1, 1)), TheRecord.AsFlown.Without("port_stays.csv").Campaign().Flights.SelectMany(f => f.Plan!.Stays).Count(s => s.From > At(2019, 1, 1)));
        Assert.Empty(Operations.Campaigns.Checking.PlanCheck.Judge(TheRecord.AsFlown.Without("port_stays.csv").Campaign()).Violations);
        Assert.Equal("missing-table", Assert.Single(TheRecord.AsFlown.Without("missions.csv").Convert().Problems).Code);
    }

    [Fact]
    public void Vehicles_still_docked_when_the_record_ends_stay_without_an_end()
    {
        var open = TheRecord.AsFlown
            .Edit("missions.csv", r => r["mission_id"] is "PRG-MS25" or "CYG-NG19", r => r["departure_utc"] = r["unberth_utc"] = r["end_utc"] = r["departure_port"] = "")
            .Edit("port_stays.csv", r => r["mission_id"] is "PRG-MS25" or "CYG-NG19", r => r["end_utc"] = "").Campaign();
        var plan = open.Flights.Single(f => f.Id.Value == "PRG-MS25").Plan!;

        Assert.Equal((null, null, null), (plan.Departure, plan.End, plan.Stays[0].To));
        Assert.Empty(Operations.Campaigns.Checking.PlanCheck.Judge(open).Violations);
    }

    [Fact]
    public void More_columns_and_other_orders_of_rows_change_nothing()
    {
        var lines = TheRecord.AsFlown.Tables["missions.csv"].TrimEnd('\n').Split('\n');
        var wider = TheRecord.AsFlown.With("missions.csv", string.Join('\n', [lines[0] + ",new_column", .. lines.Skip(1).Reverse().Select(l => l + ",x")])).Campaign();
        Assert.Equal(Record.Flights.Select(f => f.Id), wider.Flights.Select(f => f.Id));
    }

    [Fact]
    public void Unknown_names_and_unreadable_values_are_refused_all_at_once()
    {
        var problems = TheRecord.AsFlown
            .Edit("missions.csv", r => r["mission_id"] == "SPX-DM1", r => (r["vehicle_type"], r["launch_utc"], r["category"]) = ("Dragon 9", "yesterday", "fun"))
            .Edit("missions.csv", r => r["mission_id"] == "SOY-MS12", r => r["mission_id"] = "PRG-MS11")
            .Edit("port_stays.csv", r => r["mission_id"] == "SPX-CRS17", r => r["port"] = "Harmony-left")
            .Edit("crew.csv", r => r["mission_id"] == "SOY-MS13" && r["seat"] == "1", r => r["leg"] = "sideways").Convert().Problems;

        Assert.Contains(problems, p => p.Code == "unknown-reference" && p.Where.Line == 2 && p.Where.Field == "vehicle_type" && p.Found == "'Dragon 9'");
        Assert.Contains(problems, p => p.Code == "not-an-instant" && p.Where.Field == "launch_utc");
        Assert.Contains(problems, p => p.Code == "duplicate-id" && p.Where.Line == 4);
        Assert.Contains(problems, p => p.Code == "unknown-reference" && p.Where.File == "port_stays.csv" && p.Found == "'Harmony-left'");
        Assert.Contains(problems, p => p.Code == "unknown-value" && p.Where.File == "crew.csv");
        Assert.Contains(problems, p => p.Code == "unknown-reference" && p.Where.File == "crew.csv" && p.Found == "'SOY-MS12'");
    }

    [Fact]
    public void Names_with_formulas_and_markup_stay_text()
    {
        var flight = TheRecord.AsFlown.Edit("missions.csv", r => r["mission_id"] == "SPX-DM1", r => r["name"] = "=cmd|'/c'!A1 <b>x</b>").Campaign().Flights.Single(f => f.Id.Value == "SPX-DM1");
        Assert.Equal("=cmd|'/c'!A1 <b>x</b>", flight.Name);
    }

    [Fact]
    public void The_tables_of_the_sources_as_they_came_are_told_where_they_break()
    {
        var asCame = Encoding.UTF8.GetString(TheRecord.Reference("traffic-rules.csv").Span).Replace("\"observed minimum 9.27 h 2019-2023, use 9.2 h as a hard rule (Soyuz MS-14 docking to CRS-18 unberth)\"", "observed minimum 9.27 h 2019-2023, use 9.2 h as a hard rule (Soyuz MS-14 docking to CRS-18 unberth)", StringComparison.Ordinal);
        var problem = Assert.Single(IssTraffic.Convert(TheRecord.AsFlown.Input() with { TrafficRules = Encoding.UTF8.GetBytes(asCame) }).Problems);
        Assert.Equal(("field-count", "traffic-rules.csv", 2), (problem.Code, problem.Where.File, problem.Where.Line));
    }

    private static Flight Flight(string id) => Record.Flights.Single(f => f.Id.Value == id);

    private static Instant At(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) => Instant.FromUtc(year, month, day, hour, minute, second);
}
