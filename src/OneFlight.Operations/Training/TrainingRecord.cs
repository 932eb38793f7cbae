using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Fleet;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.Operations.Training;

/// <summary>What is said of one person in one session.</summary>
/// <param name="At">When it is recorded.</param>
/// <param name="By">By whom, as shown to people.</param>
public sealed record AttendanceNote(string Session, PersonId Person, bool Present, bool Passed, double? Grade, string Evidence, Instant At, string By);

/// <summary>What followed: the books with the attendance, and with the certificates that it earned.</summary>
public sealed record Recorded(TrainingBook Training, QualificationBook Qualifications);

/// <summary>Records attendance, grade and pass; the last part of a module passed earns its certificate.</summary>
public static class TrainingRecord
{
    /// <summary>Adds the attendance, and certificates: for the module when all its parts are passed, and, of a graded exercise, for what the
    /// module builds on and the person holds already.</summary>
    /// <remarks>Refused with every reason: <c>unknown-session</c>, <c>module-not-in-curriculum</c>, <c>not-in-seat</c>, <c>not-begun</c>,
    /// <c>recorded-twice</c>, <c>grade-range</c>, <c>absent-cannot-pass</c>, <c>missing-value</c>, <c>certificate-before-birth</c>.</remarks>
    public static Result<Recorded> Record(
        TrainingBook book, QualificationBook qualifications, PeopleBook people, FleetBook fleet, ImmutableArray<Flight> flights, AttendanceNote note)
    {
        var where = Place.Of($"session {note.Session}");
        if (book.Sessions.FirstOrDefault(s => s.Id == note.Session) is not { } session || flights.FirstOrDefault(f => f.Id == session.Flight) is not { } flight)
            return new Problem("unknown-session", where, $"'{note.Session}'", "the id of a session that was booked");
        if (book.Curricula.FirstOrDefault(c => c.Id == session.Curriculum) is not { } curriculum || curriculum.Find(session.Module) is not { } module)
            return new Problem("module-not-in-curriculum", where, $"{session.Module} of {session.Curriculum}", "a module of the curriculum that the seat goes through");

        var planned = flight.Plan?.Activities.FirstOrDefault(a => a.Id == session.Activity);
        var seat = flight.Seats.FirstOrDefault(s => session.Seats.Contains(s.Number) && (s.Person == note.Person || s.Backup == note.Person));
        var day = planned is null ? default : DayOf(Min(planned.End, note.At), session, fleet, people, note.Person);
        var problems = Problems(book, people, session, seat, planned, day, note, where);
        if (!problems.IsEmpty) return problems;

        var attendance = new SessionAttendance(
            $"{session.Id}/{note.Person}", session.Id, note.Person, seat!.Number, note.Present, note.Passed, note.Grade, day, note.At, note.By, note.Evidence.Trim());
        var after = book with { Attendances = book.Attendances.Add(attendance) };
        return new Recorded(after, note.Passed ? qualifications with { Records = qualifications.Records.AddRange(Earned(after, qualifications, curriculum, module, session, attendance)) } : qualifications);
    }

    private static ImmutableArray<Problem> Problems(
        TrainingBook book, PeopleBook people, TrainingSession session, Seat? seat, PlannedActivity? planned, LocalDate day, AttendanceNote note, Place where)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Add(string code, string found, string expected) => problems.Add(new(code, where, found, expected));
        if (seat is null) Add("not-in-seat", $"{note.Person}", $"someone in seat {string.Join(" or ", session.Seats)} of {session.Flight}, or their backup");
        if (planned is null) Add("not-begun", "the session has no time in the plan", "a session that has begun");
        else if (planned.Start > note.At) Add("not-begun", $"the session begins {TimeText.Instant(planned.Start)}", $"a session that has begun by {TimeText.Instant(note.At)}");
        if (book.Attendances.Any(a => a.Session == session.Id && a.Person == note.Person))
            Add("recorded-twice", $"{note.Person} is recorded already", "each person once; to try again, book the session again");
        if (note.Grade is { } grade && !(grade is >= 0 and <= 1)) Add("grade-range", grade.ToString(CultureInfo.InvariantCulture), "a grade from 0 to 1");
        if (note is { Present: false, Passed: true } or { Present: false, Grade: not null }) Add("absent-cannot-pass", "did not come, but passed or has a grade", "neither pass nor grade of someone who did not come");
        if (string.IsNullOrWhiteSpace(note.Evidence)) Add("missing-value", "no evidence", "where the proof lies, such as 'attendance sheet 4412'");
        var person = people.Persons.FirstOrDefault(p => p.Id == note.Person);
        // The problem tells no date of birth.
        if (planned is not null && person?.Born is { } born && day <= born) Add("certificate-before-birth", $"{day:uuuu-MM-dd}, when the person was not yet born", "a day of their life");
        if (person is null) Add("unknown-reference", $"{note.Person}", "a person of the campaign");
        return problems.ToImmutable();
    }

    private static IEnumerable<QualificationRecord> Earned(
        TrainingBook book, QualificationBook qualifications, Curriculum curriculum, TrainingModule module, TrainingSession session, SessionAttendance attendance)
    {
        if (!AllPartsPassed(book, session, attendance)) yield break;
        yield return Certificate(module, attendance.Id);
        if (!module.Exercises) yield break;
        foreach (var before in curriculum.Before(module))
            if (ModuleCurrency.Parse(before.Currency) is { IsRenewed: true } && qualifications.Records.Any(r => r.Person == attendance.Person && r.Type == before.Type))
                yield return Certificate(before, $"{attendance.Id}/{before.Id}");

        QualificationRecord Certificate(TrainingModule of, string id) => new(
            id, attendance.Person, of.Type, attendance.Day, attendance.RecordedAt, of == module ? attendance.Evidence : $"{attendance.Evidence}, exercised in {module.Id}",
            ModuleCurrency.Parse(of.Currency) is { IsPerFlight: true } ? session.Flight.Value : null, attendance.Grade);
    }

    private static bool AllPartsPassed(TrainingBook book, TrainingSession session, SessionAttendance attendance)
    {
        var parts = book.Sessions.Where(s => s.Flight == session.Flight && s.Module == session.Module && s.Seats.Contains(attendance.Seat)).ToDictionary(s => s.Id, s => s.Part);
        var passed = book.Attendances.Where(a => a.Passed && a.Person == attendance.Person && parts.ContainsKey(a.Session)).Select(a => parts[a.Session]).Distinct().Count();
        return passed == session.Parts;
    }

    /// <summary>The day where the session is held; without a calendar there, where the person is.</summary>
    private static LocalDate DayOf(Instant at, TrainingSession session, FleetBook fleet, PeopleBook people, PersonId person)
    {
        var zone = fleet.Resources.FirstOrDefault(r => session.Devices.Contains(r.Id) && r.Calendar is not null)?.Calendar?.Zone
            ?? people.Persons.FirstOrDefault(p => p.Id == person)?.Zone;
        return at.InZone(zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known ? known : DateTimeZone.Utc).Date;
    }

    private static Instant Min(Instant one, Instant other) => one < other ? one : other;
}
