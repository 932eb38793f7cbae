using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Primitives;

namespace OneFlight.Operations.Training;

/// <summary>Sessions made for a flight: the book with them, the flight with their activities, the fleet with what they book. The planner
/// places them next.</summary>
public sealed record Booked(TrainingBook Book, FleetBook Fleet, Flight Flight);

/// <summary>Turns a curriculum and the seats that go through it into sessions: one for each day of at most eight hours and each group
/// of seats that share it, held by one instructor at one place.</summary>
public static class SessionBooking
{
    /// <summary>All sessions of a flight's modules have ended by this long before liftoff.</summary>
    public static Duration DoneBefore { get; } = Duration.FromDays(2);

    /// <summary>What trains beside other things ends this long before liftoff, as the crew goes into quarantine.</summary>
    private const int AloneUntilDay = -14;

    /// <summary>Nothing is booked sooner than this.</summary>
    private const int NoticeDays = 3;

    private const double LongestDayHours = 8;

    /// <summary>The milestone behind all sessions.</summary>
    public static ActivityId Trained { get; } = new("TRN-DONE");

    /// <summary>Assigns seats to one curriculum and books its sessions.</summary>
    /// <param name="now">Sessions are asked for after it.</param>
    /// <remarks>Refused: <c>unknown-curriculum</c>, <c>unknown-seat</c>, <c>unknown-role</c>, <c>already-assigned</c>, <c>unknown-place</c>, <c>no-seats</c>.</remarks>
    public static Result<Booked> Assign(
        TrainingBook book, FleetBook fleet, Flight flight, string curriculumId, ImmutableArray<(int Seat, ImmutableArray<string> Roles)> seats, Instant now)
    {
        var where = Place.Of($"flight {flight.Id}");
        if (book.Curricula.FirstOrDefault(c => c.Id == curriculumId) is not { } curriculum)
            return new Problem("unknown-curriculum", where, $"'{curriculumId}'", "the id of a curriculum of the campaign");
        var assignments = seats.Select(s => new CurriculumAssignment($"{flight.Id}/{s.Seat}/{curriculumId}", flight.Id, s.Seat, curriculumId, s.Roles)).ToImmutableArray();
        var problems = Problems(book, flight, curriculum, assignments, where);
        if (!problems.IsEmpty) return problems;

        var launch = flight.Plan?.Launch ?? flight.Wish.Launch;
        var earliest = (int)Math.Ceiling((now - launch).TotalDays) + NoticeDays;
        var hours = book.Sessions.Where(s => s.Instructor is not null).GroupBy(s => s.Instructor!.Value).ToDictionary(g => g.Key, g => g.Sum(s => s.Hours));
        var sessions = new List<(TrainingSession Session, ActivityTemplate Activity)>();
        foreach (var module in curriculum.Modules)
        {
            var trained = assignments.Where(a => module.TakenBy(a.Roles)).Select(a => a.Seat).Order().ToArray();
            if (trained.Length == 0) continue;
            var place = book.Places.First(p => p.Id == module.Place);
            var groups = place.Booked ? trained.Chunk(module.Trainees ?? trained.Length).ToArray() : [trained];
            for (var g = 0; g < groups.Length; g++)
                sessions.AddRange(Of(book, flight.Id, curriculum, module, place, [.. groups[g]], groups.Length > 1 ? ((char)('a' + g)).ToString() : "", earliest, hours, sessions));
        }

        var all = book with { Assignments = book.Assignments.AddRange(assignments), Sessions = book.Sessions.AddRange(sessions.Select(s => s.Session)) };
        return Together(all, fleet, flight, flight.OwnActivities.RemoveAll(a => a.Id == Trained).AddRange(sessions.Select(s => s.Activity)));
    }

