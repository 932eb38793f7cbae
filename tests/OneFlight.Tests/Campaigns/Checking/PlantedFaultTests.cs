using NodaTime;
using NodaTime.Text;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Exchange;
using OneFlight.Tests.Exchange;

namespace OneFlight.Tests.Campaigns.Checking;

/// <summary>Faults planted into the tables of the record, as text, then converted and judged: each is found by its code and nothing else.</summary>
public sealed class PlantedFaultTests
{
    private const string Missions = "missions.csv", Stays = "port_stays.csv", Crew = "crew.csv", Initial = "initial_port_stays.csv";

    private static readonly TheRecord Record = TheRecord.AsFlown;
    private static readonly Instant Forever = Instant.FromUtc(2999, 1, 1, 0, 0);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> carried = new();
    private static readonly List<Dictionary<string, string>> AllMissions = Record.Rows(Missions), AllStays = Record.Rows(Stays), AllFlyers = Record.Rows("free_flyers.csv");
    private static readonly Dictionary<string, string> TypeOf = AllMissions.Concat(AllFlyers).ToDictionary(r => r["mission_id"], r => r["vehicle_type"]);

    /// <summary>One flight of each way to fly: crew and cargo with a move, berthed, a test that never arrived, a module.</summary>
    public static TheoryData<string> Flights => ["SOY-MS13", "CYG-NG11", "BOE-OFT", "PRG-MS17", "MOD-PRICHAL", "SPX-CREW6"];

    [Fact]
    public void A_port_changed_to_one_that_another_holds_is_found_in_every_stay_where_that_can_be()
    {
        var planted = 0;
        foreach (var (stay, other) in Every(61, Overlaps()))
        {
            var port = other["port"];
            var only = Record.Edit(Stays, r => Same(r, stay), r => r["port"] = port);
            var both = only.Edit(Missions, r => r["mission_id"] == stay["mission_id"], r =>
            {
                if (r["arrival_port"] == stay["port"]) r["arrival_port"] = port;
                if (r["departure_port"] == stay["port"]) r["departure_port"] = port;
            });
            Only(Rules.PortDouble, only);
            Only(Rules.PortDouble, both);
            if (stay["seq"] == "1") Only(Rules.PortDouble, Record.Edit(Missions, r => r["mission_id"] == stay["mission_id"], r => r["arrival_port"] = port));
            planted++;
        }
        Assert.InRange(planted, 3, 1000);
    }

    [Fact]
    public void A_stay_that_reaches_into_the_next_or_the_one_before_is_found_at_every_port()
    {
        var planted = 0;
        foreach (var port in AllStays.GroupBy(r => r["port"]))
        {
            var ordered = port.OrderBy(r => r["start_utc"], StringComparer.Ordinal).ToList();
            for (var i = 0; i + 1 < ordered.Count; i++)
            {
                var (stay, next) = (ordered[i], ordered[i + 1]);
                foreach (var into in planted % 9 == 0 ? [Duration.FromMinutes(1), Duration.FromDays(1)] : Array.Empty<Duration>())
                {
                    var end = Write(Time(next["start_utc"]) + into);
                    var start = Write(Time(stay["end_utc"]) - into);
                    Only(Rules.PortDouble, Record.Edit(Stays, r => Same(r, stay), r => r["end_utc"] = end));
                    Only(Rules.PortDouble, Record.Edit(Stays, r => Same(r, next), r => r["start_utc"] = start));
                }
                planted++;
            }
        }
        Assert.InRange(planted, 50, 1000);
    }

    [Fact]
    public void A_stay_copied_to_another_flight_of_the_same_kind_is_found()
    {
        // A second vehicle of the same type in the same port at the same time.
        Only(Rules.PortDouble, Record.Copy(Stays, r => r["mission_id"] == "SPX-CRS24", r => r["mission_id"] = "SPX-CRS25"));
    }

