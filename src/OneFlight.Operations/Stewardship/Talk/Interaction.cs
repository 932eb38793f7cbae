using System.Collections.Immutable;
using NodaTime;
using OneFlight.Operations.Flights;
using OneFlight.Operations.Logbook;
using OneFlight.Operations.Promises;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>A talk with a customer, as whoever held it noted it. Stream <c>talk/MISSION</c>, compartment commercial.</summary>
/// <param name="With">Shown name; of a silent person the alias.</param>
/// <param name="Promises">Ids of the promises drawn from it.</param>
public sealed record InteractionNoted(string With, string Channel, string Summary, ImmutableArray<string> Promises) : ILogEvent;

/// <summary>A promise as a note of a talk has it, before it is kept.</summary>
/// <param name="Words">Verbatim.</param>
/// <param name="Rule">Id of a rule of the catalogue.</param>
/// <param name="Weight">Its share of the mission's promises, more than 0 and less than 1; the others give way in proportion.</param>
public sealed record SaidPromise(string Words, string Rule, PromiseKind Kind, PromiseMoment Moment, string MadeBy, string MadeTo, double Weight, PromiseTerms Terms);

/// <summary>Draws promises from talks.</summary>
public static class TalkRules
{
    public static string StreamOf(MissionId mission) => $"talk/{mission}";

    /// <summary>The promise under a new id, and those of the mission before with what weight is left to them.</summary>
    /// <remarks>Refused: <c>no-words</c>, <c>unknown-rule</c>, <c>wrong-weight</c>, <c>no-speaker</c>, <c>already-promised</c>, <c>wrong-terms</c>.</remarks>
    public static Result<ImmutableArray<Promise>> Draw(
        SaidPromise said, CustomerMission mission, ImmutableArray<Promise> promises, ImmutableArray<PromiseRule> rules, Instant at)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Add(string code, string field, string found, string expected) => problems.Add(new(code, Place.Of(field), found, expected));
        var own = promises.Where(p => p.Mission == mission.Id).ToList();
        var words = said.Words.Trim();
        if (words.Length == 0) Add("no-words", "their words", "nothing", "what was said, word for word");
        if (rules.All(r => r.Id != said.Rule)) Add("unknown-rule", "rule", $"'{said.Rule}'", "a rule of the catalogue");
        if (!(said.Weight is > 0 and < 1) && !(own.Count == 0 && said.Weight == 1)) Add("wrong-weight", "weight", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{said.Weight}"), "more than 0 and less than 1");
        if (string.IsNullOrWhiteSpace(said.MadeBy) || string.IsNullOrWhiteSpace(said.MadeTo)) Add("no-speaker", "made by and to", "nobody", "who said it, and to whom");
        if (own.Any(p => p.Words == words)) Add("already-promised", "their words", "the same words", "a promise that is not in the ledger yet");
        if (said.Terms.Window is { } window && window.End <= window.Start) Add("wrong-terms", "window", "an end before its start", "a window with a length");
        if (problems.Count > 0) return problems.ToImmutable();

        var id = new PromiseId(Enumerable.Range(1, own.Count + 1).Select(n => $"{mission.Id}-T{n}").First(candidate => promises.All(p => p.Id.Value != candidate)));
        var left = own.Count == 0 ? 1 : 1 - said.Weight;
        var drawn = new Promise(id, mission.Id, said.Rule, words, said.Kind, said.Moment, said.MadeBy.Trim(), said.MadeTo.Trim(), at, own.Count == 0 ? 1 : said.Weight, said.Terms);
        return promises.Select(p => p.Mission == mission.Id ? p with { Weight = p.Weight * left } : p).Append(drawn).ToImmutableArray();
    }
}
