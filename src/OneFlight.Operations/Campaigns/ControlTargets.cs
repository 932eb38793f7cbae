using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;

namespace OneFlight.Operations.Campaigns;

/// <summary>How the things stand that a hazard's operational control may point at: a training module of a flight, a procedure step, a
/// commit criterion. The safety capability asks here, so that it needs to know none of them.</summary>
public static class ControlTargets
{
    /// <summary>Light by thing: <c>training:FLIGHT/MODULE</c>, <c>step:PROCEDURE/STEP</c>, <c>criterion:ID</c>. What is not in it is not known.</summary>
    /// <param name="flights">Whose modules are judged.</param>
    public static ImmutableDictionary<ThingId, GateLight> Of(Campaign campaign, ImmutableArray<Flights.Flight> flights, Instant now) =>
        ImmutableDictionary<ThingId, GateLight>.Empty
            .SetItems(Training.TrainingStatement.Lights(campaign.Training, flights, campaign.Qualifications, now))
            .SetItems(FlightControl.ControlStatement.Lights(campaign.Control));
}
