using System.Collections.Frozen;
using System.Text;

namespace OneFlight.Operations.Exchange.Json;

/// <summary>The words that stand for the members of an enumeration in files: <c>CrewRotation</c> is <c>crew-rotation</c>.</summary>
internal static class Words<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> values = Enum.GetValues<T>().ToFrozenDictionary(Word);
    private static readonly FrozenDictionary<T, string> words = Enum.GetValues<T>().ToFrozenDictionary(v => v, Word);

    /// <summary>All words, for the reader of a problem.</summary>
    public static string Choice { get; } = string.Join(", ", Enum.GetValues<T>().Select(Word));

    public static bool TryParse(string word, out T value) => values.TryGetValue(word, out value);

    public static string Of(T value) => words[value];

    private static string Word(T value)
    {
        var name = value.ToString();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]));
            if (starts && i > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(name[i]));
        }
        return word.ToString();
    }
}
