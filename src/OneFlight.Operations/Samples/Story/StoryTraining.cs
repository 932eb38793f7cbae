using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Training;

namespace OneFlight.Operations.Samples;

/// <summary>The story's training: an academy of its own, sessions of all crews that are in training or had it, and what was recorded of them.</summary>
internal static class StoryTraining
{
    private const string Curriculum = "PAM", Zone = "America/New_York";

    /// <summary>Work begins at an academy's device or with an instructor on weekdays, at the latest at one, so that eight hours end by the evening.</summary>
    private static readonly WorkCalendar Weekdays = new(
        Zone, [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], new(8, 0), new(13, 0),
        [new(2026, 12, 25), new(2027, 1, 1), new(2027, 5, 31), new(2027, 7, 5), new(2027, 11, 25), new(2027, 12, 24)]);

    private static readonly (string Id, string Name, int Capacity)[] Devices =
    [
        ("classroom", "Classrooms", 3), ("clinic", "Clinic rooms", 3), ("part-task", "Part-task trainers", 2), ("simulator", "Full capsule simulators", 2),
        ("suit-lab", "Suit laboratory places", 3), ("mock-up", "Capsule mock-ups", 2), ("centrifuge", "Centrifuge", 1), ("aircraft", "Parabolic aircraft", 1),
        ("chamber", "Altitude chamber", 1), ("field", "Field guides", 2), ("station", "Station mock-ups", 4), ("lab", "Laboratory", 2), ("payload-lab", "Payload laboratories", 3),
        ("pool", "Pool", 1), ("control-room", "Simulation control room", 1), ("studio", "Studios", 2), ("concierge", "Concierge rooms", 3),
    ];

    /// <summary>Open on any day: the last weeks hang on the liftoff.</summary>
    private static readonly (string Id, string Name, int Capacity)[] Always = [("launch-site", "Launch site rehearsal slots", 3), ("refresher", "Refresher slots", 3)];

    private static readonly ImmutableArray<TrainingPlace> Places =
    [
        At("classroom", "classroom"), Own("clinic", "clinic"), At("part-task trainer", "part-task"), At("full capsule simulator", "simulator"), At("suit lab", "suit-lab"),
        At("mock-up", "mock-up"), Own("centrifuge", "centrifuge"), Own("aircraft", "aircraft"), Own("altitude chamber", "chamber"), Own("field", "field"),
        At("station mock-up", "station"), At("station mock-up and capsule simulator", "station", "simulator"), At("lab", "lab"), At("payload lab", "payload-lab"),
        At("classroom and mannequin", "classroom"), At("pool and open water", "pool"), At("mock-up and pool", "mock-up", "pool"), At("classroom and role play", "classroom"),
        At("capsule simulator and control room", "simulator", "control-room"), Own("launch site", "launch-site"), At("studio", "studio"), Own("mixed", "refresher"),
        At("classroom and loops", "classroom"), Own("concierge session", "concierge"), At("event", "classroom"),
        new("home and gym", [], true, Booked: false), new("tablet", [], true, Booked: false),
    ];

    /// <summary>Devices, curricula, assignments and sessions; the planner places them.</summary>
    public static Campaign BeforePlanning(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var curricula = Curricula.Read(tables["curricula.csv"]).Value;
        var resources = campaign.Fleet.Resources.Select(r => StoryStaff.Instructors.Any(i => i.Value == r.Id.Value) ? r with { Calendar = Weekdays } : r)
            .Concat(Devices.Select(d => new Resource(Device(d.Id), $"Academy: {d.Name}", d.Capacity, Weekdays, [])))
            .Concat(Always.Select(d => new Resource(Device(d.Id), $"Academy: {d.Name}", d.Capacity, null, [])));
        var book = TrainingBook.Empty with { Curricula = curricula, Places = Places, Instructors = [.. StoryStaff.Instructors.Select(i => new TrainingInstructor(new(i.Value), i))] };
        var rules = curricula.SelectMany(c => ModuleCurrency.Rules(c)).Where(r => campaign.Qualifications.Rules.All(k => k.Id != r.Id));
        var with = campaign with
        {
            Fleet = campaign.Fleet with { Resources = [.. resources] },
            Training = book,
            Qualifications = campaign.Qualifications with { Rules = [.. campaign.Qualifications.Rules, .. rules] },
        };
        return story.Where(s => s.Reached(StoryStage.Training)).OrderBy(s => s.Number).Aggregate(with, Assign);
    }

