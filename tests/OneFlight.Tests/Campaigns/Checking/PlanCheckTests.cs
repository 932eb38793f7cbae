using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Checking;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Tests.Exchange;

namespace OneFlight.Tests.Campaigns.Checking;

public sealed class PlanCheckTests
{
    private static readonly Campaign Sound = ACampaign.Of();

    [Fact]
    public void A_sound_plan_breaks_nothing()
    {
        var report = PlanCheck.Judge(Sound);
        Assert.Empty(report.Violations);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_campaign_with_nothing_in_it_breaks_nothing() => Assert.Empty(PlanCheck.Judge(Campaign.Empty(new("e"), "Empty")).Violations);

    [Fact]
    public void A_pad_held_for_two_liftoffs_is_found() => Hard(Rules.PadDouble,
        Sound.WithPlan(1, p => p with { Launch = Sound.Flights[0].Plan!.Launch + Duration.FromDays(2.9) }), "flight:F00000 flight:F00001 pad:LC-1");

    [Fact]
    public void Holds_of_a_pad_that_only_touch_are_no_fault() =>
        Hard(null, Sound.WithPlan(1, p => p with { Launch = Sound.Flights[0].Plan!.Launch + Duration.FromDays(3) }));

    [Fact]
    public void A_pad_that_does_not_serve_the_type_is_found() => Hard(Rules.Incompatible,
        Sound.WithFleet(f => f with { Pads = [f.Pads[0] with { Serves = [new("Other")] }] }), count: 8);

    [Fact]
    public void A_port_held_twice_is_found_once_however_many_rules_it_would_break()
    {
        // Also too close in traffic, and too soon at the same port.
        var end = Sound.Flights[2].Plan!.Stays[0].From + Duration.FromHours(1);
        Hard(Rules.PortDouble, Sound.WithPlan(0, p => p with { Stays = [p.Stays[0] with { To = end }], Departure = end, End = end + Duration.FromDays(1) }),
            "flight:F00000 flight:F00002 port:forward");
    }

    [Fact]
    public void A_port_left_and_taken_within_its_rest_is_traffic()
    {
        var end = Sound.Flights[2].Plan!.Stays[0].From - Duration.FromHours(23);
        Hard(Rules.Traffic, Sound.WithPlan(0, p => p with { Stays = [p.Stays[0] with { To = end }], Departure = end, End = end + Duration.FromDays(1) }));
    }

    [Fact]
    public void Events_exactly_as_far_apart_as_the_rule_are_no_fault()
    {
        var end = Sound.Flights[1].Plan!.Stays[0].From - Duration.FromHours(9.2);
        var at = Sound.WithPlan(0, p => p with { Stays = [p.Stays[0] with { To = end }], Departure = end, End = end + Duration.FromDays(1) });
        var late = end + Duration.FromSeconds(1);
        Hard(null, at);
        Hard(Rules.Traffic, at.WithPlan(0, p => p with { Stays = [p.Stays[0] with { To = late }], Departure = late }), "flight:F00000 flight:F00001");
    }

    [Fact]
    public void A_unit_launched_before_it_rested_is_found()
    {
        Hard(Rules.Turnaround, Sound.WithPlan(6, p => p with { Vehicle = new("C3") }), "flight:F00003 flight:F00006 vehicle:C3");
        Hard(Rules.Turnaround, Sound.WithFleet(f => f with { Types = [ACampaign.Capsule with { Reusable = false }] }), count: 2);
        Hard(null, Sound.WithFleet(f => f with { Types = [ACampaign.Capsule with { Turnaround = null }] }));
    }

    [Fact]
    public void A_unit_that_never_came_back_cannot_fly_again() => Hard(Rules.Turnaround,
        Sound.WithPlan(0, p => p with { Departure = null, End = null, Stays = [p.Stays[0] with { To = null }] })
            .WithPort(0, p => p).With(2, f => f with { Plan = null }).With(4, f => f with { Plan = null }).WithPlan(6, p => p with { Stays = [p.Stays[0] with { Port = new("zenith") }] }),
        "flight:F00000 flight:F00006 vehicle:C0");

    [Fact]
    public void A_unit_pad_or_port_out_of_service_is_found()
    {
        ImmutableArray<Outage> outage = [new(ACampaign.Start + Duration.FromDays(14), ACampaign.Start + Duration.FromDays(17), "repair")];
        Hard(Rules.OutOfService, Sound.WithFleet(f => f with { Vehicles = f.Vehicles.SetItem(1, f.Vehicles[1] with { Outages = outage }) }), "flight:F00001 vehicle:C1");
        Hard(Rules.OutOfService, Sound.WithFleet(f => f with { Pads = [f.Pads[0] with { Outages = outage }] }), "flight:F00001 pad:LC-1");
        Hard(Rules.OutOfService, Sound.WithPort(1, p => p with { Outages = outage }), "flight:F00001 port:zenith");
    }

    [Fact]
    public void A_port_used_before_it_exists_or_by_a_foreign_interface_is_found()
    {
        Hard(Rules.Incompatible, Sound.WithPort(1, p => p with { AvailableFrom = ACampaign.Start + Duration.FromDays(16) }), "flight:F00001 port:zenith");
        Hard(Rules.Incompatible, Sound.WithPort(1, p => p with { Interface = "CBM" }), count: 4);
        Hard(Rules.Incompatible, Sound.WithPort(1, p => p with { Compatible = [new("Other")] }), count: 4);
        Hard(Rules.Incompatible, Sound.WithPlan(1, p => p with { Vehicle = new("nobody") }), "flight:F00001 vehicle:nobody");
        Hard(Rules.Incompatible, Sound.WithPlan(1, p => p with { Stays = [p.Stays[0] with { Port = new("nowhere") }] }), "flight:F00001 port:nowhere");
    }

    [Fact]
    public void Reversed_times_are_found_once_for_each_flight()
    {
        Hard(Rules.TimeOrder, Sound.WithPlan(1, p => p with { Launch = p.Arrival!.Value, Arrival = p.Launch }), "flight:F00001");
        Hard(Rules.TimeOrder, Sound.WithPlan(1, p => p with { End = p.Launch, Departure = p.Arrival, Arrival = p.Departure }), "flight:F00001");
        Hard(Rules.TimeOrder, Sound.WithPlan(1, p => p with { Stays = [p.Stays[0] with { From = p.Stays[0].To!.Value, To = p.Stays[0].From }] }), "flight:F00001");
        Hard(Rules.TimeOrder, Activity(1, 3, a => a with { End = a.Start - Duration.FromHours(1) }), "flight:F00001 activity:F00001/R-A3");
    }

    [Fact]
    public void An_activity_before_what_it_needs_is_found()
    {
        var early = Activity(1, 2, a => a with { Start = a.Start - Duration.FromHours(3.5), End = a.End - Duration.FromHours(3.5) });
        Hard(Rules.Prerequisite, early, "flight:F00001 activity:F00001/R-A2 activity:F00001/R-A1");
        Hard(Rules.Prerequisite, Activity(1, 2, a => a with { Start = a.Start - Duration.FromHours(1.5), End = a.End - Duration.FromHours(1.5) }));
    }

    [Fact]
    public void Start_to_start_asks_only_that_the_other_has_begun()
    {
        var overlapping = Activity(1, 2, a => a with { Start = a.Start - Duration.FromHours(2), End = a.End - Duration.FromHours(2) })
            .WithTemplate(t => t.SetItem(2, t[2] with { Prerequisites = [new(new("R-A1"), true)] }));
        Hard(null, overlapping);
        Hard(Rules.Prerequisite, overlapping.WithPlan(1, p => p with { Activities = p.Activities.SetItem(2, p.Activities[2] with { Start = p.Activities[1].Start - Duration.FromMinutes(1) }) }));
    }

    [Fact]
    public void A_missing_prerequisite_is_found() => Hard(Rules.Prerequisite,
        Sound.WithPlan(1, p => p with { Activities = p.Activities.RemoveAt(1) }), "flight:F00001 activity:F00001/R-A2 activity:F00001/R-A1");

    [Fact]
    public void An_activity_that_the_template_does_not_know_is_found() => Hard(Rules.Prerequisite,
        Sound.WithPlan(1, p => p with { Activities = p.Activities.Add(p.Activities[0] with { Id = new("R-PARTY") }) }), "flight:F00001 activity:F00001/R-PARTY");

    [Fact]
    public void A_cycle_is_found_and_no_flight_is_blamed_for_it()
    {
        Hard(Rules.Cycle, Sound.WithTemplate(t => t.SetItem(0, t[0] with { Prerequisites = [new(new("R-A3"), false)] })), "template:crew");
        Hard(Rules.Cycle, Sound.WithTemplate(t => t.SetItem(1, t[1] with { Prerequisites = [new(new("R-A1"), true)] })), "template:crew");
    }

    [Fact]
    public void A_cycle_among_the_flown_milestones_is_the_only_fault_of_the_record()
    {
        var record = TheRecord.AsFlown.Campaign();
        foreach (var template in record.Templates.Where(t => t.Activities.Length > 2))
        {
            var activities = template.Activities;
            Hard(Rules.Cycle, record with { Templates = record.Templates.Replace(template, template with { Activities = activities.SetItem(0, activities[0] with { Prerequisites = [new(activities[^1].Id, false)] }) }) }, $"template:{template.Id}");
        }
    }

    [Fact]
    public void A_milestone_taken_out_of_the_record_or_moved_before_another_is_found()
    {
        var record = TheRecord.AsFlown.Campaign();
        for (var i = 0; i < record.Flights.Length; i += 3)
        {
            var activities = record.Flights[i].Plan!.Activities;
            if (activities.Length < 2) continue;
            Hard(Rules.Prerequisite, record.WithPlan(i, p => p with { Activities = activities.RemoveAt(0) }));
            Hard(Rules.Prerequisite, record.WithPlan(i, p => p with { Activities = activities.SetItem(1, activities[1] with { Start = activities[0].Start - Duration.FromHours(1) }) }));
        }
    }

    [Fact]
    public void A_person_on_two_flights_at_once_is_found()
    {
        var first = Sound.Flights[0].Seats[0].Person;
        var overlap = Sound.WithPlan(0, p => p with { End = p.End + Duration.FromDays(10) });
        Hard(Rules.PersonDouble, overlap.With(1, f => f with { Seats = f.Seats.SetItem(0, f.Seats[0] with { Person = first }) }), "flight:F00000 flight:F00001 person:P0");
        Hard(Rules.PersonDouble, Sound.With(0, f => f with { Seats = f.Seats.SetItem(1, f.Seats[1] with { Person = first }) }), "flight:F00000 person:P0");
        Hard(null, Sound.With(7, f => f with { Seats = f.Seats.SetItem(0, f.Seats[0] with { Person = first }) }));
    }

    [Fact]
    public void A_person_who_goes_up_twice_without_coming_down_is_found()
    {
        var up = Sound.With(0, f => f with { Seats = f.Seats.SetItem(0, f.Seats[0] with { Legs = Legs.Up }) });
        Hard(Rules.PersonDouble, up.With(7, f => f with { Seats = f.Seats.SetItem(0, f.Seats[0] with { Person = new PersonId("P0") }) }));
        Hard(null, up.With(7, f => f with { Seats = f.Seats.SetItem(0, f.Seats[0] with { Person = new PersonId("P0"), Legs = Legs.Down }) }));
    }

    [Fact]
    public void A_resource_booked_more_often_than_it_carries_is_a_finding()
    {
        var moved = Sound.Flights[1].Plan!.Activities[0].Start + Duration.FromHours(1) - Sound.Flights[0].Plan!.Activities[0].Start;
        var both = Sound.WithPlan(0, p => p with { Activities = [p.Activities[0] with { Start = p.Activities[0].Start + moved, End = p.Activities[0].End + moved }] });
        Soft(Rules.Capacity, both, "resource:simulator activity:F00001/R-A0 activity:F00000/R-A0");
        var after = Duration.FromHours(1);
        Soft(null, both.WithPlan(0, p => p with { Activities = [p.Activities[0] with { Start = p.Activities[0].Start + after, End = p.Activities[0].End + after }] }));
    }

    [Fact]
    public void An_activity_that_starts_while_its_resource_is_closed_or_broken_is_a_finding()
    {
        var office = new WorkCalendar("Etc/UTC", [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday], new(0, 0), new(0, 0), [new(2030, 2, 11)]);
        var calendars = PlanCheck.Judge(Sound.WithFleet(f => f with { Resources = f.Resources.SetItem(0, f.Resources[0] with { Calendar = office }) })).Findings;
        // Flights lift off on Tuesdays at midnight, so their simulator hours fall on Mondays; 11 February 2030 is such a Monday.
        Assert.Equal(2, calendars.Length);
        Assert.All(calendars, f => Assert.Equal((Rules.Calendar, "F00003"), (f.Rule, f.Subjects[1].Id[..6])));

        var outage = new Outage(ACampaign.Start + Duration.FromDays(13), null, "upgrade");
        Assert.All(PlanCheck.Judge(Sound.WithFleet(f => f with { Resources = f.Resources.SetItem(0, f.Resources[0] with { Outages = [outage] }) })).Findings, f => Assert.Equal(Rules.OutOfService, f.Rule));
    }

    [Fact]
    public void Weaknesses_of_a_flight_are_findings()
    {
        Soft(Rules.CrewMinimum, Sound.With(1, f => f with { Seats = [f.Seats[0]] }), "flight:F00001");
        Soft(Rules.Capacity, Sound.With(1, f => f with { Seats = [.. f.Seats, .. Enumerable.Range(3, 3).Select(n => new Seat(n, "guest", new PersonId($"G{n}"), Legs.Both))] }), "flight:F00001");
        Soft(null, Sound.With(1, f => f with { Seats = [] }));
        Soft(Rules.Unplanned, Sound.With(1, f => f with { Plan = null }), "flight:F00001");
        Soft(null, Sound.With(1, f => f with { Plan = null, Cancelled = new(ACampaign.Start, "customer left") }));
        Soft(Rules.DockedEndurance, Sound.WithFleet(f => f with { Types = [ACampaign.Capsule with { DockedEndurance = Duration.FromDays(4.9) }] }), count: 8);
        Soft(Rules.FreeFlightEndurance, Sound.WithFleet(f => f with { Types = [ACampaign.Capsule with { FreeFlightEndurance = Duration.FromDays(1.9) }] }), count: 8);
        Soft(Rules.Deadline, Sound.WithTemplate(t => t.SetItem(3, t[3] with { OnSlip = SlipBehavior.FixedDeadline, Offset = t[3].Offset - Duration.FromHours(1) })), count: 8);
        Soft(Rules.OutOfService, Sound with { People = Sound.People with { Persons = Sound.People.Persons.SetItem(2, Sound.People.Persons[2] with { Unfit = [new(ACampaign.Start, null)] }) } }, "flight:F00001 person:P2");
        Soft(Rules.Handover, Sound.With(0, f => f with { Kind = FlightKind.CrewRotation }).With(1, f => f with { Kind = FlightKind.CrewRotation }), "flight:F00000 flight:F00001");
    }

    [Fact]
    public void The_report_does_not_depend_on_the_order_of_anything()
    {
        var faulty = TheRecord.AsFlown.Edit("port_stays.csv", r => r["mission_id"] is "SPX-CRS21" or "PRG-MS12", r => (r["port"], r["end_utc"]) = ("Unity-nadir", "2022-01-01T00:00:00Z"))
            .Edit("missions.csv", r => r["mission_id"] is "SPX-CREW3" or "SPX-CRS24", r => r["spacecraft_serial"] = "C206.9")
            .Edit("port_stays.csv", r => r["port"] == "Poisk-zenith", r => r["end_utc"] = "2023-12-31T00:00:00Z").Campaign();
        var report = Text(PlanCheck.Judge(faulty));
        Assert.True(report.Length > 1000);

        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
            Text(PlanCheck.Judge(Shuffled(faulty, new Random(seed)))) == report));
    }

    [Fact]
    public void Whatever_is_slipped_the_report_names_only_what_is_in_the_plan()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<(byte Flight, short Hours)>(), slip =>
        {
            var by = Duration.FromHours(slip.Hours % 1000);
            var slipped = Sound.WithPlan(slip.Flight % 8, p => p with
            {
                Launch = p.Launch + by,
                Arrival = p.Arrival + by,
                Departure = p.Departure + by,
                End = p.End + by,
                Stays = [.. p.Stays.Select(s => s with { From = s.From + by, To = s.To + by })],
                Activities = [.. p.Activities.Select(a => a with { Start = a.Start + by, End = a.End + by })],
            });
            // A whole flight moved keeps its own order: only what it shares with others can clash.
            return PlanCheck.Judge(slipped).Violations.All(v => v.Rule is Rules.PortDouble or Rules.PadDouble or Rules.Turnaround or Rules.Traffic
                && v.Subjects.Contains(Sound.Flights[slip.Flight % 8].Thing));
        }));
    }

    private static Campaign Shuffled(Campaign campaign, Random random) => campaign with
    {
        Flights = [.. campaign.Flights.Select(f => f with { Plan = f.Plan! with { Activities = Shuffled(f.Plan.Activities, random) } }).OrderBy(_ => random.Next())],
        Fleet = campaign.Fleet with { Types = Shuffled(campaign.Fleet.Types, random), Vehicles = Shuffled(campaign.Fleet.Vehicles, random), Pads = Shuffled(campaign.Fleet.Pads, random) },
        Templates = Shuffled(campaign.Templates, random),
        People = campaign.People with { Persons = Shuffled(campaign.People.Persons, random) },
    };

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> all, Random random) => [.. all.OrderBy(_ => random.Next())];

    private static string Text(CheckReport report) =>
        string.Join('\n', report.Violations.Concat(report.Findings).Select(v => $"{v.Rule} {string.Join(' ', v.Subjects)} {v.Facts}"));

    private static Campaign Activity(int flight, int number, Func<PlannedActivity, PlannedActivity> change) =>
        Sound.WithPlan(flight, p => p with { Activities = p.Activities.SetItem(number, change(p.Activities[number])) });

    private static void Hard(string? rule, Campaign campaign, string? subjects = null, int? count = null) =>
        Expect(PlanCheck.Judge(campaign).Violations, rule, subjects, count);

    private static void Soft(string? rule, Campaign campaign, string? subjects = null, int? count = null)
    {
        var report = PlanCheck.Judge(campaign);
        Assert.Empty(report.Violations);
        Expect(report.Findings, rule, subjects, count);
    }

    private static void Expect(ImmutableArray<Violation> found, string? rule, string? subjects, int? count)
    {
        var text = string.Join('\n', found.Select(v => $"{v.Rule} {string.Join(' ', v.Subjects)} {v.Facts}"));
        Assert.True(rule is null ? found.IsEmpty : !found.IsEmpty && found.All(v => v.Rule == rule), $"expected {rule ?? "nothing"}, found {text}");
        if (subjects is not null) Assert.Equal(subjects, string.Join(' ', Assert.Single(found).Subjects));
        if (count is { } expected) Assert.True(found.Length == expected, $"expected {expected}, found {text}");
    }
}
