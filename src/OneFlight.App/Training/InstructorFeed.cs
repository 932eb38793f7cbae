using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.App.Feeds;
using OneFlight.App.Shell;

namespace OneFlight.App.Training;

/// <summary>An instructor's sessions as a calendar. The link belongs to the training lead who gave it away.</summary>
public static class InstructorFeed
{
    public const string Kind = "instructor";

    /// <summary>Null: the owner may not read training any more, or there is no such instructor.</summary>
    public static FeedCalendar? Of(OpenCampaign open, FeedClaim claim)
    {
        if (!claim.AsViewer().May(Policies.TrainingRead) || open.Campaign.Training.Instructors.FirstOrDefault(i => i.Id.Value == claim.Subject) is not { } instructor) return null;
        var name = open.Index.Resources.TryGetValue(instructor.Id, out var resource) ? resource.Name : instructor.Id.Value;
        return new($"{name}: training sessions", [.. SessionRow.AllOf(open).Where(r => r.Session.Instructor == instructor.Id && r.At is not null).Select(r => new CalendarEvent(
            $"session:{r.Session.Id}", open.Revision.Number, open.Revision.At, r.At!.Start, r.At.End, $"{r.Session.Module} {r.Title}, {r.Session.Flight}",
            $"{r.Part}, {Say.Number(r.Session.Hours, 1)} h", r.Where))]);
    }
}
