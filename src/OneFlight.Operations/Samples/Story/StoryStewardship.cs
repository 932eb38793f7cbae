using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Stewardship;
using OneFlight.Primitives;

namespace OneFlight.Operations.Samples;

/// <summary>What the story's customers bought, were promised by partners, and told us: done on flights past the contract, in negotiation at it.</summary>
internal static class StoryStewardship
{
    private const string Operator = "halyard-spacelines";

    /// <summary>Contracts, commitments, accountability and travel, once the flights have their dates.</summary>
    public static Campaign Add(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var steps = JourneyTemplates.Read(tables["journey-templates.csv"]).Value;
        var missions = campaign.Missions.ToDictionary(m => m.Id);
        var flights = campaign.Flights.ToDictionary(f => f.Id);
        var all = story.SelectMany(s => MissionsOf(s).Select(id => (Story: s, Mission: missions[id], Flight: flights[s.Flight]))).ToImmutableArray();
        return campaign with
        {
            Care = new()
            {
                Steps = steps,
                Contracts = [.. all.Select(x => StoryContracts.Of(x.Story, x.Mission, x.Flight))],
                Approvals = [.. all.Where(x => x.Story.Past(StoryStage.Contract)).Select(x => Approval(x.Story, x.Mission, x.Flight, campaign.People))],
                Commitments = [.. story.SelectMany(s => Commitments(s, flights[s.Flight], campaign))],
                Accountability = [.. all.Select(x => Accountable(x.Story, x.Mission, x.Flight, steps, campaign.People))],
                Travels = [.. story.Where(s => s.Past(StoryStage.Selection)).Select(s => Travel(s, flights[s.Flight]))],
            },
        };
    }

    /// <summary>Wishes, talks, contacts and requests.</summary>
    public static IEnumerable<StoryEvent> Events(Campaign campaign, ImmutableArray<StoryFlight> story) => StoryTalk.Events(campaign, story);

    internal static IEnumerable<MissionId> MissionsOf(StoryFlight s) => [s.GuestMission, s.AgencyMission, s.ColdSample, s.CultureMission];

    /// <summary>When a contract was signed, or would be: the day 300 before the wanted liftoff, at noon UTC.</summary>
    internal static Instant SignedAt(Flight flight) => Instant.Min(OperatorYear.AsOf - Duration.FromDays(1), flight.Wish.Launch - Duration.FromDays(300)).InUtc().Date.At(new(12, 0)).InUtc().ToInstant();

    private static CriteriaApproval Approval(StoryFlight s, CustomerMission mission, Flight flight, PeopleBook people)
    {
        var voice = mission.Participant ?? people.Organizations.First(o => o.Id == mission.Customer).Contact ?? s.Steward;
        return new(mission.Id.Value, mission.Id, CriteriaRules.HashOf(mission), SignedAt(flight) - Duration.FromDays(10), people.Persons.First(p => p.Id == voice).PublicName);
    }

    private static IEnumerable<Commitment> Commitments(StoryFlight s, Flight flight, Campaign campaign)
    {
        if (flight.Plan is not { } plan || !s.Past(StoryStage.Contract)) yield break;
        var home = new OrganizationId(Operator);
        var asked = SignedAt(flight) - Duration.FromDays(20);
        PromiseId? Backed(MissionId mission) => campaign.Promises.Where(p => p.Mission == mission).OrderByDescending(p => p.Weight).Select(p => (PromiseId?)p.Id).FirstOrDefault();
        Interval Around(Instant at, int before, int after) => new(at - Duration.FromDays(before), at + Duration.FromDays(after));
        // The station's desk has one question still open on the flight in training.
        Commitment Of(string what, OrganizationId from, MissionId mission, string text, Interval? holds, Anchor at, bool open = false) => new(
            $"{s.Flight}-{what}", mission, from, home, text, Backed(mission), holds, at, asked, open ? CommitmentAnswer.Asked : CommitmentAnswer.Accepted,
            open ? null : asked + Duration.FromDays(6), open ? null : $"Desk of {campaign.People.Organizations.First(o => o.Id == from).Name}");
        yield return Of("dome", new(StoryCast.Partners), s.GuestMission, "The dome is kept free for one guest for one whole orbit, undisturbed", Around(plan.Arrival!.Value, 6, 6), Anchor.Arrival, open: s.Stage == StoryStage.Training);
        yield return Of("cold", new(StoryCast.Partners), s.ColdSample, "A place at minus 80 on the station from docking to undocking", Around(plan.Arrival.Value, 14, 14), Anchor.Arrival);
        yield return Of("courier", s.Laboratory, s.ColdSample, "A courier with a cold box waits at the recovery port", Around(plan.End!.Value, 3, 5), Anchor.End, open: s.Stage == StoryStage.Consent);
        yield return Of("broadcast", s.Culture, s.CultureMission, "The broadcaster carries the performance live and in one piece", Around(plan.Arrival.Value, 4, 10), Anchor.Arrival);
    }

    private static MissionAccountability Accountable(StoryFlight s, CustomerMission mission, Flight flight, ImmutableArray<JourneyStep> steps, PeopleBook people)
    {
        var journeys = Journeys.Of(mission, toStation: true);
        var accepted = SignedAt(flight) + Duration.FromDays(7);
        StepHolder Holder(JourneyStep step, int i)
        {
            var (party, person) = step.Accountable switch
            {
                "destination" => (new OrganizationId(StoryCast.Partners), StoryStaff.PartnerDesk),
                "vehicle" => (new OrganizationId(Operator), StoryStaff.FlightDirector),
                "agency" when mission.Customer is { } agency => (agency, people.Organizations.First(o => o.Id == agency).Contact ?? s.Steward),
                "broker" when mission.Broker is { } broker => (broker, people.Organizations.First(o => o.Id == broker).Contact ?? s.Steward),
                "customer" when mission.Customer is { } customer => (customer, people.Organizations.First(o => o.Id == customer).Contact ?? s.Steward),
                _ => (new OrganizationId(Operator), s.Steward),
            };
            // In negotiation the steps before contract are accepted; the rest is named and waits.
            var stands = s.Past(StoryStage.Contract) || step.Anchor == JourneyAnchor.Enquiry || i % 3 == 0;
            return new(step.Id, party, person, stands ? Instant.Min(accepted, OperatorYear.AsOf - Duration.FromDays(2)) : null);
        }
        var applies = steps.Where(x => journeys.Contains(x.Template)).ToList();
        // One gap: nobody is named yet for the training of the guest of the flight in negotiation.
        var gap = s.Stage == StoryStage.Contract && mission.Id == s.GuestMission ? applies.First(x => x.Phase == "train").Id : "";
        return new(mission.Id.Value, mission.Id, journeys, [.. applies.Where(x => x.Id != gap).Select(Holder)]);
    }

    private static FamilyTravel Travel(StoryFlight s, Flight flight)
    {
        var launch = flight.Plan!.Launch;
        // Seven days around the launch; the booking of the flight at readiness is rigid.
        var rigid = s.Stage == StoryStage.Readiness;
        return new($"{s.Flight}-family", s.GuestMission, s.Family, "home", "Cape Sorrel, guest house", launch - Duration.FromDays(rigid ? 3 : 4), launch + Duration.FromDays(rigid ? 2 : 4), Anchor.Launch,
            Money.Of(rigid ? 11840.50m : 8200m + 150m * s.Number, "USD"), rigid ? null : launch - Duration.FromDays(10));
    }
}