    /// <summary>What was recorded by the sample's "now", and the repeats that followed from it.</summary>
    public static Campaign AfterPlanning(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var (training, qualifications) = (campaign.Training, campaign.Qualifications);
        var flights = campaign.Flights.DistinctBy(f => f.Id).ToDictionary(f => f.Id);
        var stages = story.ToDictionary(s => s.Flight);
        var held = training.Sessions.Select(s => (Session: s, At: flights[s.Flight].Plan?.Activities.FirstOrDefault(a => a.Id == s.Activity)))
            .Where(h => h.At is { } at && at.End <= OperatorYear.AsOf).OrderBy(h => h.At!.End).ThenBy(h => h.Session.Id, StringComparer.Ordinal);
        foreach (var (session, at) in held)
            foreach (var seat in session.Seats)
            {
                if (stages[session.Flight] is var stage && Forgotten(stage, session, seat) || flights[session.Flight].Seats.Single(s => s.Number == seat).Person is not { } person) continue;
                var passed = !Failed(stage, session, seat);
                var note = new AttendanceNote(session.Id, person, Present: true, passed, passed ? Grade(session, seat) : 0.42,
                    string.Create(CultureInfo.InvariantCulture, $"attendance sheet {1000 + (Mixed(session.Id) % 9000)}"), at!.End + Duration.FromHours(1), "Training lead");
                var recorded = TrainingRecord.Record(training, qualifications, campaign.People, campaign.Fleet, campaign.Flights, note).Value;
                (training, qualifications) = (recorded.Training, recorded.Qualifications);
            }
        return campaign with { Training = training, Qualifications = qualifications };
    }

    private static Campaign Assign(Campaign campaign, StoryFlight story)
    {
        var flight = campaign.Flights.Single(f => f.Id == story.Flight);
        var booked = SessionBooking.Assign(campaign.Training, campaign.Fleet, flight, Curriculum,
            [(1, ["CDR"]), (2, ["MS"]), (3, ["PLT", "CMO"]), (4, ["MS"])], OperatorYear.PlannedFrom).Value;
        return campaign with { Training = booked.Book, Fleet = booked.Fleet, Flights = campaign.Flights.Replace(flight, booked.Flight) };
    }

    /// <summary>In the crew that is in training, one quiz was failed and its repeat is not booked yet.</summary>
    private static bool Failed(StoryFlight story, TrainingSession session, int seat) => story.Stage == StoryStage.Training && seat == 4 && session.Activity.Value == "PAM-04.1";

    /// <summary>One sheet never came back from the altitude chamber.</summary>
    private static bool Forgotten(StoryFlight story, TrainingSession session, int seat) => story.Stage == StoryStage.Consent && seat == 2 && session.Activity.Value == "PAM-17.1";

    private static double Grade(TrainingSession session, int seat) => Math.Round(0.74 + (Mixed($"{session.Id}/{seat}") % 24 / 100.0), 2);

    /// <summary>The same small number for the same text on every machine.</summary>
    private static int Mixed(string text) => text.Aggregate(17, (mixed, letter) => unchecked((mixed * 31) + letter) & 0xFFFFFF);

    private static ResourceId Device(string id) => new($"academy-{id}");

    private static TrainingPlace At(string place, params ReadOnlySpan<string> devices) => new(place, [.. devices.ToArray().Select(Device)], false, Booked: true);

    private static TrainingPlace Own(string place, string device) => new(place, [Device(device)], true, Booked: true);
}
