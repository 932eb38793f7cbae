using OneFlight.Operations.Flights;
using OneFlight.Solvers.Scheduling;

namespace OneFlight.Operations.Campaigns.Planning;

/// <summary>The four anchors of a flight in ticks; never where there is none.</summary>
internal readonly record struct FlightTimes(long Launch, long Arrival, long Departure, long End)
{
    public static FlightTimes Of(FlightPlan plan) => new(plan.Launch.Ticks(), plan.Arrival.Ticks(), plan.Departure.Ticks(), plan.End.Ticks());

    /// <summary>The times of a wish when it lifts off at an instant.</summary>
    public static FlightTimes Of(FlightWish wish, long launch)
    {
        var stay = wish.Stay is { } length ? length.Ticks() : Horizon.Never;
        if (wish.Station is null) return new(launch, Horizon.Never, Horizon.Never, Horizon.Add(Horizon.Add(launch, stay), Math.Max(0, wish.TransitDown.Ticks())));
        var arrival = launch + wish.TransitUp.Ticks();
        var departure = Horizon.Add(arrival, stay);
        return new(launch, arrival, departure, Horizon.Add(departure, wish.TransitDown.Ticks()));
    }

    /// <summary>The instant an activity hangs on; a free flight's docking is its liftoff and its undocking its end. Never: it does not happen.</summary>
    public long At(Anchor anchor) => anchor switch
    {
        Anchor.Launch => Launch,
        Anchor.Arrival => Arrival < Horizon.Never ? Arrival : Launch,
        Anchor.Departure => Departure < Horizon.Never ? Departure : End,
        Anchor.End => End,
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, null),
    };
}