    [Fact]
    public void A_rotation_at_fault_leaves_no_gap_between_its_neighbors()
    {
        var faulty = Record.Edit(Missions, r => r["mission_id"] == "SPX-CREW5", r => r["interface"] = "CBM");

        var handovers = PlanCheck.Judge(faulty.Campaign()).Findings.Where(f => f.Rule == Rules.Handover);

        Assert.DoesNotContain(handovers, f => f.Subjects.Any(s => s.Id == "SPX-CREW4") && f.Subjects.Any(s => s.Id == "SPX-CREW6"));
    }

    [Theory]
    [InlineData("launch_utc", "2020-12-08T16:17:08Z", Rules.TimeOrder)]
    [InlineData("spacecraft_serial", "C207.9", Rules.Turnaround)]
    [InlineData("arrival_port", "Harmony-forward", Rules.PortDouble)]
    public void A_wrong_interface_hides_no_other_fault_of_the_same_flight(string column, string value, string rule)
    {
        var faulty = Record.Edit(Missions, r => r["mission_id"] == "SPX-CRS21", r => (r["interface"], r[column]) = ("CBM", value));

        var found = PlanCheck.Judge(faulty.Campaign()).Violations.Select(v => v.Rule).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(new[] { Rules.Incompatible, rule }.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void A_port_held_by_a_vehicle_from_before_the_record_is_found()
    {
        Only(Rules.PortDouble, Record.Edit(Initial, r => r["mission_id"] == "CYG-NG10", r => r["end_utc"] = "2019-05-01T00:00:00Z"));
        Only(Rules.PortDouble, Record.Edit(Initial, r => r["mission_id"] == "PRG-MS09", r => r["end_utc"] = ""));
    }

    [Theory, MemberData(nameof(Flights))]
    public void A_wrong_interface_is_found(string mission)
    {
        foreach (var wrong in new[] { "CBM", "SSVP-M", "APAS" })
        {
            Func<Dictionary<string, string>, bool> mine = r => r["mission_id"] == mission && r["interface"] != wrong;
            if (!AllMissions.Any(mine)) continue;
            Only(Rules.Incompatible, Record.Edit(Missions, mine, r => r["interface"] = wrong));
            if (!AllStays.Any(mine)) continue;
            Only(Rules.Incompatible, Record.Edit(Stays, mine, r => r["interface"] = wrong));
            Only(Rules.Incompatible, Record.Edit(Stays, mine, r => r["interface"] = wrong).Edit(Missions, mine, r => r["interface"] = wrong));
        }
    }

    [Theory, MemberData(nameof(Flights))]
    public void A_port_that_does_not_take_the_vehicle_is_found(string mission)
    {
        foreach (var stay in AllStays.Where(r => r["mission_id"] == mission))
        {
            foreach (var port in Every(5, Foreign(Type(mission))))
            {
                var only = Record.Edit(Stays, r => Same(r, stay), r => r["port"] = port);
                Only(Rules.Incompatible, only);
                Only(Rules.Incompatible, only.Edit(Missions, r => r["mission_id"] == mission, r => r["arrival_port"] = port));
                Only(Rules.Incompatible, Record.Edit(Missions, r => r["mission_id"] == mission, r => r["arrival_port"] = port));
                Only(Rules.Incompatible, Record.Edit(Missions, r => r["mission_id"] == mission, r => r["departure_port"] = port));
            }
        }
    }

    [Theory, MemberData(nameof(Flights))]
    public void A_vehicle_type_that_does_not_fit_its_port_is_found(string mission)
    {
        foreach (var type in new[] { "Soyuz MS", "Cargo Dragon 2", "HTV", "Cygnus Enhanced", "Module" })
        {
            if (!AllStays.Any(r => r["mission_id"] == mission && Foreign(type).Contains(r["port"]))) continue;
            Only(Rules.Incompatible, Record.Edit(Missions, r => r["mission_id"] == mission, r => r["vehicle_type"] = type));
        }
    }

    [Fact]
    public void A_port_used_while_it_does_not_exist_is_found()
    {
        Only(Rules.Incompatible, Record.Edit(Stays, r => r["mission_id"] == "SOY-MS12", r => r["port"] = "Prichal-nadir"));
        Only(Rules.Incompatible, Record.Edit(Stays, r => r["mission_id"] == "PRG-MS21", r => r["port"] = "Pirs-nadir"));
        Only(Rules.Incompatible, Record.Edit(Stays, r => r["mission_id"] == "PRG-MS16", r => r["end_utc"] = "2021-07-26T10:56:00Z"));
        Only(Rules.Incompatible, Record.Edit(Stays, r => r["mission_id"] == "SPX-DM1", r => r["port"] = "Harmony-zenith"));
    }

    [Theory, MemberData(nameof(Flights))]
    public void Times_that_run_backwards_are_found(string mission)
    {
        Func<Dictionary<string, string>, bool> mine = r => r["mission_id"] == mission;
        var row = AllMissions.Single(mine);
        string[] names = [.. new[] { "launch_utc", "capture_utc", "arrival_utc", "unberth_utc", "departure_utc", "end_utc" }.Where(n => row[n].Length > 0)];
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = i + 1; j < names.Length; j++)
            {
                var (one, other) = (names[i], names[j]);
                Only(Rules.TimeOrder, Record.Edit(Missions, mine, r => (r[one], r[other]) = (r[other], r[one])));
                var early = Write(Time(row[one]) - Duration.FromHours(1));
                Only(Rules.TimeOrder, Record.Edit(Missions, mine, r => r[other] = early));
            }
        }
        foreach (var stay in AllStays.Where(r => mine(r) && r["end_utc"].Length > 0))
            Only(Rules.TimeOrder, Record.Edit(Stays, r => Same(r, stay), r => (r["start_utc"], r["end_utc"]) = (r["end_utc"], r["start_utc"])));
    }

