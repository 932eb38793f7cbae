using System.Runtime.CompilerServices;

namespace OneFlight.Operations.Links;

/// <summary>What one capability stated before, with everything it was stated from; a static of that capability.</summary>
/// <remarks>Safe for many statements at once: a part is entered when it is whole and never changes after; two that state the same value
/// at the same time make equal parts, and either may stay. Weak: a value that nobody holds is forgotten.</remarks>
public sealed class StatedBefore
{
    private readonly ConditionalWeakTable<object, Entry> entries = [];

    internal StatementPart PartOf(object from, object?[] also, Action<StatementBuilder> state)
    {
        if (entries.TryGetValue(from, out var known) && Same(known.Also, also)) return known.Part;
        var own = new StatementBuilder();
        state(own);
        var entry = new Entry(also, own.Whole());
        entries.AddOrUpdate(from, entry);
        return entry.Part;
    }

    private static bool Same(object?[] a, object?[] b)
    {
        if (a.Length != b.Length) return false;
        for (var i = 0; i < a.Length; i++)
            if (!ReferenceEquals(a[i], b[i])) return false;
        return true;
    }

    private sealed record Entry(object?[] Also, StatementPart Part);
}
