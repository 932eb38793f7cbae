using System.Collections.Immutable;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>A quantity that changes with time and whose sign is of interest; a value, so that the finder calls it directly.</summary>
public interface ISignal
{
    /// <summary>The quantity this many seconds after the start of the search; not a number where it cannot be told.</summary>
    double At(double seconds);
}

/// <summary>A span in which the quantity is positive.</summary>
/// <param name="StartIsOpen">The span was already running when the search began (or the quantity became known); <paramref name="Start"/> is that bound.</param>
/// <param name="EndIsOpen">The span was still running when the search ended (or the quantity was lost); <paramref name="End"/> is that bound.</param>
/// <param name="Peak">When the quantity was largest inside the span.</param>
/// <param name="PeakValue">The largest value, in the unit of the signal.</param>
public readonly record struct EventSpan(Epoch Start, Epoch End, bool StartIsOpen, bool EndIsOpen, Epoch Peak, double PeakValue);

/// <summary>Spans found in time order, and the first moment at which the quantity could not be told, if any.</summary>
public sealed record EventSearch(ImmutableArray<EventSpan> Spans, Epoch? UnknownFrom);

/// <summary>Finds when a quantity is positive: a grid fine enough for the shortest feature, then safeguarded refinement of roots and extremes.</summary>
/// <remarks>A span or gap may be much shorter than the feature as long as the quantity has no second extreme within it: the extreme itself is
/// refined, so that grazing events are found.</remarks>
public static class EventFinder
{
    /// <param name="signal">The quantity.</param>
    /// <param name="from">Start of the search, from which the signal counts its seconds.</param>
    /// <param name="to">End of the search.</param>
    /// <param name="shortestFeatureSeconds">No two extremes of the quantity lie closer than this; the grid is half of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The search ends before it starts, or the feature is not positive.</exception>
    public static EventSearch Positive<TSignal>(TSignal signal, Epoch from, Epoch to, double shortestFeatureSeconds) where TSignal : struct, ISignal
    {
        var length = to.SecondsSince(from);
        if (!(length > 0)) throw new ArgumentOutOfRangeException(nameof(to), "A search ends after it starts.");
        if (!(shortestFeatureSeconds > 0)) throw new ArgumentOutOfRangeException(nameof(shortestFeatureSeconds), "A feature has a positive length.");

        var scan = new SpanScan<TSignal>(signal, from, length);
        var count = (int)Math.Ceiling(2 * length / shortestFeatureSeconds);
        var step = length / count;
        // One step beyond both ends shows an extreme that lies inside the first or last step.
        var (before, here, next) = (signal.At(-step), signal.At(0), signal.At(step));
        scan.Begin(here);
        var turn = scan.Turn(0, step, before, here, next);
        for (var i = 1; i <= count; i++)
        {
            var at = i == count ? length : i * step;
            (before, here, next) = (here, next, signal.At((i + 1) * step));
            var nextTurn = scan.Turn(at, step, before, here, next);
            scan.Step(at - step, at, before, here, turn, nextTurn);
            turn = nextTurn;
        }
        return scan.Finish();
    }
}