    [Fact]
    public void Reversed_times_of_moves_first_stays_and_free_flyers_are_found()
    {
        foreach (var move in Record.Rows("relocations.csv"))
            Only(Rules.TimeOrder, Record.Edit("relocations.csv", r => r["mission_id"] == move["mission_id"], r => (r["undock_utc"], r["dock_utc"]) = (r["dock_utc"], r["undock_utc"])));
        foreach (var stay in Record.Rows(Initial))
            Only(Rules.TimeOrder, Record.Edit(Initial, r => r["mission_id"] == stay["mission_id"], r => (r["start_utc"], r["end_utc"]) = (r["end_utc"], r["start_utc"])));
        Only(Rules.TimeOrder, Record.Edit("free_flyers.csv", _ => true, r => (r["launch_utc"], r["end_utc"]) = (r["end_utc"], r["launch_utc"])));
    }

    [Fact]
    public void A_stay_outside_its_own_flight_is_found()
    {
        Only(Rules.TimeOrder, Record.Edit(Stays, r => r["mission_id"] == "SPX-CRS22", r => r["start_utc"] = "2021-06-03T00:00:00Z"));
        Only(Rules.TimeOrder, Record.Edit(Stays, r => r["mission_id"] == "SPX-CRS22", r => r["end_utc"] = "2021-07-11T00:00:00Z"));
        Only(Rules.TimeOrder, Record.Edit(Stays, r => r["mission_id"] == "SOY-MS18" && r["seq"] == "1", r => r["end_utc"] = "2021-10-01T12:00:00Z"));
    }

    [Fact]
    public void A_unit_in_use_or_landed_too_lately_is_found_wherever_its_serial_is_put()
    {
        var rows = AllMissions.Concat(AllFlyers).ToList();
        var planted = 0;
        foreach (var flight in AllMissions)
        {
            foreach (var other in Every(41, rows.Where(o => o["mission_id"] != flight["mission_id"] && Unit(o) != Unit(flight) && TooSoon(o, flight))))
            {
                Only(Rules.Turnaround, Record.Edit(Missions, r => r["mission_id"] == flight["mission_id"], r => r["spacecraft_serial"] = other["spacecraft_serial"]));
                planted++;
            }
        }
        Assert.InRange(planted, 10, 5000);
    }

