using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Exchange;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Promises;

namespace OneFlight.Operations.Samples;

/// <summary>Draws the promises of a mission from the catalogue: some that the plan decides, some that only a record can.</summary>
internal sealed class SamplePromises(SampleReference reference)
{
    private static readonly ImmutableArray<string> Critical = ["EX-015", "EX-022", "EX-044", "EX-045", "EX-048", "EX-063", "EX-077"];

    // Most missions hold four or five promises, a few eight.
    private static readonly ImmutableArray<int> Beyond = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4];

    private readonly Dictionary<string, Expectation> expectations = reference.Expectations.ToDictionary(e => e.Id, StringComparer.Ordinal);

    /// <param name="by">Shown name of who said it; <paramref name="to"/>: to whom.</param>
    public IEnumerable<Promise> Of(CustomerMission mission, SampleFlight flight, string by, string to, SampleRandom random)
    {
        var rules = Draw(SampleMenu.For(mission, flight), random);
        var weights = random.Weights(rules.Count);
        // Dealt without return: nobody has two conditions that are the only one.
        var openers = random.Shuffled(SampleWords.Openers);
        var latest = Instant.Min(OperatorYear.AsOf, flight.Launch) - Duration.FromDays(1);
        var earliest = Instant.Min(flight.Launch - Duration.FromDays(flight.Kind == FlightKind.FreeFlyer ? 330 : 500), latest - Duration.FromDays(20));
        return rules.Select((rule, i) =>
        {
            var expectation = expectations[rule];
            var told = SampleTerms.For(rule, flight, random);
            var at = earliest + Duration.FromMinutes(Math.Floor(random.Between(0, (latest - earliest).TotalMinutes)));
            return new Promise(
                new($"{mission.Id}-{rule}"), mission.Id, rule, Words(expectation, told, openers[i], random), expectation.Kind, MomentOf(expectation),
                by, to, at, weights[i], told.Terms, Sample: true);
        });
    }

    /// <summary>What always belongs to it, one to three that the plan decides, and others until there are four to eight.</summary>
    private static List<string> Draw(SampleMenu menu, SampleRandom random)
    {
        var count = 4 + random.Pick(Beyond);
        var rules = new List<string>(menu.Always);
        if (menu.Rare is { } rare && random.Chance(0.03)) rules.Add(rare);
        rules.AddRange(random.Shuffled(menu.ByPlan).Take(1 + random.Below(3)));
        rules.AddRange(random.Shuffled(menu.ByRecord));
        return [.. rules.Distinct(StringComparer.Ordinal).Take(count)];
    }

    private static string Words(Expectation expectation, SampleTerms.Told told, string opening, SampleRandom random)
    {
        var words = SampleWords.Spoken.GetValueOrDefault(expectation.Id, expectation.Words);
        if (told.Terms.Amount is { } amount) words = words.Replace(" N ", string.Create(CultureInfo.InvariantCulture, $" {amount:0} "), StringComparison.Ordinal);
        var opener = opening.Replace("{desk}", random.Pick(SampleWords.Towns).Town, StringComparison.Ordinal);
        // After a colon a sentence goes on in lower case, except where its first word is I or an acronym.
        if (opener.Length > 0 && !words.StartsWith("I ", StringComparison.Ordinal)) words = char.ToLowerInvariant(words[0]) + words[1..];
        return $"{opener}{words}{told.Detail}.";
    }

    private static PromiseMoment MomentOf(Expectation expectation) =>
        Critical.Contains(expectation.Id) ? PromiseMoment.Critical
        : expectation.Category is "schedule" or "family" or "narrative" ? PromiseMoment.Charged
        : PromiseMoment.Calm;
}
