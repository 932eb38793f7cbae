using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Samples;

/// <summary>Who flies, and who cares for them.</summary>
/// <param name="Seats">One list for each flight of the schedule, in its order.</param>
internal sealed record SampleCrews(
    SamplePeople People, SampleOrganizations Organizations, ImmutableArray<PersonId> Stewards, ImmutableArray<ImmutableArray<Seat>> Seats,
    IReadOnlyDictionary<PersonId, SampleGuest> Guests)
{
    private static readonly string[] Desks = ["Lisbon", "Houston", "Singapore", "Nairobi", "Reykjavik"];
    private static readonly string[] DeskZones = ["Europe/Lisbon", "America/Chicago", "Asia/Singapore", "Africa/Nairobi", "Atlantic/Reykjavik"];

    public static SampleCrews Make(List<SampleFlight> schedule, SampleRandom random)
    {
        var people = new SamplePeople();
        var stations = 1 + schedule.Max(f => f.Station ?? 0);
        var organizations = SampleOrganizations.Make(people, stations);
        var desks = Math.Max(3, (int)Math.Ceiling(schedule.Count * 15 / 110.0));
        ImmutableArray<PersonId> stewards = [.. Enumerable.Range(0, desks).Select(i => people.Add(
            string.Create(CultureInfo.InvariantCulture, $"Steward {i + 1:00}, {Desks[i % Desks.Length]} desk"), organizations.Operator, DeskZones[i % DeskZones.Length]))];

        var commanders = new SampleCommanders(people, organizations.Operator, schedule, random.Fork(1));
        var passengers = new SamplePassengers(people, organizations, random.Fork(2));
        return new(people, organizations, stewards, [.. schedule.Select(flight => Fill(flight, commanders, passengers))], passengers.Guests);
    }

    private static ImmutableArray<Seat> Fill(SampleFlight flight, SampleCommanders commanders, SamplePassengers passengers)
    {
        if (flight.Kind == FlightKind.Cargo) return [];
        var seats = ImmutableArray.CreateBuilder<Seat>();
        var (commander, backup) = commanders.Next(flight);
        seats.Add(new(1, "Commander", commander, Legs.Both, backup));
        var others = flight.Kind == FlightKind.FreeFlyer ? 4 : 3;
        for (var number = 2; number < 2 + others; number++)
        {
            var role = flight.Kind == FlightKind.CrewRotation ? (number == 2 ? "Pilot" : "Mission specialist") : "Guest";
            seats.Add(new(number, role, passengers.Next(flight, number, role), Legs.Both));
        }
        return seats.ToImmutable();
    }
}
