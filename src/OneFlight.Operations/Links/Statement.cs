namespace OneFlight.Operations.Links;

/// <summary>The judged state of one thing in one plan. Two plans differ in a thing exactly when these values differ.</summary>
/// <remarks>A capability derives its own record; record equality is the comparison. Hold only what a person would call the state.</remarks>
public abstract record StateValue
{
    /// <summary>For people: short, with unit and zone, such as "21 Mar 2027 09:14 UTC".</summary>
    public abstract string Text { get; }
}

/// <summary>Says that the effect's state depends on the cause's, and why, in words that read on from the cause.</summary>
/// <param name="Reason">Short and lower case: "launch date moves the quarantine", "holds the same port".</param>
public sealed record Link(ThingId Cause, ThingId Effect, string Reason);

/// <summary>One thing with its name for people and its state.</summary>
public sealed record StatedThing(ThingId Id, string Name, StateValue Value);

/// <summary>Everything that all capabilities say about one plan: the state of each thing, and what each depends on.</summary>
/// <remarks>Kept in parts. A part that two statements share was stated from the same immutable value, so nothing in it differs.</remarks>
public sealed class Statement
{
    internal Statement(IReadOnlyList<StatementPart> parts) => Parts = parts;

    /// <summary>The parts; no thing is in two of them.</summary>
    public IReadOnlyList<StatementPart> Parts { get; }

    /// <summary>All stated things, in no promised order.</summary>
    public IEnumerable<StatedThing> Things => Parts.SelectMany(p => p.Things.Values);

    /// <summary>The thing, or null when this plan does not have it.</summary>
    public StatedThing? Find(ThingId id)
    {
        foreach (var part in Parts)
            if (part.Things.TryGetValue(id, out var thing)) return thing;
        return null;
    }

    /// <summary>What depends directly on the thing, in the order it was stated.</summary>
    public IEnumerable<Link> EffectsOf(ThingId cause)
    {
        foreach (var part in Parts)
            if (part.Effects.TryGetValue(cause, out var links))
                foreach (var link in links) yield return link;
    }

    /// <summary>Every link of every part.</summary>
    public IEnumerable<Link> Links => Parts.SelectMany(p => p.Effects.Values).SelectMany(l => l);
}

/// <summary>Some things of a statement and the links stated with them.</summary>
public sealed class StatementPart
{
    internal Dictionary<ThingId, StatedThing> Stated { get; } = [];

    internal Dictionary<ThingId, List<Link>> Linked { get; } = [];

    public IReadOnlyDictionary<ThingId, StatedThing> Things => Stated;

    public IReadOnlyDictionary<ThingId, List<Link>> Effects => Linked;
}

/// <summary>Collects what the capabilities state about one plan; lives only while a <see cref="Statement"/> is made.</summary>
public sealed class StatementBuilder
{
    private readonly StatementPart part = new();
    private readonly List<StatementPart> shared = [];

    /// <summary>States a thing. Each thing is stated once, by the capability that owns it.</summary>
    /// <exception cref="InvalidOperationException">The thing is already stated.</exception>
    public void State(ThingId id, string name, StateValue value)
    {
        if (!part.Stated.TryAdd(id, new(id, name, value))) throw new InvalidOperationException($"{id} is stated twice.");
    }

    /// <summary>Links two things; a thing that is linked but never stated is passed over when impact is walked.</summary>
    public void Link(ThingId cause, ThingId effect, string reason)
    {
        if (!part.Linked.TryGetValue(cause, out var links)) part.Linked.Add(cause, links = new(4));
        links.Add(new(cause, effect, reason));
    }

    /// <summary>States what follows from some immutable values alone. The same values are stated once and the part is shared by every
    /// statement, which makes statements of plans that differ little cheap to make and to compare.</summary>
    /// <param name="before">The capability's own memory: two capabilities may state from the same value.</param>
    /// <param name="from">Compared by reference, as are <paramref name="also"/>; nothing else may enter the statement.</param>
    /// <exception cref="InvalidOperationException"><paramref name="state"/> asks for a shared part itself.</exception>
    public void Once(StatedBefore before, object from, object?[] also, Action<StatementBuilder> state) =>
        shared.Add(before.PartOf(from, also, state));

    /// <summary>What was stated, as one part.</summary>
    internal StatementPart Whole() => shared.Count == 0 ? part : throw new InvalidOperationException("A shared part holds no other.");

    public Statement Build() => new([part, .. shared]);
}

/// <summary>How a capability joins the one answer: it states its things and their links in a plan.</summary>
public delegate void StateThings<in TPlan>(TPlan plan, StatementBuilder statement);
