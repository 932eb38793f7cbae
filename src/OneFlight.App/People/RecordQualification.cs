using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Revisions;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.People;
using OneFlight.Primitives;
using OneFlight.Storage.Plans;

namespace OneFlight.App.People;

/// <summary>Records what someone earned.</summary>
public sealed class RecordQualification(KeepFact facts)
{
    /// <param name="told">What and whose, for the revision; of a silent person the alias.</param>
    /// <param name="now">"Now" in the campaign: when it became known.</param>
    /// <remarks>Refused: what <see cref="Recording.Record"/> and <see cref="KeepFact"/> refuse.</remarks>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, QualificationRecord record, string told, Viewer viewer, Instant now, CancellationToken stop) =>
        facts.Run(campaign, viewer, $"Recorded: {told}", current =>
            Recording.Record(current.Qualifications, current.People, current.Flights.Select(f => f.Id.Value).ToHashSet(StringComparer.Ordinal), record, now)
                .Then<Campaign>(book => current with { Qualifications = book }), stop);
}

/// <summary>Adds a step of choosing someone for a seat.</summary>
public sealed class ChooseForSeat(KeepFact facts)
{
    /// <remarks>Refused: what <see cref="Recording.Select"/> and <see cref="KeepFact"/> refuse.</remarks>
    public Task<Result<Revision<Campaign>>> Run(CampaignId campaign, SelectionStep step, Viewer viewer, CancellationToken stop) =>
        facts.Run(campaign, viewer, $"Selection for {step.Flight}, seat {step.Seat}: {step.Step}, {step.Decision}", current =>
            Recording.Select(current.Qualifications, current.People, current.Flights.FirstOrDefault(f => f.Id.Value == step.Flight)?.Seats.Select(s => s.Number).ToHashSet(), step)
                .Then<Campaign>(book => current with { Qualifications = book }), stop);
}
