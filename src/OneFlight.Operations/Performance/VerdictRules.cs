using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Primitives;

namespace OneFlight.Operations.Performance;

/// <summary>When a verdict on a mission may be given.</summary>
public static class VerdictRules
{
    /// <summary>The operator's verdict by what was measured.</summary>
    /// <param name="landed">When the flight ended; null: it has not.</param>
    /// <remarks>Refused: <c>not-landed</c>, <c>unknown-criterion</c>, <c>missing-criterion</c>, <c>duplicate-criterion</c>, <c>felt-criterion</c> (only the
    /// customer can say), <c>no-figure</c>, <c>no-evidence</c>.</remarks>
    public static Result<NewLogEntry> Technical(CustomerMission mission, Instant? landed, ImmutableArray<MeasuredCriterion> criteria, string evidence, Instant now, string who)
    {
        var problems = new List<Problem>(Common(mission, landed, [.. criteria.Select(c => c.Criterion)], now));
        foreach (var said in criteria)
        {
            if (mission.Criteria.FirstOrDefault(c => c.Id == said.Criterion) is not { } criterion || said.Verdict == CriterionVerdict.CouldNotSay) continue;
            var place = Place.Of($"criterion “{criterion.Text}”");
            if (!criterion.Measurable) problems.Add(new("felt-criterion", place, $"'{Outcome.Word(said.Verdict)}' by measurement", "could not say: it is felt, and only the customer can say"));
            else if (string.IsNullOrWhiteSpace(said.Measured)) problems.Add(new("no-figure", place, "no figure", $"what was measured, in {criterion.Measure ?? "its unit"}"));
        }
        if (string.IsNullOrWhiteSpace(evidence)) problems.Add(new("no-evidence", Place.Of("evidence"), "nothing", "where the figures come from, such as a log"));
        return problems.Count > 0 ? problems.ToImmutableArray() : NewLogEntry.Now(now, who, new TechnicalVerdictGiven(criteria, evidence.Trim()));
    }

    /// <summary>The customer's verdict, in writing or spoken.</summary>
    /// <param name="who">Who writes it down.</param>
    /// <param name="witness">A second person who heard it spoken; null: nobody.</param>
    /// <remarks>Refused: <c>not-landed</c>, <c>unknown-criterion</c>, <c>missing-criterion</c>, <c>duplicate-criterion</c>, <c>no-words</c>, <c>no-giver</c>,
    /// <c>same-witness</c> (the witness is the writer or the customer). A spoken verdict that nobody else heard is kept, and does not count.</remarks>
    public static Result<NewLogEntry> Customer(
        CustomerMission mission, Instant? landed, ImmutableArray<CriterionSaid> criteria, string words, VerdictForm form, string givenBy, string? witness, Instant now, string who)
    {
        var problems = new List<Problem>(Common(mission, landed, [.. criteria.Select(c => c.Criterion)], now));
        if (string.IsNullOrWhiteSpace(words)) problems.Add(new("no-words", Place.Of("their words"), "nothing", "what they said, word for word"));
        if (string.IsNullOrWhiteSpace(givenBy)) problems.Add(new("no-giver", Place.Of("given by"), "nobody", "the one who gave it"));
        var second = string.IsNullOrWhiteSpace(witness) || form == VerdictForm.Written ? null : witness.Trim();
        if (second is not null && (Same(second, who) || Same(second, givenBy)))
            problems.Add(new("same-witness", Place.Of("witness"), $"'{second}', who {(Same(second, who) ? "writes it down" : "gave it")}", "a second person who heard it"));
        return problems.Count > 0 ? problems.ToImmutableArray() : NewLogEntry.Now(now, who, new CustomerVerdictGiven(criteria, words.Trim(), form, givenBy.Trim(), second));
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Problem> Common(CustomerMission mission, Instant? landed, ImmutableArray<string> said, Instant now)
    {
        if (landed is null || now < landed)
            yield return new("not-landed", Place.Of($"mission {mission.Name}"), landed is { } end ? $"the landing is on {TimeText.Instant(end)}" : "no landing", "a mission whose flight has ended");
        foreach (var unknown in said.Where(id => mission.Criteria.All(c => c.Id != id)))
            yield return new("unknown-criterion", Place.Of("criterion"), $"'{unknown}'", "a criterion of this mission");
        foreach (var twice in said.GroupBy(id => id).Where(g => g.Count() > 1))
            yield return new("duplicate-criterion", Place.Of("criterion"), $"'{twice.Key}' twice", "each criterion once");
        foreach (var missing in mission.Criteria.Where(c => !said.Contains(c.Id)))
            yield return new("missing-criterion", Place.Of($"criterion “{missing.Text}”"), "nothing", "kept, bent, broken or could not say");
    }
}
