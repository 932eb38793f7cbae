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
public sealed class Statement
{
    private readonly Dictionary<ThingId, StatedThing> things;
    private readonly Dictionary<ThingId, List<Link>> effects;

    internal Statement(Dictionary<ThingId, StatedThing> things, Dictionary<ThingId, List<Link>> effects) =>
        (this.things, this.effects) = (things, effects);

    /// <summary>All stated things, in no promised order.</summary>
    public IReadOnlyCollection<StatedThing> Things => things.Values;

    /// <summary>The thing, or null when this plan does not have it.</summary>
    public StatedThing? Find(ThingId id) => things.GetValueOrDefault(id);

    /// <summary>What depends directly on the thing, in the order it was stated.</summary>
    public IReadOnlyList<Link> EffectsOf(ThingId cause) => effects.TryGetValue(cause, out var links) ? links : [];

    /// <summary>What the thing depends on directly. Reads every link: for a page about one thing, not for a search.</summary>
    public IEnumerable<Link> CausesOf(ThingId effect) => effects.Values.SelectMany(l => l).Where(l => l.Effect == effect);
}

/// <summary>Collects what the capabilities state about one plan; lives only while a <see cref="Statement"/> is made.</summary>
public sealed class StatementBuilder
{
    private readonly Dictionary<ThingId, StatedThing> things = [];
    private readonly Dictionary<ThingId, List<Link>> effects = [];

    /// <summary>States a thing. Each thing is stated once, by the capability that owns it.</summary>
    /// <exception cref="InvalidOperationException">The thing is already stated.</exception>
    public void State(ThingId id, string name, StateValue value)
    {
        if (!things.TryAdd(id, new(id, name, value))) throw new InvalidOperationException($"{id} is stated twice.");
    }

    /// <summary>Links two things; a thing that is linked but never stated is passed over when impact is walked.</summary>
    public void Link(ThingId cause, ThingId effect, string reason)
    {
        if (!effects.TryGetValue(cause, out var links)) effects.Add(cause, links = []);
        links.Add(new(cause, effect, reason));
    }

    public Statement Build() => new(things, effects);
}

/// <summary>How a capability joins the one answer: it states its things and their links in a plan.</summary>
public delegate void StateThings<in TPlan>(TPlan plan, StatementBuilder statement);
