namespace OneFlight.Operations.Samples;

/// <summary>A small seeded generator whose numbers are the same on every machine and in every version.</summary>
/// <remarks>SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
internal sealed class SampleRandom(ulong seed)
{
    private readonly ulong origin = seed;
    private ulong state = seed;

    /// <summary>A generator of its own for one part, so that a change in one part does not move the others.</summary>
    public SampleRandom Fork(ulong part) => new(Mix(origin ^ Mix(part + 0x9E3779B97F4A7C15)));

    /// <summary>A whole number from zero, below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number between the two.</summary>
    public double Between(double low, double high) => low + ((high - low) * ((Next() >> 11) * (1.0 / (1UL << 53))));

    public bool Chance(double probability) => Between(0, 1) < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>The same things in a drawn order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> things)
    {
        var list = things.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list;
    }

    /// <summary>Weights in hundredths that sum to one.</summary>
    public double[] Weights(int count)
    {
        var drawn = Enumerable.Range(0, count).Select(_ => Between(1, 3)).ToArray();
        var hundredths = drawn.Select(d => (int)Math.Floor(100 * d / drawn.Sum())).ToArray();
        for (var i = 0; hundredths.Sum() < 100; i++) hundredths[i % count]++;
        return [.. hundredths.Select(h => h / 100.0)];
    }

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
