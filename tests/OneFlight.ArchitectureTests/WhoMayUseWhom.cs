using System.Reflection;
using System.Xml.Linq;
using OneFlight.Operations.Campaigns;

namespace OneFlight.ArchitectureTests;

public sealed class WhoMayUseWhom
{
    private static readonly Assembly Operations = typeof(Campaign).Assembly;

    [Fact]
    public void Projects_use_only_what_the_architecture_draws()
    {
        var drawn = Arrows.Of("projects");
        var found = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(f => Short(f), f => XDocument.Load(f).Descendants("ProjectReference").Select(r => Short(r.Attribute("Include")!.Value)).ToArray());

        Assert.Equal(drawn.Keys.Order(), found.Keys.Order());
        foreach (var (project, uses) in found)
            Assert.True(uses.All(u => drawn[project].Contains(u)), $"{project} refers to {string.Join(", ", uses.Except(drawn[project]))}, which ARCHITECTURE.md does not draw.");

        static string Short(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["OneFlight.".Length..];
    }

    [Fact]
    public void Capabilities_use_only_what_the_architecture_draws()
    {
        var drawn = Arrows.Of("capabilities");
        var strays = new SortedSet<string>();
        foreach (var type in Operations.GetTypes())
        {
            if (Capability(type) is not { } from) continue;
            if (!drawn.TryGetValue(from, out var allowed)) { strays.Add($"{from} is not drawn"); continue; }
            foreach (var used in CompiledUse.Of(type))
                if (used.Assembly == Operations && Capability(used) is { } to && to != from && to != "Links" && !allowed.Contains(to))
                    strays.Add($"{from} → {to} ({type.Name} uses {used.Name})");
        }
        Assert.True(strays.Count == 0, string.Join("\n", strays));
    }

    [Fact]
    public void The_drawn_arrows_have_no_cycle()
    {
        var drawn = Arrows.Of("capabilities");
        foreach (var start in drawn.Keys) Visit(start, []);

        void Visit(string name, HashSet<string> above)
        {
            Assert.True(above.Add(name), $"{name} comes back to itself.");
            foreach (var used in drawn.GetValueOrDefault(name, [])) Visit(used, [.. above]);
        }
    }

    [Fact]
    public void Impact_knows_no_capability()
    {
        var known = Operations.GetTypes().Where(t => Capability(t) == "Impact").SelectMany(CompiledUse.Of)
            .Where(t => t.Assembly == Operations).Select(Capability).Distinct();

        Assert.Subset(new HashSet<string?> { "Impact", "Links" }, known.ToHashSet());
    }

    [Theory]
    [InlineData("Primitives")]
    [InlineData("FlightMechanics")]
    [InlineData("Solvers")]
    [InlineData("Operations")]
    public void A_pure_project_has_no_package_but_NodaTime(string project)
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "src", $"OneFlight.{project}", $"OneFlight.{project}.csproj"))
            .Descendants("PackageReference").Where(p => p.Attribute("PrivateAssets")?.Value != "all").Select(p => p.Attribute("Include")!.Value);

        Assert.Equal(["NodaTime"], packages);
    }

    [Fact]
    public void Pure_code_does_no_input_or_output()
    {
        string[] impure = ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Console", "System.Net.", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.Thread"];
        Assembly[] pure = [Operations, typeof(OneFlight.FlightMechanics.Time.Epoch).Assembly, .. Operations.GetReferencedAssemblies().Where(a => a.Name!.StartsWith("OneFlight.", StringComparison.Ordinal)).Select(Assembly.Load)];

        var found = pure.SelectMany(a => a.GetTypes()).SelectMany(t => CompiledUse.Of(t).Select(u => (t, u)))
            .Where(p => impure.Any(i => p.u.FullName?.StartsWith(i, StringComparison.Ordinal) == true)).Select(p => $"{p.t} uses {p.u}");

        Assert.Empty(found);
    }

    /// <summary>The folder below OneFlight.Operations, which is the first part of the namespace after it.</summary>
    private static string? Capability(Type type) =>
        type.Namespace is { } space && space.StartsWith("OneFlight.Operations.", StringComparison.Ordinal) ? space.Split('.')[2] : null;
}
