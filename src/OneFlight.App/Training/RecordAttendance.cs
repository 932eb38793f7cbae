using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Training;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.Training;

/// <summary>Records what one person did in one session, with the certificate that it may earn.</summary>
public sealed class RecordAttendance(KeepFact keep)
{
    /// <remarks>Refused: what <see cref="TrainingRecord.Record"/> refuses.</remarks>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, Viewer viewer, AttendanceNote note, CancellationToken stop) => keep.Run(
        campaign, viewer, $"Attendance of {note.Session}",
        c => TrainingRecord.Record(c.Training, c.Qualifications, c.People, c.Fleet, c.Flights, note)
            .Then<Campaign>(recorded => c with { Training = recorded.Training, Qualifications = recorded.Qualifications }), stop);
}
