using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Safety;

namespace OneFlight.Operations.Samples;

/// <summary>Hazards, consents, tailoring and evidence of the story: done for what a flight has behind it, in progress where it stands.</summary>
internal static class StorySafety
{
    private const string Catalogue = "2027-01", Text = "2027-1", CargoFlight = "DRAY-2";

    /// <summary>The last hazard came into the baseline after some had signed.</summary>
    private const string Latest = "HZ-13";

    private static readonly Instant Now = OperatorYear.AsOf;

    public static Campaign Join(Campaign campaign, ImmutableArray<StoryFlight> story, StoryTables tables)
    {
        var requirements = RequirementCatalogue.Read(tables["requirements-catalogue.csv"], "requirements-catalogue.csv").Value;
        ImmutableArray<FlightId> flights = [.. story.Select(s => s.Flight), .. campaign.Flights.Where(f => f.Id.Value == CargoFlight).Select(f => f.Id)];
        var book = new SafetyBook(
            RiskScales.Read(tables["risk-scales.csv"], "risk-scales.csv").Value, requirements, StoryHazards.All, [.. flights.Select(f => new SafetyPlan(f.Value, f, Catalogue))],
            [.. story.Where(s => s.Reached(StoryStage.Training)).Select(s => Document(s.Flight))], [], [.. story.SelectMany(Decisions)], []);
        campaign = campaign with { Safety = book };
        foreach (var flight in story) campaign = Signed(campaign, flight);
        return campaign with { Safety = campaign.Safety with { Evidence = [.. EvidenceOf(campaign, flights)] } };
    }

    private static ConsentDocument Document(FlightId flight) => new(flight.Value, flight, Text, StoryConsentText.Text, ConsentClause.All, StoryConsentText.Questions);

    /// <summary>Everyone has signed once the stage is past; at the stage two have, one of them before a hazard was added.</summary>
    private static Campaign Signed(Campaign campaign, StoryFlight story)
    {
        if (!story.Reached(StoryStage.Consent) || campaign.Flights.Single(f => f.Id == story.Flight) is not { Plan: { } plan } flight) return campaign;
        var by = plan.Activities.FirstOrDefault(a => a.Id.Stem == "CONSENT1")?.End ?? plan.Launch - Duration.FromDays(20);
        var at = Instant.Min(by, Now - Duration.FromDays(3));
        PersonId[] who = story.Past(StoryStage.Consent) ? [story.Commander, story.Guest, story.Astronaut, story.Performer] : [story.Commander, story.Astronaut];
        return who.Aggregate(campaign, (c, person) => c with { Safety = Sign(c, flight, person, at, earlier: person == story.Astronaut && !story.Past(StoryStage.Consent)) });
    }

    private static SafetyBook Sign(Campaign campaign, Flight flight, PersonId person, Instant at, bool earlier)
    {
        var book = earlier ? campaign.Safety with { Hazards = [.. campaign.Safety.Hazards.Where(h => h.Id != Latest)] } : campaign.Safety;
        var annex = HazardAnnex.Of(book, flight, VehicleName.TypeOf(campaign.Fleet, flight));
        var signed = ConsentRules.Sign(book, flight, campaign.Fleet, campaign.People, new(
            flight.Id, person, annex.Hash, VehicleName.Of(campaign.Fleet, flight)!, [.. StoryConsentText.Questions.Select(q => new ConsentAnswer(q.Id, q.Right))],
            [new("What happens to me if the rocket has to be left before it starts?", "Shown on the mock-up: out, down the line, into the bunker, two minutes.", "Safety lead")],
            InvitedToAsk: true, "Safety lead", at)).Value;
        return campaign.Safety with { Consents = signed.Consents };
    }

    private static IEnumerable<TailoringDecision> Decisions(StoryFlight story)
    {
        TailoringDecision One(string requirement, Applicability how, string reason, string? means = null) =>
            new($"{story.Flight}/{requirement}/1", story.Flight, requirement, how, reason, means, "Safety lead", Now - Duration.FromDays(240));
        yield return One("PAM.CDR", Applicability.AlternativeMeans, "the station is not the one that asks for it", "a commander who has flown twice with the operator, agreed by Lyra Station Partners");
        yield return One("ISS.CODE", Applicability.AlternativeMeans, "another station with a code of its own", "the code of conduct of Lyra Station, signed by each");
        yield return One("3001.BONE", Applicability.NotApplicable, "the stay is shorter than thirty days");
    }

    /// <summary>What is not drawn from records: handed in for gates that are behind, mostly for the next, not yet for later ones.</summary>
    private static IEnumerable<Evidence> EvidenceOf(Campaign campaign, ImmutableArray<FlightId> flights)
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in flights)
        {
            var flight = campaign.Flights.Single(f => f.Id == id);
            foreach (var standing in CampaignSafety.Of(campaign, flight, Now).Requirements)
            {
                if (standing.Drawn || standing.Tailored.Applicability == Applicability.NotApplicable) continue;
                if (standing.Requirement.ForAllFlights)
                {
                    if (shared.Add(standing.Requirement.Id) && ForAll(standing.Requirement) is { } common) yield return common;
                }
                else if (Own(flight, standing) is { } own) yield return own;
            }
        }
    }

    private static Evidence? ForAll(Requirement requirement) => Draw(requirement.Id) switch
    {
        0 => null,
        1 => Item(null, requirement, Instant.FromUtc(2026, 6, 30, 0, 0), Instant.FromUtc(2027, 5, 31, 0, 0)),
        var draw => Item(null, requirement, Instant.FromUtc(2026, 6, 1, 0, 0) + Duration.FromDays(draw * 7), requirement.Recurrence.StartsWith('P') || requirement.Recurrence == "per-licence" ? Instant.FromUtc(2028, 6, 30, 0, 0) : null),
    };

    private static Evidence? Own(Flight flight, RequirementStanding standing)
    {
        if (standing.Due is not { } due) return null;
        var received = due - Duration.FromDays(9 + Draw(standing.Requirement.Id));
        return received > Now ? null : Item(flight.Id, standing.Requirement, received - Duration.FromDays(2), null);
    }

    private static Evidence Item(FlightId? flight, Requirement requirement, Instant effective, Instant? until)
    {
        var id = $"{flight?.Value ?? "all"}/{requirement.Id}/1";
        var title = requirement.EvidenceExpected.Split(';', ',')[0].Trim();
        return new(id, flight, requirement.Id, title, effective, Instant.Min(effective + Duration.FromDays(2), Now), until,
            string.Create(CultureInfo.InvariantCulture, $"document store, safety file {Draw(id) + 1:00}"), HazardAnnex.Sha256($"{id} {title}"));
    }

    /// <summary>0 to 19, the same for the same text on every machine.</summary>
    private static int Draw(string text) => text.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 9973) % 20;
}
