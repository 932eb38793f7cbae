using System.Collections.Immutable;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;

namespace OneFlight.Operations.Exchange;

/// <summary>The organizations and people of a record: people are shown by their role and first flight, never by name.</summary>
internal static class IssTrafficPeople
{
    public static PeopleBook Book(ImmutableArray<IssTrafficRecord> records, IssTrafficCrews crews, IssTrafficReference reference)
    {
        var names = records.SelectMany(r => IssTrafficCustomers.Customers(r, crews, reference).Concat(IssTrafficAgencies.Split(r.Operator)))
            .Distinct().OrderBy(n => n, StringComparer.Ordinal).ToList();
        var order = records.Select((r, i) => (r.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var first = crews.ByPerson.Select(rides => rides.MinBy(r => (order[r.Mission], r.Leg))!);
        return new(
            [
                new(new(IssTrafficReference.StationProgram), "Station program", OrganizationKind.Station, "America/Chicago", null),
                new(new(IssTrafficAgencies.OperatorDesk), "Operator desk", OrganizationKind.Operator, "Etc/UTC", null),
                .. names.Select(n => new Organization(IssTrafficAgencies.Id(n), n, IssTrafficAgencies.Kind(n), IssTrafficAgencies.Zone(n), null)),
            ],
            [
                .. first.Select(ride => Shown(ride, records[order[ride.Mission]].Name)),
                .. names.Select(n => new Person(
                    IssTrafficAgencies.Steward(n), $"Operator desk for {n}", new OrganizationId(IssTrafficAgencies.OperatorDesk), "Etc/UTC", null, [], [])),
            ]);
    }

    private static Person Shown(IssTrafficRide ride, string flight) => new(
        ride.Person, $"{(ride.Participant ? "Participant" : "Crew member")}, {(ride.Leg == Legs.Up ? "up" : "down")} on {flight}",
        ride.Agency.Length == 0 ? null : IssTrafficAgencies.Id(ride.Agency), IssTrafficAgencies.Zone(ride.Agency), null, [], []);
}
