namespace OneFlight.FlightMechanics.Visibility;

/// <summary>Roots and extremes inside a bracket; both always end, whatever the signal does.</summary>
internal static class Refinement
{
    private const double Seconds = 1e-6;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Where the sign changes: false position after Illinois, held to bisection when it is slow.</summary>
    public static double Root<TSignal>(TSignal signal, double left, double right, double atLeft, double atRight) where TSignal : struct, ISignal
    {
        var side = 0;
        for (var i = 0; i < 100 && right - left > Seconds; i++)
        {
            var at = i % 8 == 7 ? (left + right) / 2 : ((left * atRight) - (right * atLeft)) / (atRight - atLeft);
            if (!(at > left && at < right)) at = (left + right) / 2;
            var value = signal.At(at);
            if (value == 0) return at;
            if (value > 0 == atRight > 0)
            {
                (right, atRight) = (at, value);
                if (side == 1) atLeft /= 2;
                side = 1;
            }
            else
            {
                (left, atLeft) = (at, value);
                if (side == -1) atRight /= 2;
                side = -1;
            }
        }
        return (left + right) / 2;
    }

    /// <summary>The highest or lowest point: golden section down to what the rounding of the signal can tell, then a parabola through it.</summary>
    public static (double At, double Value) Extreme<TSignal>(TSignal signal, double left, double right, bool highest) where TSignal : struct, ISignal
    {
        var sign = highest ? 1.0 : -1.0;
        var (low, high) = (right - (Golden * (right - left)), left + (Golden * (right - left)));
        var (atLow, atHigh) = (sign * signal.At(low), sign * signal.At(high));
        while (right - left > 0.05)
        {
            if (atLow > atHigh)
            {
                (right, high, atHigh) = (high, low, atLow);
                low = right - (Golden * (right - left));
                atLow = sign * signal.At(low);
            }
            else
            {
                (left, low, atLow) = (low, high, atHigh);
                high = left + (Golden * (right - left));
                atHigh = sign * signal.At(high);
            }
        }

        // Half a second to each side the curve stands clear of its rounding.
        var middle = (left + right) / 2;
        var (a, b, c) = (sign * signal.At(middle - 0.5), sign * signal.At(middle), sign * signal.At(middle + 0.5));
        var bend = a - (2 * b) + c;
        var at = bend < 0 ? middle + Math.Clamp(0.25 * (a - c) / bend, -0.5, 0.5) : middle;
        return (at, signal.At(at));
    }
}
