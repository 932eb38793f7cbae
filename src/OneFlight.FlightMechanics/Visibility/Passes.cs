using System.Collections.Immutable;
using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Propagation;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>A span in which an object stands above the mask of a site.</summary>
/// <param name="Rise">Where it rises above the mask, or stands at the start of the search when <see cref="EventSpan.StartIsOpen"/>.</param>
/// <param name="Highest">Where it stands highest above the mask.</param>
/// <param name="Set">Where it sets below the mask, or stands at the end of the search when <see cref="EventSpan.EndIsOpen"/>.</param>
public readonly record struct Pass(EventSpan Span, LookAngles Rise, LookAngles Highest, LookAngles Set);

/// <summary>Passes in time order, and the first moment from which the object could not be propagated, if any.</summary>
public sealed record PassSearch(ImmutableArray<Pass> Passes, Epoch? UnknownFrom);

/// <summary>Finds passes over a site. An object that never sets gives one span open at both ends; one that never rises gives none.</summary>
public static class PassFinder
{
    /// <param name="shortestFeatureSeconds">No two extremes of the elevation lie closer; an eighth of the period when not given.</param>
    public static PassSearch Find(
        Sgp4Model model, GroundSite site, HorizonMask mask, EarthOrientation orientation, Epoch from, Epoch to, double? shortestFeatureSeconds = null)
    {
        var feature = shortestFeatureSeconds ?? 86_400 / model.Elements.MeanMotionRevolutionsPerDay / 8;
        var search = EventFinder.Positive(new HeightAboveMask(model, site, mask, orientation, from), from, to, feature);
        return new([.. search.Spans.Select(s => new Pass(s, Look(s.Start), Look(s.Peak), Look(s.End)))], search.UnknownFrom);

        LookAngles Look(Epoch at)
        {
            model.TryPropagate(at, out var state);
            return site.LookAt(state.ToItrf(orientation));
        }
    }

    private readonly struct HeightAboveMask(Sgp4Model model, GroundSite site, HorizonMask mask, EarthOrientation orientation, Epoch from) : ISignal
    {
        public double At(double seconds)
        {
            if (model.TryPropagate(from.AddSeconds(seconds), out var state) != Sgp4Error.None) return double.NaN;
            var look = site.LookAt(state.ToItrf(orientation));
            return look.ElevationDegrees - mask.ElevationAt(look.AzimuthDegrees);
        }
    }
}
