namespace OneFlight.Operations.Links;

/// <summary>Names anything that can be touched: a flight, a port, a promise. Written <c>kind:id</c>.</summary>
/// <param name="Kind">Lower case, singular: <c>flight</c>, <c>promise</c>. Each capability lists its own kinds.</param>
/// <param name="Id">The id within the kind, as in the campaign file.</param>
public readonly record struct ThingId(string Kind, string Id) : IComparable<ThingId>
{
    /// <summary>Reads <c>kind:id</c>; null when there is no colon.</summary>
    public static ThingId? Parse(string text) => text.IndexOf(':') is > 0 and var at ? new(text[..at], text[(at + 1)..]) : null;

    /// <inheritdoc/>
    public int CompareTo(ThingId other) =>
        string.CompareOrdinal(Kind, other.Kind) is not 0 and var byKind ? byKind : string.CompareOrdinal(Id, other.Id);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Id}";
}
