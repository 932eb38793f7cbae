using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;
using OneFlight.Storage.Logbook;

namespace OneFlight.App.Performance;

/// <summary>Keeps a verdict on a mission: the operator's by measurement, or the customer's, given to the portal, in writing, or spoken.</summary>
public sealed class GiveVerdict(LogbookStore logbook)
{
    /// <remarks>Refused: <c>unknown-mission</c>, and what <see cref="VerdictRules.Technical"/> refuses.</remarks>
    public Task<Result<ImmutableArray<LogEntry>>> Technical(
        OpenCampaign open, MissionId mission, ImmutableArray<MeasuredCriterion> criteria, string evidence, Instant now, string who, CancellationToken stop) =>
        Keep(open, mission, (found, landed) => VerdictRules.Technical(found, landed, criteria, evidence, now, who), stop);

    /// <param name="givenBy">As shown: of someone silent the alias.</param>
    /// <param name="who">Who writes it down; the customer themselves in the portal.</param>
    /// <remarks>Refused: <c>unknown-mission</c>, and what <see cref="VerdictRules.Customer"/> refuses.</remarks>
    public Task<Result<ImmutableArray<LogEntry>>> Customer(
        OpenCampaign open, MissionId mission, ImmutableArray<CriterionSaid> criteria, string words, VerdictForm form, string givenBy, string? witness,
        Instant now, string who, CancellationToken stop) =>
        Keep(open, mission, (found, landed) => VerdictRules.Customer(found, landed, criteria, words, form, givenBy, witness, now, who), stop);

    private async Task<Result<ImmutableArray<LogEntry>>> Keep(OpenCampaign open, MissionId mission, Func<CustomerMission, Instant?, Result<NewLogEntry>> decide, CancellationToken stop) =>
        open.Index.Missions.TryGetValue(mission, out var found)
            ? await logbook.Change(open.Id, Compartment.Operations, OutcomeStreams.OfVerdicts(mission), _ => decide(found, open.LandingOf(found)).One(), stop)
            : new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission of this campaign");
}

/// <summary>Takes the answer to a survey: one of each who is asked.</summary>
public sealed class AnswerSurvey(LogbookStore logbook)
{
    /// <param name="by">Who answers: a person or an organization that was asked.</param>
    /// <param name="who">As shown: of someone silent the alias.</param>
    /// <remarks>Refused: <c>unknown-mission</c>, and what <see cref="Survey.Answer"/> refuses: above all a second answer.</remarks>
    public async Task<Result<ImmutableArray<LogEntry>>> Run(
        OpenCampaign open, MissionId mission, ThingId by, int overall, int recommend, string? words, Instant now, string who, CancellationToken stop) =>
        open.Index.Missions.TryGetValue(mission, out var found)
            ? await logbook.Change(open.Id, Compartment.Operations, OutcomeStreams.OfSurvey(mission),
                before => Survey.Of(open.Campaign, found, before).Answer(by, overall, recommend, words, now, who).One(), stop)
            : new Problem("unknown-mission", Place.Of("mission"), $"'{mission}'", "a mission of this campaign");
}

/// <summary>What the rules of this capability say, as the logbook takes it.</summary>
internal static class Entries
{
    public static Result<ImmutableArray<NewLogEntry>> One(this Result<NewLogEntry> entry) => entry.Then(e => (Result<ImmutableArray<NewLogEntry>>)ImmutableArray.Create(e));

    /// <summary>When the mission's flight ends; null: it has no flight, or no end is planned.</summary>
    public static Instant? LandingOf(this OpenCampaign open, CustomerMission mission) =>
        mission.Flight is { } flight && open.Index.Flights.TryGetValue(flight, out var found) && found.Cancelled is null ? found.Plan?.End : null;
}
