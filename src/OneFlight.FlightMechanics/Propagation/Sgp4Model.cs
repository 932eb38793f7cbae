using System.Collections.Immutable;
using OneFlight.FlightMechanics.Frames;
using OneFlight.FlightMechanics.Orbits;
using OneFlight.FlightMechanics.Time;
using OneFlight.Primitives;

namespace OneFlight.FlightMechanics.Propagation;

/// <summary>SGP4 and SDP4 for one element set: immutable, holds no state between calls, safe for any number of threads.</summary>
/// <remarks>Source: Hoots and Roehrich, Spacetrack Report #3 (1980); Vallado, Crawford, Hujsak, Kelso, Revisiting Spacetrack Report #3,
/// AIAA 2006-6753, in its improved mode with WGS-72.</remarks>
public sealed class Sgp4Model
{
    private const double DegreesToRadians = Math.PI / 180;

    private readonly NearEarth orbit;
    private readonly DeepSpace deepSpace;

    private Sgp4Model(MeanElements elements, in NearEarth orbit, in DeepSpace deepSpace, bool isDeepSpace) =>
        (Elements, this.orbit, this.deepSpace, IsDeepSpace) = (elements, orbit, deepSpace, isDeepSpace);

    /// <summary>The set that this was made from.</summary>
    public MeanElements Elements { get; }

    /// <summary>True when the period is 225 minutes or more, so that Sun, Moon and resonance are in.</summary>
    public bool IsDeepSpace { get; }

    /// <summary>Prepares the constants, or refuses elements that are no orbit.</summary>
    public static Result<Sgp4Model> From(MeanElements elements)
    {
        var problems = Check(elements);
        if (!problems.IsEmpty) return problems;

        var (midnight, fraction) = elements.EpochUtc.JulianDate;
        var orbit = new NearEarth(
            elements.BStarPerEarthRadius, elements.Eccentricity, elements.InclinationDegrees * DegreesToRadians, elements.AscendingNodeDegrees * DegreesToRadians,
            elements.ArgumentOfPerigeeDegrees * DegreesToRadians, elements.MeanAnomalyDegrees * DegreesToRadians,
            elements.MeanMotionRevolutionsPerDay * Math.Tau / 1440);
        var isDeepSpace = Math.Tau / orbit.MeanMotion >= 225;
        var deepSpace = isDeepSpace ? new DeepSpace(orbit, midnight - 2_415_020 + fraction, SiderealTime.Radians(midnight, fraction)) : default;
        return new Sgp4Model(elements, orbit, deepSpace, isDeepSpace);
    }

    /// <summary>The state this many minutes after the epoch of the elements; negative is before.</summary>
    /// <param name="minutes">Elapsed minutes; not a number gives <see cref="Sgp4Error.MeanMotion"/>.</param>
    /// <param name="state">The state; zero when there is an error, except that a decayed object still shows where the theory puts it.</param>
    public Sgp4Error TryPropagate(double minutes, out State<Teme> state)
    {
        var error = Propagate(minutes, out var positionKm, out var velocityKmPerSecond);
        state = new(double.IsFinite(minutes) && Math.Abs(minutes) < 1e10 ? Elements.Epoch.AddSeconds(minutes * 60) : Elements.Epoch, positionKm, velocityKmPerSecond);
        return error;
    }

    /// <summary>The state at a moment.</summary>
    public Sgp4Error TryPropagate(Epoch at, out State<Teme> state)
    {
        var error = Propagate(at.SecondsSince(Elements.Epoch) / 60, out var positionKm, out var velocityKmPerSecond);
        state = new(at, positionKm, velocityKmPerSecond);
        return error;
    }

