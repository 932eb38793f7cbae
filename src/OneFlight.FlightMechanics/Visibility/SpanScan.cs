using System.Collections.Immutable;
using OneFlight.FlightMechanics.Time;

namespace OneFlight.FlightMechanics.Visibility;

/// <summary>Walks the grid of one search and collects its spans.</summary>
internal struct SpanScan<TSignal>(TSignal signal, Epoch from, double length) where TSignal : struct, ISignal
{
    private readonly ImmutableArray<EventSpan>.Builder spans = ImmutableArray.CreateBuilder<EventSpan>();
    private double? unknownFrom;
    private bool inside, startIsOpen;
    private double start, peak, peakValue;

    public void Begin(double value)
    {
        if (value > 0) Enter(0, open: true);
        Notice(0, value);
        if (double.IsNaN(value)) unknownFrom = 0;
    }

    /// <summary>The extreme that a grid point stands next to, where it matters: any peak, and a dip of what is positive.</summary>
    public readonly (double At, double Value)? Turn(double at, double step, double before, double here, double next)
    {
        if (here >= before && here >= next && (here > before || here > next)) return Refinement.Extreme(signal, at - step, at + step, highest: true);
        if (here > 0 && here <= before && here <= next && (here < before || here < next)) return Refinement.Extreme(signal, at - step, at + step, highest: false);
        return null;
    }

    /// <summary>One step of the grid, with the extremes found around its two ends.</summary>
    public void Step(double left, double right, double atLeft, double atRight, (double At, double Value)? leftTurn, (double At, double Value)? rightTurn)
    {
        if (double.IsNaN(atLeft) || double.IsNaN(atRight)) { Lost(left, right, atLeft, atRight); return; }
        Take(leftTurn, right, ref left, ref atLeft);
        Take(rightTurn, right, ref left, ref atLeft);
        Cross(left, right, atLeft, atRight);
        Notice(right, atRight);
    }

    public EventSearch Finish()
    {
        if (inside) Leave(length, open: true);
        return new(spans.ToImmutable(), unknownFrom is { } seconds ? from.AddSeconds(seconds) : null);
    }

    private void Take((double At, double Value)? turn, double right, ref double left, ref double atLeft)
    {
        if (turn is not { } found || double.IsNaN(found.Value) || !(found.At > left && found.At < right)) return;
        Cross(left, found.At, atLeft, found.Value);
        Notice(found.At, found.Value);
        (left, atLeft) = found;
    }

    private void Cross(double left, double right, double atLeft, double atRight)
    {
        if (atLeft > 0 == atRight > 0) return;
        var root = Refinement.Root(signal, left, right, atLeft, atRight);
        if (atRight > 0) Enter(root, open: false); else Leave(root, open: false);
    }

    private void Lost(double left, double right, double atLeft, double atRight)
    {
        if (double.IsNaN(atRight)) unknownFrom ??= double.IsNaN(atLeft) ? left : right;
        if (inside && double.IsNaN(atRight)) Leave(left, open: true);
        if (!double.IsNaN(atRight) && atRight > 0) Enter(right, open: true);
        Notice(right, atRight);
    }

    private void Enter(double at, bool open) => (inside, startIsOpen, start, peak, peakValue) = (true, open, at, at, double.NegativeInfinity);

    private void Leave(double at, bool open)
    {
        inside = false;
        spans.Add(new(from.AddSeconds(start), from.AddSeconds(at), startIsOpen, open, from.AddSeconds(peak), peakValue));
    }

    private void Notice(double at, double value)
    {
        if (inside && value > peakValue) (peak, peakValue) = (at, value);
    }
}
