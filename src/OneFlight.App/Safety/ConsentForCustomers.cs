using OneFlight.App.Access;
using OneFlight.App.Portal;
using OneFlight.Operations.Safety;

namespace OneFlight.App.Safety;

/// <summary>How the consent of whoever flies stands, and the text to read. It is signed in person, with someone there who answers questions.</summary>
public static class ConsentForCustomers
{
    public static IEnumerable<PortalSection> Sections(PortalFacts facts)
    {
        if ((facts.As & (Relation.Participant | Relation.Office)) == 0 || facts.Flight is not { } flight || facts.Mission.Participant is not { } person) yield break;
        var (book, fleet) = (facts.Open.Campaign.Safety, facts.Open.Campaign.Fleet);
        if (flight.Seats.FirstOrDefault(s => s.Person == person) is not { } seat || book.Documents.FirstOrDefault(d => d.Flight == flight.Id) is not { } document) yield break;

        var annex = HazardAnnex.Of(book, flight, VehicleName.TypeOf(fleet, flight));
        var standing = ConsentStanding.Of(seat, person, ConsentRules.LastOf(book, flight.Id, person), document, annex, VehicleName.Of(fleet, flight));
        var flown = flight.Plan is { } plan && plan.Launch <= facts.Now;
        if (flown && standing.State != ConsentState.Valid) yield break;
        var (mark, word) = standing.State switch
        {
            ConsentState.Valid => (PortalMark.Done, $"given on {new PortalClock(facts.Zone).Full(standing.Last!.SignedAt)}, for {standing.Last.Vehicle}"),
            ConsentState.OtherVehicle => (PortalMark.Care, "asked anew: you fly in another vehicle than the one it names"),
            ConsentState.OtherHazards => (PortalMark.Care, "asked anew: what can go wrong is described differently since you signed"),
            ConsentState.OtherText => (PortalMark.Care, "asked anew: its text changed since you signed"),
            _ => (PortalMark.Waiting, "not given yet"),
        };
        var text = new PortalLine("What you consent to", document.Text);
        var hazards = annex.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new PortalLine(line));
        yield return new("consent", "Your consent to this flight", PortalPlace.ToDo, [new PortalLine("Consent to fly, with what can go wrong", null, null, mark, word)])
        {
            Intro = standing.State == ConsentState.Valid || flown ? null : "You give it in person. Someone is there who answers what you ask, and you may say no.",
        };
        yield return new("consent-text", "The text of your consent", PortalPlace.Settings, [text, .. hazards])
        {
            Folded = $"Read it: version {document.Version}, {annex.Hazards} things that can go wrong",
        };
    }
}
