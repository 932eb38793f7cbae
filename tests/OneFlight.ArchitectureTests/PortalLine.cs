using System.Text.RegularExpressions;

namespace OneFlight.ArchitectureTests;

/// <summary>Customers stand on the other side of the portal, so it sees only its own views: capabilities hand it sections, it reaches for none.</summary>
public sealed partial class PortalLine
{
    private static readonly HashSet<string> allowed = ["Portal", "Access", "Shell", "Campaigns", "Feeds", "Revisions"];

    [Fact]
    public void The_portal_uses_no_screen_of_another_capability()
    {
        var strays = Directory.GetFiles(Path.Combine(Repository.Root, "src", "OneFlight.App", "Portal"))
            .SelectMany(file => Use().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Where(name => !allowed.Contains(name)).Select(name => $"{Path.GetFileName(file)} uses {name}"))
            .Distinct().ToList();
        Assert.True(strays.Count == 0, string.Join("\n", strays));
    }

    [GeneratedRegex(@"OneFlight\.App\.([A-Z]\w+)")]
    private static partial Regex Use();
}