    [Fact]
    public void A_capsule_launched_or_landed_inside_its_turnaround_is_found()
    {
        // C206 landed on 2 August 2020; C207 landed on 2 May 2021.
        Only(Rules.Turnaround, Record.Edit(Missions, r => r["mission_id"] == "SPX-CREW2", r => r["launch_utc"] = "2020-12-10T00:00:00Z"));
        Only(Rules.Turnaround, Record.Edit(Missions, r => r["mission_id"] == "SPX-DM2", r => r["end_utc"] = "2021-01-02T18:47:48Z"));
        Only(Rules.Turnaround, Record.Edit("free_flyers.csv", _ => true, r => (r["launch_utc"], r["end_utc"]) = ("2021-09-01T00:02:56Z", "2021-09-04T00:02:56Z")));
    }

    [Fact]
    public void A_person_put_on_an_overlapping_flight_is_found()
    {
        var flights = AllMissions.Where(r => r["crew_up"] is not ("" or "0") || r["crew_down"] is not ("" or "0")).ToDictionary(r => r["mission_id"]);
        var rides = Record.Rows(Crew).GroupBy(r => r["name"])
            .Where(g => g.Count() == 2 && g.First()["mission_id"] == g.Last()["mission_id"])
            .Select(g => (Name: g.Key, Own: flights[g.First()["mission_id"]]))
            .SelectMany(p => flights.Values.Where(o => o != p.Own && Overlap(p.Own, o)).Select(other => (p.Name, Other: other)));
        var planted = 0;
        foreach (var (name, other) in Every(17, rides))
        {
            TheRecord Put(Func<string, bool> legs) => Record.Copy(Crew, r => r["name"] == name && legs(r["leg"]), r => r["mission_id"] = other["mission_id"]);
            Only(Rules.PersonDouble, Put(leg => leg == "up"));
            Only(Rules.PersonDouble, Put(leg => leg == "down"));
            Only(Rules.PersonDouble, Put(_ => true));
            planted++;
        }
        Assert.InRange(planted, 10, 1000);
    }

    [Fact]
    public void A_person_with_two_seats_on_one_flight_is_found()
    {
        foreach (var row in Every(40, Record.Rows(Crew))) Only(Rules.PersonDouble, Record.With(Crew, Record.Tables[Crew] + string.Join(',', row.Values) + "\n"));
    }

    [Fact]
    public void An_arrival_too_close_to_another_vehicle_is_found()
    {
        // CRS-18 left at 12:25 on 27 August 2019, MS-14 had docked 9.27 h before.
        Only(Rules.Traffic, Record.Edit(Stays, r => r["mission_id"] == "SPX-CRS18", r => r["end_utc"] = "2019-08-27T12:15:00Z")
            .Edit(Missions, r => r["mission_id"] == "SPX-CRS18", r => r["unberth_utc"] = "2019-08-27T12:15:00Z"));
        Only(Rules.Traffic, Record.Edit(Stays, r => r["mission_id"] == "SPX-CRS18", r => r["end_utc"] = "2019-08-27T12:15:00Z"));
        // The port was left at 03:35:26 the day before.
        Only(Rules.Traffic, Record.Edit(Stays, r => r["mission_id"] == "SOY-MS14", r => r["start_utc"] = "2019-08-27T03:00:00Z")
            .Edit(Missions, r => r["mission_id"] == "SOY-MS14", r => r["arrival_utc"] = "2019-08-27T03:00:00Z"));
    }

    [Fact]
    public void Two_liftoffs_from_one_pad_are_found()
    {
        Only(Rules.PadDouble, Record.Edit(Missions, r => r["mission_id"] == "SPX-CRS27", r => r["launch_utc"] = "2023-03-02T12:00:00Z"));
        Only(Rules.PadDouble, Record.Edit(Missions, r => r["mission_id"] == "PRG-MS12", r => (r["launch_pad"], r["launch_utc"]) = ("SLC-40", "2019-07-26T01:00:00Z")));
    }

