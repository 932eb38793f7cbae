using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Campaigns.Planning;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Training;

namespace OneFlight.Tests.Training;

/// <summary>One flight with two seats, a curriculum of a few modules, one classroom and one instructor, planned.</summary>
internal static class AFlightInTraining
{
    public static readonly Instant Launch = Instant.FromUtc(2027, 6, 16, 15, 0), Start = Instant.FromUtc(2027, 1, 4, 0, 0);
    public static readonly PersonId Commander = new("P-1"), Guest = new("P-2"), Stranger = new("P-3");
    public static readonly FlightId TheFlight = new("F-1");

    public static TrainingModule AModule(
        string id, int startDay = -60, double hours = 6, string currency = "P12M", int grace = 30, string assessment = "quiz", string block = "academic", int? trainees = 4, params string[] needs) =>
        new(id, [], block, $"Module {id}", "room", hours, hours, hours, 1, trainees, "1:4", startDay, [.. needs], assessment, "pass", currency, grace, "accuracy", 195, "M", "planning value");

    public static Campaign Wished(params TrainingModule[] modules)
    {
        var calendar = new WorkCalendar("America/New_York", [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], new(8, 0), new(13, 0), []);
        var flight = new Flight(TheFlight, "F-1", FlightKind.FreeFlyer, null,
            new(Launch, null, null, Duration.FromDays(3), Duration.Zero, Duration.Zero, null, [new("capsule")], [], [], []),
            [new(1, "Commander", Commander, Legs.Both), new(2, "Guest", Guest, Legs.Both)], null);
        var curriculum = new Curriculum("C", "Course", modules.Length > 0 ? [.. modules] : [AModule("M-1"), AModule("M-2", -50, 16, needs: "M-1")]);
        var book = TrainingBook.Empty with { Curricula = [curriculum], Places = [new("room", [new("room")], false, true)], Instructors = [new(new("teacher"), Stranger)] };
        var fleet = new FleetBook(
            [new(new("capsule"), "Capsule", VehicleRole.Crew, null, true)], [new(new("C-1"), "Capsule 1", new("capsule"), [])],
            [new(new("LC-1"), "Pad 1", [], Duration.FromDays(1), Duration.FromDays(1), [])], [],
            [new(new("room"), "Room", 1, calendar, []), new(new("teacher"), "Teacher", 1, calendar, [])]);
        Person Somebody(PersonId id) => new(id, $"Person {id}", null, "Europe/Lisbon", null, [], []) { Born = new LocalDate(1980, 5, 1) };
        return Campaign.Empty(new("c"), "Campaign") with
        {
            Fleet = fleet,
            Flights = [flight],
            Training = book,
            People = new([], [Somebody(Commander), Somebody(Guest), Somebody(Stranger)]),
            Qualifications = QualificationBook.Empty with { Rules = ModuleCurrency.Rules(curriculum) },
        };
    }

    public static Campaign Planned(params TrainingModule[] modules)
    {
        var campaign = Wished(modules);
        var booked = SessionBooking.Assign(campaign.Training, campaign.Fleet, campaign.Flights[0], "C", [(1, modules.Any(m => m.Roles.Contains("CDR")) ? ["CDR"] : []), (2, [])], Start).Value;
        return Planner.Plan(campaign with { Training = booked.Book, Fleet = booked.Fleet, Flights = [booked.Flight] }, PlanningRequest.At(Start)).Plan;
    }

    public static PlannedActivity At(this Campaign campaign, string activity) => campaign.Flights[0].Plan!.Activities.Single(a => a.Id.Value == activity);

    public static AttendanceNote ANote(this Campaign campaign, string activity, PersonId? person = null, bool present = true, bool passed = true, double? grade = 0.9, string evidence = "sheet 1", Instant? at = null) =>
        new($"F-1/{activity}", person ?? Commander, present, passed, grade, evidence, at ?? campaign.At(activity).End + Duration.FromHours(1), "Training lead");

    public static Primitives.Result<Campaign> Record(this Campaign c, AttendanceNote note) =>
        TrainingRecord.Record(c.Training, c.Qualifications, c.People, c.Fleet, c.Flights, note).Then<Campaign>(r => c with { Training = r.Training, Qualifications = r.Qualifications });

    public static SeatTraining Seat(this Campaign c, string module, int seat, Instant now) =>
        ModuleStanding.Of(TrainingFacts.Of(c.Training, c.Qualifications), c.Flights[0], now).Single(m => m.Module.Id == module).Seats.Single(s => s.Seat == seat);
}
