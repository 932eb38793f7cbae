using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Cargo;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Samples;

/// <summary>Makes a plainly fictional operator's year: the same seed and size give the same campaign.</summary>
/// <remarks>Wishes only; the planner makes the plan. How capacities come about is told in <c>data/samples-README.md</c>.</remarks>
public static class OperatorYear
{
    /// <summary>"Now" of the sample.</summary>
    public static readonly Instant AsOf = Instant.FromUtc(2027, 2, 18, 14, 32);

    /// <summary>An instant before the first activity: planning from here places every flight, also those flown by <see cref="AsOf"/>.</summary>
    public static readonly Instant PlannedFrom = Instant.FromUtc(2024, 12, 1, 0, 0);

    /// <param name="flights">How many, of which about a ninth go to stations with crew, four ninths are free flights and four ninths cargo.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one flight, or more than a hundred thousand.</exception>
    public static Campaign Generate(int seed, int flights, SampleReference reference)
    {
        if (flights is < 1 or > 100_000) throw new ArgumentOutOfRangeException(nameof(flights), flights, "A sample has 1 to 100,000 flights.");
        var random = new SampleRandom(unchecked((ulong)seed));
        var schedule = SampleSchedule.Make(SampleMix.Of(flights), reference, random.Fork(1));
        var fleet = SampleFleet.Make(schedule, reference.Templates.Resources);
        var crews = SampleCrews.Make(schedule, random.Fork(2));
        var crowded = SampleCrowding.Wishes(schedule);
        var customers = SampleCustomers.Make(schedule, crews, reference, random.Fork(3));

        return Campaign.Empty(new("operator-year"), "Operator year 2027") with
        {
            AsOf = AsOf,
            Notice = string.Create(CultureInfo.InvariantCulture,
                $"Fictional: the operator, its stations, customers and people are made up (seed {seed}, {flights} flights). Promises are samples from the catalogue."),
            Fleet = fleet,
            People = crews.People.Book(),
            Templates = [.. reference.Templates.Templates.Select(t => t.Template)],
            Rules = [.. reference.Rules.Select(r => r.Rule)],
            Flights = [.. schedule.Select((flight, i) => Flight(flight, crowded.GetValueOrDefault(flight.Id, flight.Launch), crews.Seats[i], random.Fork(1000 + (ulong)i)))],
            Missions = customers.Missions,
            Promises = customers.Promises,
            Cargo = customers.Cargo,
        };
    }

    private static Flight Flight(SampleFlight flight, Instant wanted, ImmutableArray<Seat> seats, SampleRandom random)
    {
        var late = flight.Kind == FlightKind.CrewRotation ? random.Between(10, 21) : random.Between(21, 60);
        return new(
            flight.Id, flight.Id.Value, flight.Kind, flight.Template.Template.Id,
            new(wanted, wanted - Duration.FromHours((random.Below(8) * 12) + 36), wanted + Duration.FromDays(Math.Round(late)), flight.Stay,
                flight.TransitUp, flight.TransitDown, flight.Station is { } station ? new(SampleStations.Id(station)) : null,
                [SampleFleet.TypeOf(flight.Kind).Id], [], [], []),
            seats, Plan: null);
    }
}