    /// <summary>Books a session once more for those who did not pass it; not sooner than in a few days.</summary>
    /// <remarks>Refused: <c>unknown-session</c>, <c>nothing-to-repeat</c>, <c>already-repeated</c>.</remarks>
    public static Result<Booked> Again(TrainingBook book, FleetBook fleet, Flight flight, string session, Instant now)
    {
        var where = Place.Of($"session {session}");
        if (book.Sessions.FirstOrDefault(s => s.Id == session && s.Flight == flight.Id) is not { } first || flight.OwnActivities.FirstOrDefault(a => a.Id == first.Activity) is not { } activity)
            return new Problem("unknown-session", where, $"'{session}'", $"the id of a session of {flight.Id}");
        ImmutableArray<int> seats = [.. book.Attendances.Where(a => a.Session == session && !a.Passed).Select(a => a.Seat).Distinct().Order()];
        if (seats.IsEmpty) return new Problem("nothing-to-repeat", where, "nobody who came and failed, or did not come", "at least one recorded as not passed");
        if (book.Sessions.Any(s => s.Repeats == session)) return new Problem("already-repeated", where, "a repeat is booked", "one repeat of each session; a repeat can be repeated");
        var id = new ActivityId($"{first.Activity.Value}r");
        var launch = flight.Plan?.Launch ?? flight.Wish.Launch;
        var again = first with { Id = $"{flight.Id}/{id}", Activity = id, Seats = seats, Repeats = session };
        var offset = Duration.FromDays(Math.Ceiling((now - launch).TotalDays) + NoticeDays);
        var repeated = activity with { Id = id, Name = $"{activity.Name}, again", Offset = Duration.Max(activity.Offset, offset), Needs = Needs(again), Prerequisites = [] };
        return Together(book with { Sessions = book.Sessions.Add(again) }, fleet, flight, flight.OwnActivities.RemoveAll(a => a.Id == Trained).Add(repeated));
    }

