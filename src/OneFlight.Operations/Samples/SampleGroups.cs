using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>One customer of a flight before the mission is written down.</summary>
internal sealed record SampleGroup(
    string Name, CustomerKind Kind, OrganizationId? Customer, PersonId? Participant, OrganizationId? Broker, Posture Posture, string Success, PersonId? Family = null);

/// <summary>Who comes together on a flight: guests alone and in pairs, agencies, and those who only send something.</summary>
internal sealed class SampleGroups(SampleCrews crews, SampleSuccess words)
{
    private SamplePeople People => crews.People;

    /// <summary>One to six customers.</summary>
    public List<SampleGroup> Of(SampleFlight flight, ImmutableArray<Seat> seats, SampleRandom random)
    {
        var groups = flight.Kind == FlightKind.Cargo ? [Sender(CustomerKind.Station, flight, random)] : Aboard(seats, random);
        foreach (var kind in Senders(flight, random)) groups.Add(Sender(kind, flight, random));
        if (groups.FirstOrDefault(g => g.Family is not null) is { } guest && random.Chance(0.2)) groups.Add(FamilyOf(guest));
        return [.. groups.Take(6)];
    }

    private static IEnumerable<CustomerKind> Senders(SampleFlight flight, SampleRandom random)
    {
        if (flight.Kind is FlightKind.CrewRotation or FlightKind.PrivateMission || random.Chance(flight.Kind == FlightKind.Cargo ? 0.6 : 0.08)) yield return CustomerKind.Laboratory;
        if (random.Chance(flight.Kind == FlightKind.FreeFlyer ? 0.12 : 0.3)) yield return CustomerKind.University;
        if (random.Chance(flight.Kind == FlightKind.FreeFlyer ? 0.08 : 0.2)) yield return CustomerKind.Culture;
        if (random.Chance(0.12)) yield return CustomerKind.Brand;
    }

    private SampleGroup Sender(CustomerKind kind, SampleFlight flight, SampleRandom random)
    {
        var houses = crews.Organizations;
        var customer = kind switch
        {
            CustomerKind.Laboratory => random.Pick(houses.Laboratories),
            CustomerKind.University => random.Pick(houses.Universities),
            CustomerKind.Brand => random.Pick(houses.Brands),
            CustomerKind.Culture => random.Pick(houses.Cultures),
            _ => houses.Stations[flight.Station!.Value],
        };
        var broker = kind is CustomerKind.Brand or CustomerKind.Culture && random.Chance(0.6) ? random.Pick(houses.Brokers) : (OrganizationId?)null;
        var posture = kind switch { CustomerKind.Brand => Posture.Celebrity, CustomerKind.Laboratory or CustomerKind.Station => Posture.PrivateCircle, _ => Posture.Public };
        return Institution(kind, customer, null, broker, posture);
    }

    private SampleGroup Institution(CustomerKind kind, OrganizationId customer, PersonId? participant, OrganizationId? broker, Posture posture)
    {
        var (house, topic, success) = words.OfInstitution(kind);
        var own = house is null ? customer : SampleOrganizations.IdOf(house);
        return new($"{People[own].Name}: {topic}", kind, own, participant, broker, posture, success);
    }

    private List<SampleGroup> Aboard(ImmutableArray<Seat> seats, SampleRandom random)
    {
        var passengers = seats.Skip(1).Select(s => s.Person).OfType<PersonId>().ToList();
        // Those of one agency are one mission; of the others some travel in pairs, though never with one who wants silence.
        var groups = passengers.Where(p => People[p].Organization is not null).GroupBy(p => People[p].Organization!.Value)
            .Select(agency => Institution(CustomerKind.Agency, agency.Key, agency.First(), null, Posture.Public)).ToList();
        var guests = passengers.Where(p => People[p].Organization is null).ToList();
        for (var i = 0; i < guests.Count; i++)
        {
            var together = i + 1 < guests.Count && People[guests[i]].Alias is null && People[guests[i + 1]].Alias is null && random.Chance(0.45);
            groups.Add(Guest(guests[i], together ? guests[++i] : null, random));
        }
        return groups;
    }

    private SampleGroup Guest(PersonId guest, PersonId? companion, SampleRandom random)
    {
        var (person, known) = (People[guest], crews.Guests[guest]);
        var silent = person.Alias is not null;
        var name = companion is { } second ? $"{person.PublicName} and {Lower(People[second].PublicName)}" : person.PublicName;
        var family = random.Chance(0.7) ? People.Add($"Family of {Lower(person.PublicName)}", null, person.Zone) : (PersonId?)null;
        var posture = silent ? Posture.Silent : random.Between(0, 1) switch { < 0.5 => Posture.PrivateCircle, < 0.9 => Posture.Public, _ => Posture.Celebrity };
        return new(
            name, CustomerKind.Participant, silent && random.Chance(0.6) ? random.Pick(crews.Organizations.Families) : null, guest,
            random.Chance(0.25) ? random.Pick(crews.Organizations.Brokers) : null, posture,
            companion is null ? words.OfGuest(silent ? "" : known.Calling, silent ? "home" : known.Town) : words.OfPair(known.Town), family);
    }

    /// <summary>A family that is a customer of its own; it is as silent as its guest.</summary>
    private SampleGroup FamilyOf(SampleGroup guest) => new(
        People[guest.Family!.Value].ShownAs, CustomerKind.Family, null, guest.Family, null,
        guest.Posture == Posture.Silent ? Posture.Silent : Posture.PrivateCircle, words.OfFamily(guest.Posture == Posture.Silent ? "home" : crews.Guests[guest.Participant!.Value].Town));

    private static string Lower(string name) => name.StartsWith("The ", StringComparison.Ordinal) ? "the " + name[4..] : name;
}
