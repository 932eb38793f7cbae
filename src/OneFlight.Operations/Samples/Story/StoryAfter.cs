using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Hospitality;
using OneFlight.Operations.Learning;
using OneFlight.Operations.Links;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Performance;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>What followed the landings of the story: contacts, verdicts that disagree, answers, a complaint put right, lessons. Every entry
/// passes the rule that it would pass on a screen; what is still to come at the sample's "now" is not in it.</summary>
internal static class StoryAfter
{
    public static IEnumerable<StoryEvent> Log(Campaign campaign, ImmutableArray<StoryFlight> story)
    {
        var now = campaign.AsOf ?? OperatorYear.AsOf;
        return story.Where(s => s.Reached(StoryStage.Landed)).SelectMany(s => new StoryAfterFlight(campaign, s).All()).Where(e => e.Entry.At <= now);
    }
}

/// <summary>The entries of one flight.</summary>
internal sealed class StoryAfterFlight(Campaign campaign, StoryFlight story)
{
    private readonly Flight flight = campaign.Flights.Single(f => f.Id == story.Flight);
    private readonly ImmutableDictionary<PersonId, string> names = campaign.People.Persons.ToImmutableDictionary(p => p.Id, p => p.PublicName);

    private Instant Landing => flight.Plan?.End ?? Instant.MaxValue - Duration.FromDays(400);
    private string Steward => names[story.Steward];
    private Instant After(double days) => Landing + Duration.FromMinutes(Math.Round(days * 1440));
    private CustomerMission Mission(MissionId id) => campaign.Missions.Single(m => m.Id == id);

    public IEnumerable<StoryEvent> All() => flight.Plan?.End is null ? []
        : story.Past(StoryStage.Landed) ? [.. Care([1, 7, 30]), .. Verdicts(), .. Answers(), .. Complaint(), .. Lessons()]
        : Care([1]);

    private IEnumerable<StoryEvent> Care(int[] days)
    {
        foreach (var contacts in CarePlan.Of(flight, campaign.Missions).GroupBy(c => c.Person))
        {
            var person = contacts.Key;
            foreach (var day in days)
            {
                // The guest does not answer at first; a steward calls again some hours later.
                if (person == story.Guest && day == 7) yield return Called(person, day, 0.1, reached: false);
                yield return Called(person, day, 0.3, reached: true);
            }
            if (person == story.Commander && !story.Past(StoryStage.Landed)) yield return Of(Compartment.Care, CareStreams.Of(person), After(1.4), new CareFlagRaised(flight.Id.Value));
        }
    }

    private StoryEvent Called(PersonId person, int day, double later, bool reached) => Of(Compartment.Care, CareStreams.Of(person), After(day + later),
        reached ? new CareContactMade(flight.Id.Value, day, "telephone") : new CareNotReached(flight.Id.Value, day, "telephone"));

    private IEnumerable<StoryEvent> Verdicts() =>
    [
        Measured(story.GuestMission, [new("C1", CriterionVerdict.Kept, "94 minutes"), new("C2", CriterionVerdict.CouldNotSay, null), new("C3", CriterionVerdict.CouldNotSay, null)], "cabin log and voice loops"),
        Measured(story.AgencyMission, [new("C1", CriterionVerdict.Kept, "nine of nine"), new("C2", CriterionVerdict.Kept, "21 minutes")], "experiment log and contact recording"),
        Measured(story.ColdSample, [new("C1", CriterionVerdict.Bent, "38 of forty"), new("C2", CriterionVerdict.Kept, "31 hours")], "temperature logger and handover sheet"),
        Measured(story.CultureMission, [new("C1", CriterionVerdict.Broken, "nine of twelve minutes"), new("C2", CriterionVerdict.CouldNotSay, null)], "downlink record"),
        Said(story.GuestMission, 8, VerdictForm.Spoken, "the head of the family office",
            "The window was everything. But I was asked for a switch position in the middle of it, and from then on I waited to be asked again.",
            [new("C1", CriterionVerdict.Broken, "A voice asked me for a switch, forty minutes in."), new("C2", CriterionVerdict.Kept, null), new("C3", CriterionVerdict.Bent, "Calmer, yes. Not calm.")]),
        Said(story.AgencyMission, 12, VerdictForm.Written, null, "All that we asked for was done, with her own hands.", [new("C1", CriterionVerdict.Kept, null), new("C2", CriterionVerdict.Kept, null)]),
        Said(story.ColdSample, 15, VerdictForm.Written, null, "Two trays had warmed at their edges. The rest is the best growth we have had.",
            [new("C1", CriterionVerdict.Bent, "Thirty-eight usable."), new("C2", CriterionVerdict.Kept, null)]),
        Said(story.CultureMission, 3, VerdictForm.Spoken, null, "We were all in tears. I could not say more now.", [new("C1", CriterionVerdict.CouldNotSay, null), new("C2", CriterionVerdict.Kept, null)]),
        Said(story.CultureMission, 18, VerdictForm.Written, null, "Three minutes were lost over the sea. The silence became part of the piece, and we would not have it otherwise.",
            [new("C1", CriterionVerdict.Kept, "It was heard in one piece, with the silence in it."), new("C2", CriterionVerdict.Kept, null)]),
    ];

