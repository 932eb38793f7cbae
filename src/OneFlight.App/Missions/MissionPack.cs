using System.Collections.Immutable;
using NodaTime;
using OneFlight.App.Campaigns;
using OneFlight.App.Documents;
using OneFlight.App.Promises;
using OneFlight.App.Safety;
using OneFlight.App.Shell;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;
using OneFlight.Operations.Safety;

namespace OneFlight.App.Missions;

/// <summary>What a customer holds in hand of their mission: their words first, then what we promised, when, and whom to call.</summary>
public static class MissionPack
{
    public static PaperDocument? Of(OpenCampaign open, string id, Instant now)
    {
        if (!open.Index.Missions.TryGetValue(new(id), out var mission)) return null;
        var flight = mission.Flight is { } flies ? open.Index.Flights.GetValueOrDefault(flies) : null;
        var zone = ZoneOf(open, mission);
        return new(mission.Name, $"Mission pack, {open.Campaign.Name}, revision {open.Revision.Number}", $"{mission.Name} · mission pack of revision {open.Revision.Number}", "en", now,
        [
            new PaperHeading(1, mission.Name),
            .. open.Campaign.Notice is { } notice ? [new PaperText(notice, PaperStyle.Quiet)] : Array.Empty<PaperBlock>(),
            new PaperText($"“{mission.Success}”", PaperStyle.Words),
            new PaperText($"Your words. They stand first because everything else follows from them. As of {Say.When(now)}, revision {open.Revision.Number}.", PaperStyle.Quiet),
            .. Criteria(mission), .. Dates(flight, zone), .. Promises(open, mission), .. Calls(open, mission), .. Consent(open, mission, flight),
        ]);
    }

    private static IEnumerable<PaperBlock> Criteria(CustomerMission mission)
    {
        yield return new PaperHeading(2, "What success is made of");
        if (mission.Criteria.IsEmpty) yield return new PaperText("No criterion is written down yet.");
        else
            yield return new PaperTable("Criteria", ["Criterion", "How we know", "Weight"], [6, 4, 1],
                [.. mission.Criteria.Select(c => ImmutableArray.Create(c.Text, c.Measurable ? c.Measure ?? "measured" : "felt: only you can say", Say.Number(c.Weight)))]);
    }

    private static IEnumerable<PaperBlock> Dates(Flight? flight, string zone)
    {
        yield return new PaperHeading(2, "When");
        if (flight?.Plan is not { } plan)
        {
            yield return new PaperText(flight?.Cancelled is not null ? "The flight was cancelled. We will say what comes next." : "There is no date yet.");
            yield break;
        }
        (string Name, Instant? At)[] dates = [("Liftoff", plan.Launch), ("Arrival", plan.Arrival), ("Departure", plan.Departure), ("Landing", plan.End)];
        yield return new PaperTable("Dates", ["What", "UTC", $"Your time, {zone}"], [2, 3, 4],
            [.. dates.Where(d => d.At is not null).Select(d => ImmutableArray.Create(d.Name, Say.Time(d.At), InZone(d.At!.Value, zone)))]);
        yield return new PaperText($"You fly with {flight.Name}. Dates are the plan of this revision and may move; when they do, we tell you before anyone else hears.", PaperStyle.Quiet);
    }

    private static IEnumerable<PaperBlock> Promises(OpenCampaign open, CustomerMission mission)
    {
        yield return new PaperHeading(2, "What we promised");
        var lines = Ledger.Of(open).OfMission[mission.Id].OrderBy(l => l.State.Due ?? Instant.MaxValue).ThenBy(l => l.Promise.Id.Value, StringComparer.Ordinal).ToList();
        if (lines.Count == 0) yield return new PaperText("Nothing is written down yet. What did we say to you last?");
        else
            yield return new PaperTable("Promises", ["Word for word", "State", "Decided, UTC"], [6, 2, 2.4],
                [.. lines.Select(l => ImmutableArray.Create(l.Promise.Words, PromiseJudgment.Word(l.State.Status), l.State.Due is { } due ? Say.Time(due) : "at any time"))]);
    }

    private static IEnumerable<PaperBlock> Calls(OpenCampaign open, CustomerMission mission)
    {
        yield return new PaperHeading(2, "Whom to call");
        var facts = ImmutableArray.CreateBuilder<(string, string)>();
        facts.Add(("Your steward", $"{open.Index.NameOf(mission.Steward)}{(mission.StewardAccepted ? "" : ", not yet accepted")}"));
        if (mission.Office is { } office) facts.Add(("Your office", open.Index.NameOf(office)));
        if (mission.Customer is { } customer) facts.Add(("Your house", open.Index.NameOf(customer)));
        if (mission.Broker is { } broker) facts.Add(("Through", $"{open.Index.NameOf(broker)}, who never tells alone"));
        if (mission.Participant is { } participant) facts.Add(("Who flies or speaks", open.Index.NameOf(participant)));
        if (mission.Family is { } family) facts.Add(("Family", open.Index.NameOf(family)));
        yield return new PaperFacts(facts.ToImmutable());
    }

    private static IEnumerable<PaperBlock> Consent(OpenCampaign open, CustomerMission mission, Flight? flight)
    {
        if (flight is null || mission.Participant is not { } person || flight.Seats.All(s => s.Person != person)) yield break;
        yield return new PaperHeading(2, "Your consent");
        var safety = OpenSafety.Of(open, flight);
        if (safety.Consents.FirstOrDefault(c => c.Person == person) is not { } standing)
        {
            yield return new PaperText("There is nothing to consent to yet. You will read it in peace, ask aloud, and decide.");
            yield break;
        }
        yield return new PaperText(standing.State switch
        {
            ConsentState.Valid => $"You consented {Say.When(standing.Last!.SignedAt)}. Until liftoff you may say no at any time, without a reason.",
            ConsentState.NotGiven => "You have not consented yet, and nobody will press you.",
            _ => $"Your consent {standing.Words}. We will ask you again.",
        });
        yield return new PaperFacts(
        [
            ("Vehicle", safety.Vehicle ?? "not named yet"), ("Hazards told", $"{safety.Annex.Hazards}"), ("Annex, SHA-256", safety.Annex.Hash),
            .. standing.Last is { } last ? [("Witness", last.Witness), ("Signed annex", last.AnnexHash)] : Array.Empty<(string, string)>(),
        ]);
    }

    /// <summary>Where the customer is: the one who flies or speaks, else their house.</summary>
    private static string ZoneOf(OpenCampaign open, CustomerMission mission)
    {
        if (mission.Participant is { } id && open.Index.Persons.TryGetValue(id, out var person)) return person.Zone;
        return mission.Customer is { } house && open.Index.Organizations.TryGetValue(house, out var found) ? found.Zone : "UTC";
    }

    private static string InZone(Instant at, string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found
        ? at.InZone(found).ToString("ddd d MMM uuuu HH:mm o<g>", System.Globalization.CultureInfo.InvariantCulture) : "zone not known";
}
