using System.Collections.Immutable;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Stewardship;

/// <summary>From what a step of a journey is counted.</summary>
public enum JourneyAnchor { Enquiry, Contract, Launch, Landing }

/// <summary>A step that a kind of customer goes through with us, from the first talk to years after.</summary>
/// <param name="Id">Template and number: <c>self-paying-station/6</c>.</param>
/// <param name="When">As the table writes it: "L-150 d".</param>
/// <param name="Owner">The role that does it.</param>
/// <param name="Accountable">The kind of party that answers for it: provider, vehicle, destination, agency, broker or customer.</param>
/// <param name="Moves">True: it moves with its anchor; false: it stays where it was.</param>
/// <param name="Basis">On what the row rests, as there is no measured confidence.</param>
public sealed record JourneyStep(
    string Id, string Template, int Number, string Phase, JourneyAnchor Anchor, int OffsetDays, string When, string Name, string Owner, string Accountable,
    string Channel, string Audience, string Purpose, string Load, string? Moment, string? Friction, string DoneWhen, bool Moves, string Basis)
{
    /// <summary>Falls after landing, and is asked at the gate after the flight.</summary>
    public bool AfterLanding => Anchor == JourneyAnchor.Landing;
}

/// <summary>Which journeys a mission goes through.</summary>
public static class Journeys
{
    /// <summary>Template ids; a broker and a family add their own.</summary>
    public static ImmutableArray<string> Of(CustomerMission mission, bool toStation)
    {
        var journeys = ImmutableArray.CreateBuilder<string>();
        journeys.Add(mission.Kind switch
        {
            CustomerKind.Agency or CustomerKind.Station => "national-astronaut",
            CustomerKind.Laboratory => "pharma-manufacturing",
            CustomerKind.University => "university-education",
            CustomerKind.Brand or CustomerKind.Culture => "art-culture-brand",
            CustomerKind.Family => "family-circle",
            _ => toStation ? "self-paying-station" : "free-flyer-tourist",
        });
        if (mission.Broker is not null) journeys.Add("broker");
        if (mission.Family is not null && mission.Kind != CustomerKind.Family) journeys.Add("family-circle");
        return journeys.ToImmutable();
    }
}
