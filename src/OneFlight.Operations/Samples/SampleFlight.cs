using NodaTime;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>A flight at its nominal times, before people and customers come to it.</summary>
/// <param name="Station">Index of the station; null: a free flight.</param>
/// <param name="Stay">Docked, or from liftoff to landing on a free flight.</param>
internal sealed record SampleFlight(FlightId Id, FlightKind Kind, int Number, NominalTemplate Template, int? Station, Instant Launch, Duration Stay)
{
    public Duration TransitUp => Station is null ? Duration.Zero : Template.Anchors[Anchor.Arrival];
    public Duration TransitDown => Station is null ? Duration.Zero : Template.Anchors[Anchor.End] - Template.Anchors[Anchor.Departure];
    public Instant Arrival => Launch + TransitUp;
    public Instant Departure => Arrival + Stay;
    public Instant End => Departure + TransitDown;

    /// <summary>The nominal time of an activity.</summary>
    public Interval At(ActivityTemplate activity)
    {
        var anchor = activity.Anchor switch { Anchor.Launch => Launch, Anchor.Arrival => Arrival, Anchor.Departure => Departure, _ => End };
        return new(anchor + activity.Offset, anchor + activity.Offset + activity.Duration);
    }

    /// <summary>The nominal time of the activity with this stem; null when the template has none.</summary>
    public Interval? At(string stem) => Template.Template.Activities.FirstOrDefault(a => a.Id.Stem == stem) is { } activity ? At(activity) : null;
}
