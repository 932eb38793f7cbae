using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Training;

namespace OneFlight.App.Training;

/// <summary>A session in one line.</summary>
/// <param name="At">Null: the plan has no time for it.</param>
/// <param name="Who">Instructor, or who holds it instead.</param>
/// <param name="Recorded">How many of its seats are recorded.</param>
public sealed record SessionRow(TrainingSession Session, string Title, PlannedActivity? At, string Who, string Where, int Recorded)
{
    /// <summary>Every session that was booked, by its start; those without a time last.</summary>
    public static ImmutableArray<SessionRow> AllOf(OpenCampaign open) => open.View("training-sessions", () =>
    {
        var facts = TrainingFacts.Of(open.Campaign.Training, open.Campaign.Qualifications);
        var flights = open.Campaign.Training.Sessions.Select(s => s.Flight).Distinct()
            .ToDictionary(f => f, f => open.Index.Flights.GetValueOrDefault(f)?.Plan?.Activities.DistinctBy(a => a.Id).ToDictionary(a => a.Id) ?? []);
        return open.Campaign.Training.Sessions.Select(s => new SessionRow(
                s, open.Campaign.Training.Find(s.Module)?.Module.Title ?? s.Module, flights[s.Flight].GetValueOrDefault(s.Activity), WhoOf(open, s), WhereOf(open, s), facts.Attendances(s.Id).Count()))
            .OrderBy(r => r.At?.Start ?? Instant.MaxValue).ThenBy(r => r.Session.Id, StringComparer.Ordinal).ToImmutableArray();
    });

    /// <summary>"seats 1, 3, day 2 of 3".</summary>
    public string Part => $"{(Session.Seats.Length == 1 ? "seat" : "seats")} {string.Join(", ", Session.Seats)}"
        + (Session.Parts > 1 ? $", day {Session.Part} of {Session.Parts}" : "") + (Session.Repeats is null ? "" : ", again");

    public string Path(OpenCampaign open) => TrainingPaths.Session(open.Id, Session.Flight.Value, Session.Activity.Value);

    public static string WhoOf(OpenCampaign open, TrainingSession session) => session.Instructor is { } id
        ? open.Index.Resources.TryGetValue(id, out var instructor) ? instructor.Name : id.Value
        : session.Devices.IsEmpty ? "by themselves" : "staff of the place";

    public static string WhereOf(OpenCampaign open, TrainingSession session) => session.Devices.IsEmpty
        ? open.Campaign.Training.Find(session.Module)?.Module.Place ?? "–"
        : string.Join(", ", session.Devices.Select(d => open.Index.Resources.TryGetValue(d, out var r) ? r.Name : d.Value));
}
