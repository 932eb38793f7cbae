using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>Deals out what customers call success, so that no sentence comes back before the others of its kind were used.</summary>
internal sealed class SampleSuccess(SampleRandom random)
{
    private readonly Dictionary<CustomerKind, Queue<string>> decks = [];

    public (string Success, ImmutableArray<SuccessCriterion> Criteria) Of(CustomerKind kind, string town)
    {
        if (!decks.TryGetValue(kind, out var deck) || deck.Count == 0) decks[kind] = deck = new(random.Shuffled(SampleWords.Success(kind)));
        var sentence = deck.Dequeue().Replace("{town}", town, StringComparison.Ordinal);
        var after = random.Pick(SampleWords.Afterwards);
        return (after.Length == 0 ? sentence : $"{sentence} {after}", Criteria(kind));
    }

    private ImmutableArray<SuccessCriterion> Criteria(CustomerKind kind)
    {
        var chosen = random.Shuffled(SampleWords.Criteria(kind)).Take(2 + random.Below(3)).ToList();
        var weights = random.Weights(chosen.Count);
        return [.. chosen.Select((c, i) => new SuccessCriterion(
            string.Create(CultureInfo.InvariantCulture, $"C{i + 1}"), c.Text, c.Measure is not null, c.Measure, weights[i]))];
    }
}
