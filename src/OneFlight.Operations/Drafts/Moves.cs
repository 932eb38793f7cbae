using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Drafts;

/// <summary>A flight whose liftoff, vehicle, pad or port differs between two plans, or that came in or went.</summary>
/// <param name="By">How far the liftoff moves; zero where only vehicle, pad or port differ, or there is no date on one side.</param>
public sealed record Move(FlightId Flight, FlightPlan? Before, FlightPlan? After, Duration By);

/// <summary>Compares where flights stand in two plans.</summary>
public static class Moves
{
    /// <summary>In order of the new liftoff, then id.</summary>
    public static ImmutableArray<Move> Between(Campaign before, Campaign after)
    {
        var was = before.Flights.ToDictionary(f => f.Id);
        var moves = ImmutableArray.CreateBuilder<Move>();
        foreach (var flight in after.Flights)
        {
            var old = was.GetValueOrDefault(flight.Id);
            if (ReferenceEquals(old?.Plan, flight.Plan) && old is not null) continue;
            if (old is not null && Same(old.Plan, flight.Plan)) continue;
            var by = old?.Plan is { } from && flight.Plan is { } to ? to.Launch - from.Launch : Duration.Zero;
            moves.Add(new(flight.Id, old?.Plan, flight.Plan, by));
        }
        return [.. moves.OrderBy(m => m.After?.Launch ?? m.Before?.Launch ?? Instant.MaxValue).ThenBy(m => m.Flight.Value, StringComparer.Ordinal)];
    }

    private static bool Same(FlightPlan? a, FlightPlan? b) => (a, b) switch
    {
        (null, null) => true,
        ({ } x, { } y) => x.Launch == y.Launch && x.Vehicle == y.Vehicle && x.Pad == y.Pad && x.Stays.SequenceEqual(y.Stays),
        _ => false,
    };
}
