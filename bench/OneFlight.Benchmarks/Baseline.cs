using System.Diagnostics;

namespace OneFlight.Benchmarks;

/// <summary>A fixed piece of work, so that figures of noisy machines can be compared as ratios: sorting two million longs.</summary>
internal static class Baseline
{
    /// <summary>Median milliseconds of five runs, now, on this machine.</summary>
    public static double Milliseconds()
    {
        var times = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            var numbers = new long[2_000_000];
            var state = 88172645463325252UL;
            for (var i = 0; i < numbers.Length; i++)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                numbers[i] = (long)state;
            }
            var clock = Stopwatch.StartNew();
            Array.Sort(numbers);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        return Figures.Percentile(times, 0.5);
    }
}
