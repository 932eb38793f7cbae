using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.People;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Samples;

/// <summary>What customers want of the flights, what they were promised, and what they send.</summary>
internal sealed record SampleCustomers(ImmutableArray<CustomerMission> Missions, ImmutableArray<Promise> Promises, ImmutableArray<CargoItem> Cargo)
{
    public static SampleCustomers Make(List<SampleFlight> schedule, SampleCrews crews, SampleReference reference, SampleRandom random)
    {
        var missions = ImmutableArray.CreateBuilder<CustomerMission>();
        var promises = ImmutableArray.CreateBuilder<Promise>();
        var cargo = ImmutableArray.CreateBuilder<CargoItem>();
        var (words, drawn) = (new SampleSuccess(random.Fork(1)), new SamplePromises(reference));
        var groups = new SampleGroups(crews, words);
        for (var i = 0; i < schedule.Count; i++)
        {
            var (flight, own) = (schedule[i], random.Fork(100 + (ulong)i));
            var items = new SampleCargo(flight, own.Fork(1));
            foreach (var (wanted, number) in groups.Of(flight, crews.Seats[i], own).Select((wanted, n) => (wanted, n + 1)))
            {
                var mission = Mission(wanted, flight, number, crews, words.Criteria(wanted.Kind), missions.Count, own);
                missions.Add(mission);
                promises.AddRange(drawn.Of(mission, flight, Teller(mission, crews), Hearer(mission, crews.People), own));
                cargo.AddRange(items.Of(mission));
            }
        }
        return new(missions.ToImmutable(), promises.ToImmutable(), cargo.ToImmutable());
    }

    private static CustomerMission Mission(
        SampleGroup wanted, SampleFlight flight, int number, SampleCrews crews, ImmutableArray<SuccessCriterion> criteria, int before, SampleRandom random)
    {
        // One mission in two hundred has no steward yet, and one in twelve a steward who has not accepted.
        PersonId? steward = before % 200 == 77 ? null : crews.Stewards[(before / 3) % crews.Stewards.Length];
        return new(
            new(string.Create(CultureInfo.InvariantCulture, $"{flight.Id}-M{number}")), wanted.Name, wanted.Kind, flight.Id, wanted.Customer, wanted.Participant, wanted.Broker,
            wanted.Posture, steward, steward is not null && !random.Chance(1 / 12.0), wanted.Success, criteria, wanted.Family, Sample: true);
    }

    /// <summary>Who said it: the steward's desk, or the broker where one sold it.</summary>
    private static string Teller(CustomerMission mission, SampleCrews crews) =>
        mission.Broker is { } broker ? crews.People[broker].Name
        : mission.Steward is { } steward ? crews.People[steward].ShownAs
        : crews.People[crews.Organizations.Operator].Name;

    /// <summary>To whom; a silent person only by alias.</summary>
    private static string Hearer(CustomerMission mission, SamplePeople people) =>
        mission.Participant is { } participant ? people[participant].PublicName : people[mission.Customer!.Value].Name;
}