    private static void Only(string rule, TheRecord record)
    {
        var campaign = record.Campaign();
        // Through the campaign file, as a user does it: the file must carry the fault too. Once for each rule; that any campaign
        // comes back from its file as it was has tests of its own.
        if (carried.TryAdd(rule, true)) campaign = CampaignFile.Read(CampaignFile.Write(campaign), "record.json").Value;
        var violations = PlanCheck.Judge(campaign).Violations;
        var found = violations.Select(v => v.Rule).Distinct().ToList();
        if (found is [var one] && one == rule) return;
        var edits = record.Tables.SelectMany(t => t.Value.Split('\n').Except(Record.Tables[t.Key].Replace("\"", "").Split('\n').Concat(Record.Tables[t.Key].Split('\n'))));
        Assert.Fail($"expected only {rule}, found [{string.Join("; ", violations.Select(v => $"{v.Rule} {string.Join(' ', v.Subjects)} {v.Facts}"))}] after\n{string.Join('\n', edits.Take(4))}");
    }

    /// <summary>Every n-th: all of them were tried once, these keep watch.</summary>
    private static IEnumerable<T> Every<T>(int n, IEnumerable<T> all) => all.Where((_, i) => i % n == 0);

    /// <summary>Each stay with another that overlaps it in time at a port that would take it, and that is there for all of it.</summary>
    private static IEnumerable<(Dictionary<string, string> Stay, Dictionary<string, string> Other)> Overlaps()
    {
        var stays = AllStays;
        foreach (var stay in stays)
        {
            var foreign = Foreign(Type(stay["mission_id"]));
            foreach (var other in stays.Where(o => o["mission_id"] != stay["mission_id"] && o["port"] != stay["port"] && !foreign.Contains(o["port"])))
                if (Time(stay["start_utc"]) < TimeOr(other["end_utc"]) && Time(other["start_utc"]) < TimeOr(stay["end_utc"])) yield return (stay, other);
        }
    }

    private static bool TooSoon(Dictionary<string, string> other, Dictionary<string, string> flight)
    {
        // Capsules that fly again need at least this rest, both known types; what burns up or lands once never flies again.
        var rest = (Type(other["mission_id"]), Type(flight["mission_id"])) switch
        {
            ("Crew Dragon", "Crew Dragon") => Duration.FromDays(130),
            ("Cargo Dragon 2", "Cargo Dragon 2") => Duration.FromDays(160),
            _ => Duration.Zero,
        };
        return Time(flight["launch_utc"]) < TimeOr(other["end_utc"]) + rest && Time(other["launch_utc"]) < TimeOr(flight["end_utc"]) + rest;
    }

    private static string Unit(Dictionary<string, string> row) => row["spacecraft_serial"].Split('.')[0] is "No" ? row["spacecraft_serial"] : row["spacecraft_serial"].Split('.')[0];

    private static bool Overlap(Dictionary<string, string> one, Dictionary<string, string> other) =>
        Time(one["launch_utc"]) < TimeOr(other["end_utc"]) && Time(other["launch_utc"]) < TimeOr(one["end_utc"]);

    private static string Type(string mission) => TypeOf[mission];

    private static string[] Foreign(string type)
    {
        string[] dragon = ["Harmony-forward", "Harmony-zenith"], arm = ["Harmony-nadir", "Unity-nadir"],
            russian = ["Zvezda-aft", "Pirs-nadir", "Poisk-zenith", "Rassvet-nadir", "Prichal-nadir"];
        return type switch
        {
            "Crew Dragon" or "Cargo Dragon 2" or "Starliner" => [.. arm, .. russian, "Nauka-nadir", "Zvezda-nadir"],
            "HTV" => [.. dragon, .. russian, "Unity-nadir", "Nauka-nadir", "Zvezda-nadir"],
            "Cargo Dragon 1" or "Cygnus Enhanced" => [.. dragon, .. russian, "Nauka-nadir", "Zvezda-nadir"],
            "Soyuz MS" or "Progress MS" => [.. dragon, .. arm, "Zvezda-nadir"],
            _ => [.. dragon, .. arm, .. russian],
        };
    }

    private static bool Same(Dictionary<string, string> row, Dictionary<string, string> stay) => row["mission_id"] == stay["mission_id"] && row["seq"] == stay["seq"];

    private static Instant Time(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private static Instant TimeOr(string text) => text.Length == 0 ? Forever : Time(text);

    private static string Write(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