    private StoryEvent Measured(MissionId mission, ImmutableArray<MeasuredCriterion> criteria, string evidence) => new(Compartment.Operations, OutcomeStreams.OfVerdicts(mission),
        VerdictRules.Technical(Mission(mission), Landing, criteria, evidence, After(2.2), names[StoryStaff.FlightDirector]).Value);

    private StoryEvent Said(MissionId mission, double days, VerdictForm form, string? witness, string words, ImmutableArray<CriterionSaid> criteria)
    {
        var wanted = Mission(mission);
        var by = wanted.Participant is { } person ? names[person] : campaign.People.Organizations.Single(o => o.Id == wanted.Customer).Name;
        return new(Compartment.Operations, OutcomeStreams.OfVerdicts(mission), VerdictRules.Customer(wanted, Landing, criteria, words, form, by, witness, After(days), Steward).Value);
    }

    private IEnumerable<StoryEvent> Answers() =>
    [
        Answer(story.GuestMission, story.Guest.Thing, 9, 3, 7, "You put it right as people do. Next time, silence."), Answer(story.AgencyMission, story.Astronaut.Thing, 10, 5, 9, null),
        Answer(story.AgencyMission, story.Agency.Thing, 14, 5, 9, null), Answer(story.ColdSample, story.Laboratory.Thing, 16, 4, 8, "Watch the edge trays."),
        Answer(story.CultureMission, story.Performer.Thing, 11, 5, 10, null),
    ];

    private StoryEvent Answer(MissionId mission, ThingId by, double days, int overall, int recommend, string? words) => new(Compartment.Operations, OutcomeStreams.OfSurvey(mission),
        Survey.Of(campaign, Mission(mission), []).Answer(by, overall, recommend, words, After(days), Steward).Value);

    private IEnumerable<StoryEvent> Complaint()
    {
        var stream = OutcomeStreams.OfRecovery($"{story.GuestMission}-R1");
        var opened = RecoveryRules.Open(story.GuestMission.Value, RecoveryTrigger.Complaint, "spoken to at the window", "I asked for one thing, and it was interrupted for a switch.", RecoverySeverity.Serious, After(1.5), Steward).Value;
        yield return new(Compartment.Operations, stream, opened);
        yield return Of(Compartment.Operations, stream, After(2), new RecoveryApologized("the chief executive", "in person"));
        yield return Of(Compartment.Operations, stream, After(6), new RecoveryRemedied("Protected time at the window is announced on all loops, and the flight director alone may break it."));
        yield return Of(Compartment.Operations, stream, After(21), new RecoveryClosed(story.Office.Thing, "They heard it and changed it. The matter is closed for us."));
    }

    // Proposed and not applied: nothing in the sample's plan was changed for them.
    private IEnumerable<StoryEvent> Lessons() =>
    [
        Proposed("L-001", "Silence at the window binds the ground too", "The ground asked a guest for a switch position during protected time.", "Protected time stands in the procedure as a hold on every loop."),
        Proposed("L-002", "Edge trays warm first", "Two trays at the door of the cold box were above minus 70 for eleven minutes at handover.", "The loading template leaves the door row empty."),
    ];

    private StoryEvent Proposed(string id, string title, string what, string wanted) =>
        new(Compartment.Operations, Lesson.StreamOf(id), LessonRules.Propose(title, flight.Thing, what, wanted, After(22), Steward).Value);

    private StoryEvent Of(Compartment compartment, string stream, Instant at, ILogEvent what) => new(compartment, stream, NewLogEntry.Now(at, Steward, what));
}
