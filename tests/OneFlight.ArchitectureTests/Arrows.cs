using System.Collections.Frozen;

namespace OneFlight.ArchitectureTests;

/// <summary>The arrows as ARCHITECTURE.md draws them: lines <c>Name → A, B</c> between two marks.</summary>
internal static class Arrows
{
    public static FrozenDictionary<string, string[]> Of(string mark)
    {
        var text = Repository.Read("ARCHITECTURE.md");
        var from = text.IndexOf($"<!-- {mark} -->", StringComparison.Ordinal);
        var to = text.IndexOf($"<!-- end {mark} -->", StringComparison.Ordinal);
        Assert.True(from >= 0 && to > from, $"ARCHITECTURE.md has no section marked '{mark}'.");
        return text[from..to].Split('\n')
            .Where(line => line.Contains('→'))
            .Select(line => line.Split('→', 2))
            .SelectMany(parts => parts[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => (name, Uses: parts[1].Split('(')[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))))
            .ToFrozenDictionary(a => a.name, a => a.Uses.Where(u => u != "nothing").ToArray());
    }
}