    internal Sgp4Error Propagate(double minutes, out Vector positionKm, out Vector velocityKmPerSecond)
    {
        (positionKm, velocityKmPerSecond) = (default, default);
        if (!double.IsFinite(minutes)) return Sgp4Error.MeanMotion;
        var t = minutes;
        var t2 = t * t;
        var anomaly = orbit.Anomaly + (orbit.AnomalyRate * t);
        var at = new Elements
        {
            MeanMotion = orbit.MeanMotion,
            Eccentricity = orbit.Eccentricity,
            Inclination = orbit.Inclination,
            Perigee = orbit.Perigee + (orbit.PerigeeRate * t),
            Node = orbit.Node + (orbit.NodeRate * t) + (orbit.NodeDrag * t2),
            Anomaly = anomaly,
        };
        var axisDrag = 1 - (orbit.C1 * t);
        var eccentricityDrag = orbit.BStar * orbit.C4 * t;
        var longitudeDrag = orbit.T2 * t2;
        if (!orbit.Simple)
        {
            var shift = (orbit.PerigeeDrag * t) + (orbit.AnomalyDrag * (NearEarth.Cube(1 + (orbit.Eta * Math.Cos(anomaly))) - orbit.AnomalyDragAtEpoch));
            at.Anomaly += shift;
            at.Perigee -= shift;
            axisDrag -= t2 * (orbit.D2 + (t * (orbit.D3 + (t * orbit.D4))));
            eccentricityDrag += orbit.BStar * orbit.C5 * (Math.Sin(at.Anomaly) - orbit.SinAnomalyAtEpoch);
            longitudeDrag += t2 * t * (orbit.T3 + (t * (orbit.T4 + (t * orbit.T5))));
        }
        if (IsDeepSpace) deepSpace.AddSecular(t, ref at);
        if (!(at.MeanMotion > 0)) return Sgp4Error.MeanMotion;

        var semiMajorAxis = Math.Pow(Wgs72.Ke / at.MeanMotion, 2.0 / 3) * axisDrag * axisDrag;
        at.MeanMotion = Wgs72.Ke / (semiMajorAxis * Math.Sqrt(semiMajorAxis));
        at.Eccentricity -= eccentricityDrag;
        if (!(at.Eccentricity < 1 && at.Eccentricity >= -0.001)) return Sgp4Error.MeanEccentricity;
        at.Eccentricity = Math.Max(at.Eccentricity, 1e-6);
        at.Anomaly += orbit.MeanMotion * longitudeDrag;
        var longitude = (at.Anomaly + at.Perigee + at.Node) % Math.Tau;
        at.Node %= Math.Tau;
        at.Perigee %= Math.Tau;
        at.Anomaly = (longitude - at.Perigee - at.Node) % Math.Tau;

        if (IsDeepSpace)
        {
            deepSpace.AddPeriodics(t, ref at);
            if (at.Inclination < 0) (at.Inclination, at.Node, at.Perigee) = (-at.Inclination, at.Node + Math.PI, at.Perigee - Math.PI);
            if (!(at.Eccentricity >= 0 && at.Eccentricity <= 1)) return Sgp4Error.PerturbedEccentricity;
        }
        return ShortPeriod.ToState(
            semiMajorAxis, at.MeanMotion, at.Eccentricity, at.Inclination, at.Perigee, at.Node, at.Anomaly, out positionKm, out velocityKmPerSecond);
    }

    private static ImmutableArray<Problem> Check(MeanElements elements)
    {
        var thing = $"elements of {elements.CatalogNumber}";
        var problems = ImmutableArray.CreateBuilder<Problem>();
        Require("mean motion", elements.MeanMotionRevolutionsPerDay, elements.MeanMotionRevolutionsPerDay is > 0 and < 20, "revolutions per day above 0 and below 20");
        Require("eccentricity", elements.Eccentricity, elements.Eccentricity is >= 0 and < 1, "from 0 to below 1");
        Require("inclination", elements.InclinationDegrees, elements.InclinationDegrees is >= 0 and <= 180, "degrees from 0 to 180");
        Require("ascending node", elements.AscendingNodeDegrees, double.IsFinite(elements.AscendingNodeDegrees), "degrees");
        Require("argument of perigee", elements.ArgumentOfPerigeeDegrees, double.IsFinite(elements.ArgumentOfPerigeeDegrees), "degrees");
        Require("mean anomaly", elements.MeanAnomalyDegrees, double.IsFinite(elements.MeanAnomalyDegrees), "degrees");
        Require("drag term", elements.BStarPerEarthRadius, double.IsFinite(elements.BStarPerEarthRadius), "a number");
        return problems.ToImmutable();

        void Require(string field, double found, bool holds, string expected)
        {
            if (!holds) problems.Add(new("no-orbit", Place.Of($"{thing}, {field}"), found.ToString("R", System.Globalization.CultureInfo.InvariantCulture), expected));
        }
    }
}
