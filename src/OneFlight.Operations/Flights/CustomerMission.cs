using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Links;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Flights;

public enum CustomerKind { Participant, Agency, Laboratory, University, Brand, Culture, Station, Family }

/// <summary>How visible a customer wants to be.</summary>
public enum Posture { Silent, PrivateCircle, Public, Celebrity }

/// <summary>What one customer wants of a flight, in their own words. One flight carries many; a mission outlives its flight.</summary>
/// <param name="Flight">Null: waiting for a flight.</param>
/// <param name="Customer">The organization that contracted; null: the participant did.</param>
/// <param name="Participant">Who flies or speaks for it; null: the customer's contact.</param>
/// <param name="Broker">Through whom it came; a broker never tells alone.</param>
/// <param name="Steward">Accountable for what this customer hears; null: a gap.</param>
/// <param name="StewardAccepted">True once the steward has accepted.</param>
/// <param name="Success">Their definition of success, verbatim.</param>
public sealed record CustomerMission(
    MissionId Id, string Name, CustomerKind Kind, FlightId? Flight, OrganizationId? Customer, PersonId? Participant,
    OrganizationId? Broker, Posture Posture, PersonId? Steward, bool StewardAccepted, string Success,
    ImmutableArray<SuccessCriterion> Criteria, PersonId? Family = null, bool Sample = false)
{
    /// <summary>The office through which the customer is reached, such as a family office; null: they are reached themselves.</summary>
    public OrganizationId? Office { get; init; }

    public ThingId Thing => Id.Thing;
}

/// <param name="Measurable">True: by a figure; false: felt, and only the customer can say.</param>
/// <param name="Weight">0 to 1; the weights of a mission sum to 1.</param>
public sealed record SuccessCriterion(string Id, string Text, bool Measurable, string? Measure, double Weight);
