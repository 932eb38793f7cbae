using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OneFlight.Primitives;

namespace OneFlight.Operations.Stewardship;

/// <summary>Names that may not stand in a notice.</summary>
/// <param name="OtherMissions">Missions and customers that are not the hearer's.</param>
/// <param name="Silent">True names of people who are known by an alias.</param>
public sealed record NoticeCircle(ImmutableArray<string> OtherMissions, ImmutableArray<string> Silent);

/// <summary>Whether a notice answers what people ask, in words they read, and says nothing of others.</summary>
/// <remarks>Words between “ ” are someone's own and are not measured; names and clinical words are refused everywhere.</remarks>
public static partial class NoticeLint
{
    private const int MostWords = 28, FewestLetters = 10;

    /// <summary>Flesch reading ease from which on plain adults read without effort is 60; below 45 it is a text for specialists.</summary>
    public const double LeastEase = 45;

    public static ImmutableArray<Problem> Check(NoticeText text, NoticeCircle circle, Instant now)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (question, answer) in text.Answers())
        {
            var where = Place.Of(question);
            if (answer.Trim().Length < FewestLetters) problems.Add(new("unanswered-question", where, answer.Trim().Length == 0 ? "nothing" : $"“{answer.Trim()}”", "an answer in a sentence, even if it is that nobody knows yet"));
            foreach (var sentence in Sentences(answer))
                if (Words(sentence).Count is > MostWords and var count)
                    problems.Add(new("long-sentence", where, $"{count} words: {Short(sentence)}", $"sentences of at most {MostWords} words"));
            foreach (var (word, plain) in PlainWords.Jargon)
                if (Stands(word, Quoted().Replace(answer, ""))) problems.Add(new("jargon", where, $"“{word}”", $"plain words, such as “{plain}”"));
            foreach (var word in PlainWords.Clinical)
                if (Begins(word, answer)) problems.Add(new("clinical-word", where, $"“{word}…”", "no word of anyone's health: say who will speak with them"));
            foreach (var name in circle.Silent)
                if (Stands(name, answer)) problems.Add(new("silent-name", where, "the name of someone who wants silence", "their alias, or nothing"));
            foreach (var name in circle.OtherMissions)
                if (Stands(name, answer)) problems.Add(new("other-mission", where, $"“{name}”", "only what belongs to this hearer"));
        }
        if (text.NextWordAt is not { } next) problems.Add(new("no-next-word", Place.Of("Next word from us"), "no time", "the time of the next word"));
        else if (next <= now) problems.Add(new("no-next-word", Place.Of("Next word from us"), TimeText.Instant(next), "a time that is still to come"));
        if (problems.Count == 0 && Ease(text) is var ease && ease < LeastEase)
            problems.Add(new("hard-to-read", Place.Of("text"), string.Create(CultureInfo.InvariantCulture, $"a reading ease of {ease:0}"), string.Create(CultureInfo.InvariantCulture, $"{LeastEase:0} or more: shorter sentences, shorter words")));
        return problems.ToImmutable();
    }

    /// <summary>Flesch reading ease of all answers: 206.835 − 1.015 words per sentence − 84.6 syllables per word; more is easier.</summary>
    /// <remarks>Source: Flesch, A new readability yardstick, 1948. Syllables are counted as groups of vowels; what holds a digit counts as one.</remarks>
    public static double Ease(NoticeText text)
    {
        var sentences = text.Answers().SelectMany(a => Sentences(a.Answer)).Select(Words).Where(w => w.Count > 0).ToList();
        var words = sentences.Sum(s => s.Count);
        if (words == 0) return 0;
        return 206.835 - 1.015 * words / sentences.Count - 84.6 * sentences.Sum(s => s.Sum(Syllables)) / words;
    }

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(Quoted().Replace(text, "")).Where(s => s.Trim().Length > 0);

    private static List<string> Words(string sentence) => [.. sentence.Split([' ', '\n', '\r', '\t', '–', '/'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit))];

    private static int Syllables(string word)
    {
        if (word.Any(char.IsDigit)) return 1;
        var letters = new string([.. word.ToLowerInvariant().Where(char.IsLetter)]);
        var groups = VowelGroup().Count(letters);
        return Math.Max(1, groups > 1 && letters.EndsWith('e') && !letters.EndsWith("le", StringComparison.Ordinal) ? groups - 1 : groups);
    }

    private static bool Stands(string name, string text) => Find(name, text, whole: true);

    private static bool Begins(string stem, string text) => Find(stem, text, whole: false);

    private static bool Find(string wanted, string text, bool whole)
    {
        for (var at = text.IndexOf(wanted, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            var end = at + wanted.Length;
            if (before && (!whole || end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }
        return false;
    }

    private static string Short(string text) => text.Trim() is { Length: > 60 } longer ? longer[..57] + "…" : text.Trim();

    [GeneratedRegex(@"(?<=[.!?:;])\s+|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex VowelGroup();
}