    private static ImmutableArray<Problem> Problems(
        TrainingBook book, Flight flight, Curriculum curriculum, ImmutableArray<CurriculumAssignment> assignments, Place where)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var roles = curriculum.Modules.SelectMany(m => m.Roles).ToHashSet();
        if (assignments.IsEmpty) problems.Add(new("no-seats", where, "no seat", "at least one seat that goes through the curriculum"));
        foreach (var assignment in assignments)
        {
            if (flight.Seats.All(s => s.Number != assignment.Seat)) problems.Add(new("unknown-seat", where, $"seat {assignment.Seat}", "a seat of the flight"));
            if (book.Assignments.Any(a => a.Id == assignment.Id)) problems.Add(new("already-assigned", where, $"seat {assignment.Seat} to {curriculum.Id}", "a seat that does not go through it yet"));
            foreach (var role in assignment.Roles.Where(r => !roles.Contains(r)))
                problems.Add(new("unknown-role", where, $"'{role}'", "one of " + string.Join(", ", roles.Order(StringComparer.Ordinal))));
        }
        var taken = curriculum.Modules.Where(m => assignments.Any(a => m.TakenBy(a.Roles)));
        foreach (var place in taken.Select(m => m.Place).Distinct().Where(p => book.Places.All(known => known.Id != p)))
            problems.Add(new("unknown-place", where, $"'{place}'", "a place that the training book knows"));
        return problems.ToImmutable();
    }

    private static List<(TrainingSession, ActivityTemplate)> Of(
        TrainingBook book, FlightId flight, Curriculum curriculum, TrainingModule module, TrainingPlace place, ImmutableArray<int> seats, string group, int earliest,
        Dictionary<ResourceId, double> hours, List<(TrainingSession Session, ActivityTemplate Activity)> before)
    {
        var parts = module.InOnePiece || !place.Booked ? 1 : (int)Math.Ceiling(module.Hours / LongestDayHours);
        var instructor = place.OwnStaff || !place.Booked || module.Instructors is null ? null : LeastBusy(book.Instructors, hours);
        if (instructor is { } busy) hours[busy] = hours.GetValueOrDefault(busy) + module.Hours;
        var made = new List<(TrainingSession, ActivityTemplate)>();
        for (var part = 1; part <= parts; part++)
        {
            var id = new ActivityId($"{module.Id}.{group}{part}");
            var session = new TrainingSession($"{flight}/{id}", flight, curriculum.Id, module.Id, id, seats, instructor, place.Devices, part, parts, module.Hours / parts);
            // A day waits for the one before; the first for all that these seats need to have behind them.
            var needed = part > 1
                ? [new Prerequisite(new($"{module.Id}.{group}{part - 1}"), StartToStart: false)]
                : before.Where(b => module.Prerequisites.Contains(b.Session.Module) && b.Session.Part == b.Session.Parts && b.Session.Seats.Any(s => seats.Contains(s)))
                    .Select(b => new Prerequisite(b.Session.Activity, StartToStart: false)).ToImmutableArray();
            made.Add((session, Activity(module, place, session, Math.Max(module.StartDay + part - 1, earliest), needed)));
        }
        return made;
    }

    private static ActivityTemplate Activity(TrainingModule module, TrainingPlace place, TrainingSession session, int day, ImmutableArray<Prerequisite> needed)
    {
        var alone = !place.Booked;
        var length = alone ? Duration.FromDays(Math.Max(1, AloneUntilDay - day)) : Duration.FromHours(session.Hours);
        var name = $"{module.Title}, {(session.Seats.Length == 1 ? "seat" : "seats")} {string.Join(", ", session.Seats)}{(session.Parts > 1 ? $", day {session.Part} of {session.Parts}" : "")}";
        return new(
            session.Activity, name, "training", Anchor.Launch, Duration.FromDays(day), length, length, length, Needs(session), needed, ["training lead"],
            module.Late ? SlipBehavior.RepeatIfSlipOver30Days : SlipBehavior.Floats, module.Confidence);
    }

    /// <summary>What a session takes: its devices, its instructor, and whoever is trained, so that nobody sits in two at once; nothing, when
    /// it is done alone beside other things.</summary>
    private static ImmutableArray<ResourceId> Needs(TrainingSession session) => session.Devices.IsEmpty && session.Instructor is null
        ? []
        : [.. session.Devices, .. session.Instructor is { } instructor ? [instructor] : ImmutableArray<ResourceId>.Empty, .. session.Seats.Select(s => Trainee(session.Flight, s))];

    private static ResourceId Trainee(FlightId flight, int seat) => new($"trainee-{flight}-{seat}".ToLowerInvariant());

    private static ResourceId? LeastBusy(ImmutableArray<TrainingInstructor> instructors, Dictionary<ResourceId, double> hours) =>
        instructors.IsEmpty ? null : instructors.MinBy(i => hours.GetValueOrDefault(i.Id))!.Id;

    /// <summary>Closes the list with the milestone, and adds the seats' trainees to what can be booked.</summary>
    private static Booked Together(TrainingBook book, FleetBook fleet, Flight flight, ImmutableArray<ActivityTemplate> activities)
    {
        var trained = new ActivityTemplate(
            Trained, "Training complete", "training", Anchor.Launch, -DoneBefore, Duration.Zero, Duration.Zero, Duration.Zero, [],
            [.. activities.Where(a => a.Anchor == Anchor.Launch && a.Offset < Duration.Zero).Select(a => new Prerequisite(a.Id, StartToStart: false))],
            ["training lead"], SlipBehavior.MovesWithLaunch, "M");
        var known = fleet.Resources.Select(r => r.Id).ToHashSet();
        var trainees = book.Assignments.Where(a => a.Flight == flight.Id).Select(a => a.Seat).Distinct().Order()
            .Select(s => new Resource(Trainee(flight.Id, s), $"Trainee in seat {s}, {flight.Name}", 1, null, [])).Where(r => !known.Contains(r.Id));
        return new(book, fleet with { Resources = fleet.Resources.AddRange(trainees) }, flight with { OwnActivities = activities.Add(trained) });
    }
}
