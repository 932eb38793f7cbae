using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Hospitality;

/// <summary>One contact that is owed to someone who came back.</summary>
/// <param name="Mission">The mission they flew for; null: they flew for the operator.</param>
/// <param name="Steward">Who calls; null: a gap.</param>
/// <param name="Day">Days after landing: 1, 7 or 30.</param>
/// <param name="Late">From when it is late.</param>
public sealed record CareContact(PersonId Person, FlightId Flight, MissionId? Mission, PersonId? Steward, int Day, Instant Due, Instant Late);

/// <summary>The contacts after a landing. They follow from the plan alone, so they exist as soon as a landing is planned and move with it.</summary>
public static class CarePlan
{
    /// <summary>Days after landing, and how many days later a contact is late.</summary>
    public static readonly ImmutableArray<(int Day, int Grace)> Contacts = [(1, 1), (7, 3), (30, 7)];

    /// <summary>The contacts of everyone who comes down on a flight, in the order in which they are due; none while no landing is planned.</summary>
    /// <param name="missions">Those of the flight.</param>
    public static ImmutableArray<CareContact> Of(Flight flight, IEnumerable<CustomerMission> missions)
    {
        if (flight.Plan?.End is not { } landing) return [];
        var ofFlight = missions.Where(m => m.Flight == flight.Id).ToImmutableArray();
        var anyone = ofFlight.Select(m => m.Steward).FirstOrDefault(s => s is not null);
        var people = flight.Seats.Where(s => s.Legs.HasFlag(Legs.Down)).Select(s => s.Person).OfType<PersonId>().Distinct();
        return [.. from person in people
                   let own = ofFlight.FirstOrDefault(m => m.Participant == person)
                   from contact in Contacts
                   let due = landing + Duration.FromDays(contact.Day)
                   orderby due, person.Value
                   select new CareContact(person, flight.Id, own?.Id, own?.Steward ?? anyone, contact.Day, due, due + Duration.FromDays(contact.Grace))];
    }
}
