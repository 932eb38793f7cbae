using OneFlight.FlightMechanics.Propagation;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>Finds when an object is in the Earth's shadow, by the model of <see cref="Shadow"/>.</summary>
public static class EclipseFinder
{
    /// <summary>Spans without any direct sunlight.</summary>
    public static EventSearch Umbra(Sgp4Model model, Epoch from, Epoch to) => Find(model, from, to, umbra: true);

    /// <summary>Spans in which at least a part of the Sun is hidden; each umbra lies inside one of these.</summary>
    public static EventSearch Penumbra(Sgp4Model model, Epoch from, Epoch to) => Find(model, from, to, umbra: false);

    /// <summary>The depth has one peak and one dip each revolution, half a revolution apart: the grid is an eighth of the period.</summary>
    private static EventSearch Find(Sgp4Model model, Epoch from, Epoch to, bool umbra) =>
        EventFinder.Positive(new Depth(model, from, umbra), from, to, 86_400 / model.Elements.MeanMotionRevolutionsPerDay / 4);

    private readonly struct Depth(Sgp4Model model, Epoch from, bool umbra) : ISignal
    {
        public double At(double seconds)
        {
            if (model.TryPropagate(from.AddSeconds(seconds), out var state) != Sgp4Error.None) return double.NaN;
            var sunKm = Sun.PositionTemeKm(state.Epoch);
            return umbra ? Shadow.UmbraDepth(state.PositionKm, sunKm) : Shadow.PenumbraDepth(state.PositionKm, sunKm);
        }
    }
}
