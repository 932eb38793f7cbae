using System.Collections.Immutable;

namespace OneFlight.Storage.Plans;

/// <summary>Gives list items numbers that rise along the list and stay as they were where possible, so that putting one item in between
/// does not store its neighbors anew.</summary>
internal static class Places
{
    private const long Step = 1 << 20;

    /// <param name="before">The number each item had; null: it is new.</param>
    public static ImmutableArray<long> Assign(ImmutableArray<long?> before)
    {
        var places = ImmutableArray.CreateBuilder<long>(before.Length);
        var next = NextKept(before);
        var last = 0L;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] is { } kept && kept > last && kept <= next[i]) last = kept;
            else last = next[i] is long.MaxValue ? last + Step : last + Math.Max(1, (next[i] - last) / 2);
            places.Add(last);
        }
        return places.MoveToImmutable();
    }

    /// <summary>For each item the smallest number from it to the end of the list: passing it would force a later item to move.</summary>
    private static long[] NextKept(ImmutableArray<long?> before)
    {
        var next = new long[before.Length];
        var smallest = long.MaxValue;
        for (var i = before.Length - 1; i >= 0; i--)
        {
            next[i] = smallest = Math.Min(smallest, before[i] ?? long.MaxValue);
        }
        return next;
    }
}
