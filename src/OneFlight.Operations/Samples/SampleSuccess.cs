using System.Collections.Immutable;
using System.Globalization;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Samples;

/// <summary>Deals out what customers call success, so that no sentence comes back before the others of its kind were used.</summary>
internal sealed class SampleSuccess(SampleRandom random)
{
    private readonly SampleDeck<string> persons = new(SampleWords.Participants, random), pairs = new(SampleWords.Pairs, random), families = new(SampleWords.Families, random);
    private readonly SampleDeck<string> personsAdd = new(SampleWords.PersonsAdd, random), othersAdd = new(SampleWords.OthersAdd, random);
    private readonly Dictionary<CustomerKind, SampleDeck<(string? House, string Topic, string Success)>> topics = [];

    /// <summary>A guest's success, which for most has to do with what they do on the ground.</summary>
    public string OfGuest(string calling, string town)
    {
        var own = SampleWords.Callings.FirstOrDefault(c => c.Calling == calling).Success;
        return Fill(!string.IsNullOrEmpty(own) && random.Chance(0.6) ? own : persons.Deal(), town, personsAdd.Deal());
    }

    public string OfPair(string town) => Fill(pairs.Deal(), town, "");

    public string OfFamily(string town) => Fill(families.Deal(), town, "");

    /// <summary>What an institution flies, and its success; null for the house: any of its kind.</summary>
    public (string? House, string Topic, string Success) OfInstitution(CustomerKind kind)
    {
        if (!topics.TryGetValue(kind, out var deck)) topics.Add(kind, deck = new(SampleWords.Successes(kind), random));
        var (house, topic, success) = deck.Deal();
        return (house, topic, Fill(success, random.Pick(SampleWords.Towns).Town, othersAdd.Deal()));
    }

    public ImmutableArray<SuccessCriterion> Criteria(CustomerKind kind)
    {
        var chosen = random.Shuffled(SampleWords.Criteria(kind)).Take(2 + random.Below(3)).ToList();
        var weights = random.Weights(chosen.Count);
        return [.. chosen.Select((c, i) => new SuccessCriterion(
            string.Create(CultureInfo.InvariantCulture, $"C{i + 1}"), c.Text, c.Measure is not null, c.Measure, weights[i]))];
    }

    private static string Fill(string sentence, string town, string more)
    {
        var filled = sentence.Replace("{town}", town, StringComparison.Ordinal);
        return more.Length == 0 ? filled : $"{filled} {more}";
    }
}
