using System.Collections.Immutable;
using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Propagation;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>The side of the ground track, looking along it, on which a place is seen.</summary>
public enum WindowSide { Left, Right }

/// <summary>A flight past a place.</summary>
/// <param name="Span">While the sub-point is within the asked distance; its peak is the closest moment, its value the kilometers to spare.</param>
/// <param name="DistanceKm">From the place to the closest sub-point, along the ground.</param>
/// <param name="SubPoint">Where the vehicle is at the closest moment.</param>
/// <param name="NadirDegrees">Angle from straight down to the place, seen from the vehicle at the closest moment.</param>
/// <param name="SunElevationDegrees">Height of the Sun's center at the place, without refraction.</param>
public readonly record struct Overflight(
    EventSpan Span, double DistanceKm, GeodeticPlace SubPoint, WindowSide Side, double NadirDegrees, double SunElevationDegrees)
{
    /// <summary>True when the Sun is up at the place.</summary>
    public bool InDaylight => SunElevationDegrees > 0;
}

/// <summary>Overflights in time order, and the first moment from which the object could not be propagated, if any.</summary>
public sealed record OverflightSearch(ImmutableArray<Overflight> Overflights, Epoch? UnknownFrom);

/// <summary>Finds when the ground track comes close to a place.</summary>
public static class OverflightFinder
{
    /// <param name="withinKm">Largest distance along the ground from the place to the sub-point.</param>
    public static OverflightSearch Find(Sgp4Model model, GroundSite site, double withinKm, EarthOrientation orientation, Epoch from, Epoch to)
    {
        var feature = 86_400 / model.Elements.MeanMotionRevolutionsPerDay / 8;
        var search = EventFinder.Positive(new KilometersToSpare(model, site.Place, withinKm, orientation, from), from, to, feature);
        return new([.. search.Spans.Select(Describe)], search.UnknownFrom);

        Overflight Describe(EventSpan span)
        {
            model.TryPropagate(span.Peak, out var teme);
            var state = teme.ToItrf(orientation);
            var toPlace = site.Place.ToItrfKm() - state.PositionKm;
            // Over the turning Earth the track follows the Earth-fixed velocity; its left is up × ahead.
            var left = state.PositionKm.Cross(state.VelocityKmPerSecond);
            var down = Math.Atan2(state.PositionKm.Cross(toPlace).Length, -state.PositionKm.Dot(toPlace)) / Angles.Degree;
            var sun = new State<Teme>(span.Peak, Sun.PositionTemeKm(span.Peak), default).ToItrf(orientation);
            return new(span, withinKm - span.PeakValue, GeodeticPlace.Below(state), left.Dot(toPlace) > 0 ? WindowSide.Left : WindowSide.Right,
                down, site.LookAt(sun).ElevationDegrees);
        }
    }

    private readonly struct KilometersToSpare(Sgp4Model model, GeodeticPlace place, double withinKm, EarthOrientation orientation, Epoch from) : ISignal
    {
        public double At(double seconds) => model.TryPropagate(from.AddSeconds(seconds), out var state) == Sgp4Error.None
            ? withinKm - Geodesic.DistanceKm(place, GeodeticPlace.Below(state.ToItrf(orientation)))
            : double.NaN;
    }
}
