using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OneFlight.Operations.Campaigns;
using OneFlight.Operations.Flights;

namespace OneFlight.Operations.Drafts;

/// <summary>Orders answers and says what each is best at.</summary>
internal static class Ranking
{
    private const int most = 5;

    /// <summary>An answer that recovers this much later than the soonest one is no answer as long as there are others.</summary>
    private static readonly Duration tooLate = Duration.FromDays(60);

    /// <summary>The flyable answers that somebody would choose from.</summary>
    public static IEnumerable<Option> Sensible(Campaign before, IReadOnlyList<Option> options)
    {
        var flyable = options.Where(o => o.Flyable).Select(o => (Option: o, At: Recovered(before, o))).ToList();
        if (flyable.Count == 0) return [];
        var soonest = flyable.Min(o => o.At);
        return flyable.Where(o => o.At <= Instant.MaxValue - tooLate && o.At - soonest <= tooLate).Select(o => o.Option);
    }

    /// <summary>Flyable ones first: fewest promises broken, least weight lost, fewest flights moved, fewest days moved. Those that
    /// cannot be flown follow, unranked.</summary>
    public static ImmutableArray<Option> Rank(Campaign before, IReadOnlyList<Option> options)
    {
        var sensible = Sensible(before, options).ToHashSet();
        var flyable = options.Where(o => o.Flyable && (sensible.Count < Draft.Wanted || sensible.Contains(o)))
            .OrderBy(o => o.Measures.PromisesBroken).ThenBy(o => o.Measures.WeightLost)
            .ThenBy(o => o.Measures.FlightsMoved).ThenBy(o => o.Measures.DaysMoved).ThenBy(o => Recovered(before, o))
            .ToImmutableArray();
        var forbidden = options.Where(o => !o.Flyable).Take(2).Select(o => o with { Why = string.Join("; ", o.Forbids.Take(3)) });
        if (flyable.IsEmpty) return [.. forbidden];

        var least = flyable.OrderBy(o => o.Measures.FlightsMoved).ThenBy(o => o.Measures.DaysMoved).First();
        var soonest = flyable.OrderBy(o => Recovered(before, o)).ThenBy(o => o.Measures.DaysMoved).First();
        var kept = flyable.Where((o, i) => i < most - 2 || o == least || o == soonest);
        return [.. kept.Select(o => o with { Why = Why(o, flyable[0], least, soonest, before) }), .. forbidden];
    }

    /// <summary>When the last disturbed flight has launched, and the plan is as it was again.</summary>
    private static Instant Recovered(Campaign before, Option option) => Moves.Between(before, option.Plan)
        .Select(m => Instant.Max(m.Before?.Launch ?? Instant.MinValue, m.After?.Launch ?? Instant.MinValue))
        .DefaultIfEmpty(Instant.MinValue).Max();

    private static string Why(Option option, Option fewest, Option least, Option soonest, Campaign before)
    {
        var best = new List<string>();
        if (option == least) best.Add("least movement");
        if (option == fewest) best.Add("fewest promises broken");
        if (option == soonest) best.Add("soonest recovery");
        var m = option.Measures;
        var figures = string.Create(CultureInfo.InvariantCulture,
            $"{m.PromisesBroken} broken, {m.WeightLost:0.##} weight lost, {m.FlightsMoved} {(m.FlightsMoved == 1 ? "flight" : "flights")} and {m.DaysMoved:0.#} days moved");
        var binding = Moves.Between(before, option.Plan).SelectMany(v => v.After?.Why ?? []).FirstOrDefault(b => b.Choice == "launch" && b.Cause is { Kind: not FlightKinds.Wish })?.Text;
        var text = best.Count == 0 ? figures : $"{Sentence(best)}: {figures}";
        return binding is null ? text : $"{text}; bound by: {binding}";
    }

    private static string Sentence(List<string> words) => string.Join(", ", words) is var text ? char.ToUpperInvariant(text[0]) + text[1..] : "";
}
