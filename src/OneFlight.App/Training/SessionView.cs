using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Training;
using OneFlight.Primitives;

namespace OneFlight.App.Training;

/// <summary>One session: when, where, who; what was recorded, and the form for what was not.</summary>
/// <param name="Zone">Where it is held.</param>
/// <param name="MayAgain">Somebody did not pass, and no repeat is booked.</param>
public sealed record SessionView(
    OpenCampaign Open, SessionRow Row, TrainingModule? Module, string? Zone, ImmutableArray<SessionSeat> Seats, bool Begun, bool MayWrite, bool MayAgain,
    ImmutableArray<Problem> Problems, AttendanceForm Typed)
{
    public static SessionView? From(OpenCampaign open, string flightId, string activity, bool mayWrite, Instant now, ImmutableArray<Problem> problems, AttendanceForm typed)
    {
        var row = SessionRow.AllOf(open).FirstOrDefault(r => r.Session.Flight.Value == flightId && r.Session.Activity.Value == activity);
        if (row is null || !open.Index.Flights.TryGetValue(row.Session.Flight, out var flight)) return null;
        var facts = TrainingFacts.Of(open.Campaign.Training, open.Campaign.Qualifications);
        var seats = flight.Seats.Where(s => row.Session.Seats.Contains(s.Number)).OrderBy(s => s.Number).ToList();
        // Who is recorded stays shown when another sits in the seat now.
        var recorded = facts.Attendances(row.Session.Id).Select(a => new SessionSeat(seats.FirstOrDefault(s => s.Number == a.Seat), a.Person, open.Index.NameOf(a.Person), a));
        var open1 = seats.Where(s => s.Person is { } p && facts.Attendance(row.Session.Id, p) is null).Select(s => new SessionSeat(s, s.Person, open.Index.NameOf(s.Person), null));
        var zone = row.Session.Devices.Select(d => open.Index.Resources.GetValueOrDefault(d)?.Calendar?.Zone).FirstOrDefault(z => z is not null);
        return new(open, row, open.Campaign.Training.Find(row.Session.Module)?.Module, zone, [.. recorded.OrderBy(s => s.Recorded!.Seat), .. open1], row.At is { } at && at.Start <= now, mayWrite,
            mayWrite && flight.Plan is { } plan && plan.Launch > now && facts.Attendances(row.Session.Id).Any(a => !a.Passed) && open.Campaign.Training.Sessions.All(s => s.Repeats != row.Session.Id), problems, typed);
    }
}

/// <param name="Seat">Null: the seat is gone.</param>
public sealed record SessionSeat(Seat? Seat, OneFlight.Operations.People.PersonId? Person, string Name, SessionAttendance? Recorded);

/// <summary>What was typed into the form.</summary>
public sealed record AttendanceForm(string Person, string Result, string Grade, string Evidence)
{
    public static AttendanceForm Empty { get; } = new("", "passed", "", "");

    public static AttendanceForm Of(IFormCollection form) => new(form["person"].ToString(), form["result"].ToString(), form["grade"].ToString().Trim(), form["evidence"].ToString().Trim());

    /// <summary>The note, or what cannot be read.</summary>
    public Result<AttendanceNote> Note(string session, Instant now, string by)
    {
        double? grade = null;
        if (Grade.Length > 0)
        {
            if (!double.TryParse(Grade, System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var read))
                return new Problem("not-a-number", Place.Of("grade"), $"'{Grade}'", "a grade from 0 to 1 such as 0.85, or nothing");
            grade = read;
        }
        if (Result is not ("passed" or "failed" or "absent")) return new Problem("unknown-value", Place.Of("result"), $"'{Result}'", "passed, failed or absent");
        return new AttendanceNote(session, new(Person), Result != "absent", Result == "passed", grade, Evidence, now, by);
    }
}
