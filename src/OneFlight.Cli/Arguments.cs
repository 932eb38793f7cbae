using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OneFlight.Primitives;

namespace OneFlight.Cli;

/// <summary>What was typed behind a verb, told apart; options keep the order in which they were given.</summary>
internal sealed record Arguments(string? Place, ImmutableArray<(string Name, string Value)> Given)
{
    public static readonly VerbOption Json = new("--json", null, "answer as JSON");

    public bool Has(string option) => Given.Any(g => g.Name == option);

    public string? this[string option] => Given.Where(g => g.Name == option).Select(g => g.Value).FirstOrDefault();

    public Result<int> Whole(string option, int otherwise, int least, int most)
    {
        if (this[option] is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        return Wrong(option, $"'{text}'", string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
    }

    public Result<Instant> Instant(string option, Instant otherwise)
    {
        if (this[option] is not { } text) return otherwise;
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } && Era.Contains(instant)) return instant;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1950 and < 3000 } date }) return date.AtMidnight().InUtc().ToInstant();
        return Wrong(option, $"'{text}'", "an instant such as 2027-03-21T09:14:00Z or a date such as 2027-03-21");
    }

    /// <summary>Reads what was typed, or says everything that is wrong with it.</summary>
    public static Result<Arguments> Read(Verb verb, string[] typed)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var given = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        var places = new List<string>();
        VerbOption[] options = [.. verb.Options, Json];
        for (var at = 0; at < typed.Length; at++)
        {
            if (!typed[at].StartsWith("--", StringComparison.Ordinal))
            {
                places.Add(typed[at]);
                continue;
            }
            var equals = typed[at].IndexOf('=');
            var name = equals < 0 ? typed[at] : typed[at][..equals];
            if (Array.Find(options, o => o.Name == name) is not { } option)
            {
                problems.Add(Wrong(name, "an option that this verb does not have", "one of " + string.Join(", ", options.Select(o => o.Name))));
                continue;
            }
            if (option.Value is null && equals >= 0) problems.Add(Wrong(name, $"'{typed[at][(equals + 1)..]}'", "nothing behind it"));
            if (given.Any(g => g.Name == name) && !option.Many) problems.Add(Wrong(name, "it twice", "it once"));
            var value = option.Value is null ? "" : equals >= 0 ? typed[at][(equals + 1)..] : at + 1 < typed.Length ? typed[++at] : null;
            if (string.IsNullOrWhiteSpace(value) && option.Value is not null) problems.Add(Wrong(name, "nothing behind it", option.Value));
            given.Add((name, value ?? ""));
        }
        if (verb.Place is not null && places.Count == 0) problems.Add(Wrong(verb.Name, "nothing", verb.Place));
        foreach (var more in places.Skip(verb.Place is null ? 0 : 1)) problems.Add(Wrong(verb.Name, $"'{more}'", verb.Place is null ? "no name behind it" : $"one {verb.Place}"));
        foreach (var needed in options.Where(o => o.Needed && given.All(g => g.Name != o.Name))) problems.Add(Wrong(verb.Name, $"no {needed.Name}", $"{needed.Name} {needed.Value}"));
        return problems.Count > 0 ? problems.ToImmutable() : new Arguments(places.FirstOrDefault(), given.ToImmutable());
    }

    public static Problem Wrong(string where, string found, string expected) => new("wrong-use", OneFlight.Primitives.Place.Of(where), found, expected);
}
