using System.Globalization;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>What is known of a guest besides the record: what they do and where they come from.</summary>
internal sealed record SampleGuest(string Calling, string Town);

/// <summary>Those who sit beside the commander: agency astronauts and guests.</summary>
internal sealed class SamplePassengers(SamplePeople people, SampleOrganizations organizations, SampleRandom random)
{
    private const double SilentShare = 0.13;

    private readonly SampleDeck<(string Town, string Zone)> towns = new(SampleWords.Towns, random);
    private readonly SampleDeck<(string Calling, string Success)> callings = new(SampleWords.Callings, random);
    private int aliases;
    private int seats;

    /// <summary>The guests that have been seated, by person.</summary>
    public Dictionary<PersonId, SampleGuest> Guests { get; } = [];

    /// <summary>The person for a seat; null for the few seats that nobody fills yet.</summary>
    public PersonId? Next(SampleFlight flight, int number, string role)
    {
        // Two seats in a year of 110 flights are still open.
        if (++seats % 117 == 0) return null;
        var qualifications = SampleQualifications.OfPassenger(flight.End, random);
        var seat = string.Create(CultureInfo.InvariantCulture, $"{role} {number - 1}, {flight.Id}");
        // On a rotation all come from agencies, on a private mission one may.
        if (flight.Kind == FlightKind.CrewRotation || (flight.Kind == FlightKind.PrivateMission && number == 4 && flight.Number % 2 == 0))
        {
            var agency = organizations.Agencies[(flight.Number + (number == 4 ? 1 : 0)) % organizations.Agencies.Length];
            return people.Add(seat, agency, people[agency].Zone, null, qualifications);
        }

        var (town, zone) = towns.Deal();
        var calling = callings.Deal().Calling;
        var guest = random.Chance(SilentShare)
            ? people.Add(seat, null, zone, Alias(), qualifications)
            : people.Add($"The {calling} from {town}", null, zone, null, qualifications);
        Guests.Add(guest, new(calling, town));
        return guest;
    }

    private string Alias()
    {
        var name = SampleWords.Aliases[aliases % SampleWords.Aliases.Length];
        var round = aliases++ / SampleWords.Aliases.Length;
        return round == 0 ? $"Guest {name}" : string.Create(CultureInfo.InvariantCulture, $"Guest {name} {round + 1}");
    }
}
