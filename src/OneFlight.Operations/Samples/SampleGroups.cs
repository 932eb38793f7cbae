using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>One customer of a flight before the mission is written down.</summary>
internal sealed record SampleGroup(
    string Name, CustomerKind Kind, OrganizationId? Customer, PersonId? Participant, OrganizationId? Broker, Posture Posture, PersonId? Family = null);

/// <summary>Who comes together on a flight: guests alone and in pairs, agencies, and those who only send something.</summary>
internal static class SampleGroups
{
    public static List<SampleGroup> Of(SampleFlight flight, ImmutableArray<Seat> seats, SampleCrews crews, SampleRandom random)
    {
        var groups = flight.Kind == FlightKind.Cargo ? [Sender(CustomerKind.Station, flight, crews, random)] : Aboard(seats, crews, random);
        foreach (var kind in Senders(flight, random)) groups.Add(Sender(kind, flight, crews, random));
        // A family sometimes is a customer of its own.
        if (groups.Count < 6 && groups.FirstOrDefault(g => g.Family is not null) is { Family: { } family } guest && random.Chance(0.2))
            groups.Add(new($"Family of {crews.People[guest.Participant!.Value].PublicName}", CustomerKind.Family, null, family, null, Posture.PrivateCircle));
        return [.. groups.Take(6)];
    }

    private static IEnumerable<CustomerKind> Senders(SampleFlight flight, SampleRandom random)
    {
        if (flight.Kind is FlightKind.CrewRotation or FlightKind.PrivateMission || random.Chance(flight.Kind == FlightKind.Cargo ? 0.6 : 0.08)) yield return CustomerKind.Laboratory;
        if (random.Chance(flight.Kind == FlightKind.FreeFlyer ? 0.12 : 0.3)) yield return CustomerKind.University;
        if (random.Chance(flight.Kind == FlightKind.FreeFlyer ? 0.08 : 0.2)) yield return CustomerKind.Culture;
        if (random.Chance(0.12)) yield return CustomerKind.Brand;
    }

    private static SampleGroup Sender(CustomerKind kind, SampleFlight flight, SampleCrews crews, SampleRandom random)
    {
        var houses = crews.Organizations;
        var customer = kind switch
        {
            CustomerKind.Laboratory => random.Pick(houses.Laboratories), CustomerKind.University => random.Pick(houses.Universities),
            CustomerKind.Brand => random.Pick(houses.Brands), CustomerKind.Culture => random.Pick(houses.Cultures), _ => houses.Stations[flight.Station!.Value],
        };
        var broker = kind is CustomerKind.Brand or CustomerKind.Culture && random.Chance(0.6) ? random.Pick(houses.Brokers) : (OrganizationId?)null;
        var posture = kind switch { CustomerKind.Brand => Posture.Celebrity, CustomerKind.Laboratory or CustomerKind.Station => Posture.PrivateCircle, _ => Posture.Public };
        return new($"{crews.People[customer].Name}: {random.Pick(SampleWords.Topics(kind))}", kind, customer, null, broker, posture);
    }

    private static List<SampleGroup> Aboard(ImmutableArray<Seat> seats, SampleCrews crews, SampleRandom random)
    {
        var people = crews.People;
        var guests = seats.Skip(1).Select(s => s.Person).OfType<PersonId>().ToList();
        // Those of one agency are one mission; of the others some travel together.
        var groups = guests.Where(g => people[g].Organization is not null).GroupBy(g => people[g].Organization!.Value)
            .Select(g => new SampleGroup($"{people[g.Key].Name}: {random.Pick(SampleWords.Topics(CustomerKind.Agency))}", CustomerKind.Agency, g.Key, g.First(), null, Posture.Public)).ToList();
        var alone = guests.Where(g => people[g].Organization is null).ToList();
        for (var i = 0; i < alone.Count; i++)
        {
            var together = i + 1 < alone.Count && random.Chance(0.4);
            groups.Add(Guest(alone[i], together ? alone[++i] : null, crews, random));
        }
        return groups;
    }

    private static SampleGroup Guest(PersonId guest, PersonId? companion, SampleCrews crews, SampleRandom random)
    {
        var person = crews.People[guest];
        var silent = person.Alias is not null || (companion is { } other && crews.People[other].Alias is not null);
        var name = companion is { } second ? $"{person.PublicName} and {Lower(crews.People[second].PublicName)}" : person.PublicName;
        var family = random.Chance(0.7) ? crews.People.Add($"Family of {Lower(person.PublicName)}", null, person.Zone) : (PersonId?)null;
        var posture = silent ? Posture.Silent : random.Between(0, 1) switch { < 0.5 => Posture.PrivateCircle, < 0.9 => Posture.Public, _ => Posture.Celebrity };
        return new(
            name, CustomerKind.Participant, silent && random.Chance(0.6) ? random.Pick(crews.Organizations.Families) : null, guest,
            random.Chance(0.25) ? random.Pick(crews.Organizations.Brokers) : null, posture, family);
    }

    private static string Lower(string name) => name.StartsWith("The ", StringComparison.Ordinal) ? "the " + name[4..] : name;
}
