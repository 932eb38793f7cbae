using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>In which range of liftoffs a flight is searched for a place.</summary>
internal static class Ranges
{
    private const long Open = Horizon.Never / 2;

    /// <summary>A flight without a plan: as wished, not in the past.</summary>
    public static LaunchRange Wished(Flight flight, long bound, PlanningRequest request)
    {
        var wish = flight.Wish;
        var floor = Math.Max(request.Now.Ticks(), bound);
        if (wish.Pins is { Launch: true }) return new(floor, wish.Launch.Ticks(), wish.Launch.Ticks(), wish.Launch.Ticks(), true);
        var earliest = wish.Earliest is { } from ? Math.Max(floor, from.Ticks()) : floor;
        return new(floor, earliest, wish.Latest is { } to ? to.Ticks() : Open, wish.Launch.Ticks(), true);
    }

    /// <summary>A flight that cannot stay where it stands: near there, not before it. One that stands past its wish already may go on.</summary>
    public static LaunchRange Pushed(Flight flight, long bound, PlanningRequest request)
    {
        var (wish, launch) = (flight.Wish, flight.Plan!.Launch.Ticks());
        var floor = Math.Max(request.Now.Ticks(), bound);
        if (wish.Pins is { Launch: true }) return new(floor, launch, launch, launch, true);
        var earliest = Math.Max(Math.Max(floor, launch), wish.Earliest?.Ticks() ?? launch);
        return new(floor, earliest, wish.Latest is { } to && to.Ticks() >= launch ? to.Ticks() : Open, launch, true);
    }

    /// <summary>A flight that has to move; where it is going matters more than how far it was willing to wait.</summary>
    public static LaunchRange Asked(FlightTarget target, long bound, PlanningRequest request)
    {
        var floor = Math.Max(request.Now.Ticks(), bound);
        var earliest = Math.Max(floor, target.NotBefore.Ticks());
        return new(floor, earliest, Open, Math.Max(earliest, target.Preferred.Ticks()), target.MaySwap);
    }

    /// <summary>A flight that gives way to one that matters more.</summary>
    public static LaunchRange Displaced(Flight flight, Standing was, PlanningRequest request) => flight.Plan is null
        ? Wished(flight, was.Job?.Floor ?? Horizon.Always, request)
        : Pushed(flight, was.Job?.Floor ?? Horizon.Always, request);
}
