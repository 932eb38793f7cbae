using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Access;
using OneFlight.App.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.Performance;
using OneFlight.Operations.People;
using OneFlight.Primitives;

namespace OneFlight.App.Performance;

/// <summary>How one mission went: both verdicts, the survey and the cases.</summary>
/// <param name="Asked">Everyone who is asked, with what they answered.</param>
/// <param name="Verifiers">Who may close a case.</param>
public sealed record MissionOutcome(Outcome Outcome, Survey Survey, ImmutableArray<AskedParty> Asked, ImmutableArray<RecoveryCase> Cases, ImmutableArray<NamedThing> Verifiers);

/// <param name="Answer">Null: none yet.</param>
public sealed record AskedParty(ThingId Thing, string Name, SurveyAnswered? Answer, Instant? At);

public sealed record NamedThing(ThingId Thing, string Name);

/// <summary>The outcome of one flight, mission by mission.</summary>
/// <param name="Landed">True once the flight has ended: nothing is judged before.</param>
/// <param name="MayMeasure">The viewer gives the technical verdict.</param>
/// <param name="MayHear">The viewer writes down what customers say.</param>
public sealed record OutcomeView(
    OpenCampaign Open, Flight Flight, bool Landed, ImmutableArray<MissionOutcome> Missions, bool MayMeasure, bool MayHear, ImmutableArray<Problem> Problems, Instant Now)
{
    public static OutcomeView? From(OpenCampaign open, string flight, PerformanceFacts facts, Viewer viewer, ImmutableArray<Problem> problems, Instant now)
    {
        if (!open.Index.Flights.TryGetValue(new(flight), out var found)) return null;
        var (verdicts, surveys) = (facts.Verdicts.ToLookup(e => e.Stream), facts.Surveys.ToLookup(e => e.Stream));
        var cases = facts.Cases.ToLookup(c => c.Opened.Mission);
        return new(open, found, found.Cancelled is null && found.Plan?.End <= now,
            [.. open.Index.MissionsOf[found.Id].Select(m => Of(open, Outcome.Of(m, [.. verdicts[OutcomeStreams.OfVerdicts(m.Id)]]),
                Survey.Of(open.Campaign, m, [.. surveys[OutcomeStreams.OfSurvey(m.Id)]]), [.. cases[m.Id.Value]]))],
            Measures(viewer), Hears(viewer), problems, now);
    }

    /// <summary>Of those who may give verdicts, the flight director measures and the steward hears the customer.</summary>
    public static bool Measures(Viewer viewer) => viewer.May(Policies.VerdictWrite) && viewer.May(Policies.ControlWrite);

    /// <inheritdoc cref="Measures"/>
    public static bool Hears(Viewer viewer) => viewer.May(Policies.VerdictWrite) && viewer.May(Policies.CareWrite);

    private static MissionOutcome Of(OpenCampaign open, Outcome outcome, Survey survey, ImmutableArray<RecoveryCase> cases) => new(
        outcome, survey,
        [.. survey.Invited.Select(t => survey.AnswerOf(t) is var entry ? new AskedParty(t, NameOf(open, t), entry?.Event as SurveyAnswered, entry?.At) : null!)],
        cases, [.. RecoveryCase.Verifiers(outcome.Mission).Select(t => new NamedThing(t, NameOf(open, t)))]);

    /// <summary>The name that may be shown: of someone silent the alias.</summary>
    public static string NameOf(OpenCampaign open, ThingId thing) =>
        thing.Kind == PeopleKinds.Person ? open.Index.NameOf(new PersonId(thing.Id)) : open.Index.NameOf(new OrganizationId(thing.Id));
}
